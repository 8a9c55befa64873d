import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import { cancelledShocks } from './changes/cancelled.ts';
import { strikeShock } from './changes/strike.ts';

/** Undated shocks: each strikes with its own probability a tick, one draw each in the scenario's order. */
export const random = mechanism({
  name: 'random-shocks',
  phase: 'shock',
  cites: [],
  // It writes through state-path.ts and temporary-changes.ts, which invalidate the constant hash.
  owns: [],
  params: z.strictObject({}),
  step(world, context) {
    if (context.model.random.length === 0) return;
    const cancelled = cancelledShocks(world, context);
    for (const shock of context.model.random) {
      const draw = context.random().uniform();
      const { id, name } = shock.shock;
      if (draw >= shock.hazard || cancelled.has(id)) continue;
      const noEffect = strikeShock(world, context, shock);
      context.emit(
        { kind: 'shock', shock: id, name, who: shock.who, ...(noEffect && { noEffect }) },
        { because: [], chance: { probability: shock.hazard, draw } },
      );
    }
  },
});
