import { z } from 'zod';
import { mechanism } from '../../engine/mechanism.ts';
import { strike } from './changes/strike.ts';

/** Dated causes from outside: leaders, third-party crises, disasters, shifts of interest. */
export const scheduled = mechanism({
  name: 'scheduled-shocks',
  phase: 'shock',
  cites: [],
  params: z.strictObject({}),
  step(world, turn) {
    for (const shock of turn.model.scheduled.get(world.tick) ?? []) {
      const { id, name } = shock.shock;
      if (world.cancelled.includes(id)) continue;
      strike(world, turn, shock);
      turn.happen({ kind: 'shock', shock: id, name, who: shock.who });
    }
  },
});
