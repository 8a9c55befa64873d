import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import { cancelledShocks } from './changes/cancelled.ts';
import { strikeShock } from './changes/strike.ts';

/** Dated external causes: leaders, third-party crises, disasters, shifts of interest. */
export const scheduled = mechanism({
  name: 'scheduled-shocks',
  phase: 'shock',
  cites: [],
  // It writes through state-path.ts and temporary-changes.ts, which invalidate the constant hash.
  owns: [],
  params: z.strictObject({}),
  step(world, context) {
    const today = context.model.scheduled.get(world.tick);
    if (!today) return;
    const cancelled = cancelledShocks(world, context);
    for (const shock of today) {
      const { id, name } = shock.shock;
      if (cancelled.has(id)) continue;
      const noEffect = strikeShock(world, context, shock);
      context.emit({ kind: 'shock', shock: id, name, who: shock.who, ...(noEffect && { noEffect }) });
    }
  },
});
