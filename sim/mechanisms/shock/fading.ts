import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import { fadeShocks } from './changes/strike.ts';

/** Temporary shocks end: at once, or by half in each half-life, once their duration is over. */
export const fading = mechanism({
  name: 'fading',
  phase: 'shock',
  cites: [],
  // What it changes goes through temporary-changes.ts, which invalidates the constant hash.
  owns: [],
  params: z.strictObject({}),
  step(world, context) {
    if (world.shocked.length === 0) return;
    for (const shock of fadeShocks(world)) context.emit({ kind: 'shock-over', shock, who: [] });
  },
});
