import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import { strikeShock } from './changes/strike.ts';

/** Dated external causes: leaders, third-party crises, disasters, shifts of interest. */
export const scheduled = mechanism({
  name: 'scheduled-shocks',
  phase: 'shock',
  cites: [],
  params: z.strictObject({}),
  step(world, context) {
    for (const shock of context.model.scheduled.get(world.tick) ?? []) {
      const { id, name } = shock.shock;
      if (world.cancelled.includes(id)) continue;
      const noEffect = strikeShock(world, context, shock);
      context.emit({ kind: 'shock', shock: id, name, who: shock.who, ...(noEffect && { noEffect }) });
    }
  },
});
