import { z } from 'zod';
import { mechanism } from '../../engine/mechanism.ts';
import { strike } from './changes/strike.ts';

/** Undated shocks: each strikes with its own chance a tick, one draw each in the scenario's order. */
export const random = mechanism({
  name: 'random-shocks',
  phase: 'shock',
  cites: [],
  params: z.strictObject({}),
  step(world, turn) {
    for (const shock of turn.model.random) {
      const draw = turn.random().uniform();
      const { id, name } = shock.shock;
      if (draw >= shock.hazard || world.cancelled.includes(id)) continue;
      strike(world, turn, shock);
      turn.happen(
        { kind: 'shock', shock: id, name, who: shock.who },
        { because: [], chance: { probability: shock.hazard, draw } },
      );
    }
  },
});
