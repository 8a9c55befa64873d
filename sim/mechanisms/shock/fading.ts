import { z } from 'zod';
import { mechanism } from '../../mechanism.ts';
import type { World } from '../../world.ts';
import { fade } from './strike.ts';

/** Shocks that do not last let go: all at once, or by half each half-life once their duration is over. */
export const fading = mechanism({
  name: 'fading',
  phase: 'shock',
  cites: [],
  params: z.strictObject({}),
  step(world, turn) {
    if (!anyDue(world)) return;
    const over: string[] = [];
    world.residues = world.residues.filter((residue) => {
      if (world.tick < residue.until) return true;
      if (!fade(world, residue, residue.keep)) return true;
      over.push(residue.shock);
      return false;
    });
    for (const shock of new Set(over)) {
      if (!world.residues.some((residue) => residue.shock === shock))
        turn.happen({ kind: 'shock-over', shock, who: [] });
    }
  },
});

function anyDue({ residues, tick }: World): boolean {
  for (const { until } of residues) if (tick >= until) return true;
  return false;
}
