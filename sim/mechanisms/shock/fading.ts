import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import { fadeShock } from './changes/strike.ts';

/** Temporary shocks end: at once, or by half in each half-life, once their duration is over. */
export const fading = mechanism({
  name: 'fading',
  phase: 'shock',
  cites: [],
  // It may write any column, and then invalidates the constant hash.
  owns: [],
  params: z.strictObject({}),
  step(world, context) {
    if (world.residues.length === 0) return;
    world.derived.constantHash = null;
    const { residues, tick } = world;
    let over: Set<string> | undefined;
    let kept = 0;
    for (const residue of residues) {
      if (tick >= residue.until && fadeShock(world, residue, residue.keep)) (over ??= new Set()).add(residue.shock);
      else residues[kept++] = residue;
    }
    residues.length = kept;
    if (!over) return;
    const lasting = new Set(residues.map((residue) => residue.shock));
    for (const shock of over) if (!lasting.has(shock)) context.emit({ kind: 'shock-over', shock, who: [] });
  },
});
