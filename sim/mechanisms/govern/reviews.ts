import { z } from 'zod';
import { mechanism } from '../../mechanism.ts';
import { assess } from '../../quota.ts';
import { idsOf } from '../../treaty.ts';

/** Every `reviewEvery` years the quotas are assessed anew from the day's resources and interests. */
export const reviews = mechanism({
  name: 'reviews',
  phase: 'govern',
  cites: [],
  params: z.strictObject({}),
  step(world, turn) {
    for (const alliance of world.alliances) {
      const { reviewEvery } = alliance.clauses;
      if (reviewEvery === null || world.tick - alliance.reviewed < turn.model.ticksOf(reviewEvery)) continue;
      alliance.reviewed = world.tick;
      assess(world, alliance);
      turn.happen({ kind: 'renegotiated', alliance: alliance.id, who: idsOf(alliance, turn.names) });
    }
  },
});
