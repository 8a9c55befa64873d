import { z } from 'zod';
import { isHeld } from '../../model/decisions.ts';
import { mechanism } from '../../model/mechanism.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';

const params = z.strictObject({
  drift: z.number().min(0).max(1).default(0.12).meta({
    description: 'share per year by which an unconstrained hegemon with all power shifts the burden to the others',
  }),
  most: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'highest quota that it can ask, as a share of the budget' }),
});

/**
 * A hegemony drifts toward tribute: the others' quotas rise and the leader's own falls. The drift is faster the larger the leader's
 * share of the power, and slower the more formal the treaty, the greater the members' autonomy and the better their monitoring. The
 * leader's effort follows its quota.
 */
export const tribute = mechanism({
  name: 'tribute',
  phase: 'govern',
  cites: ['Thucydides 1.99', 'Kindleberger 1981'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    const {
      model,
      params: { drift, most },
    } = context;
    const { strength, autonomy, budget, effort } = world.columns;
    const pace = model.perTick(drift);
    for (const { clauses, leader, members, rival } of world.alliances) {
      if (clauses.governance !== 'hegemonic' || leader < 0 || isHeld(context, leader)) continue;
      let others = 0;
      let pride = 0;
      for (const { actor } of members) {
        if (actor === leader) continue;
        others += strength[actor]!;
        pride += autonomy[actor]!;
      }
      const power = strength[leader]! / (strength[leader]! + others || 1);
      const check = 1 - 0.5 * clauses.formality - (0.4 * pride) / (members.length - 1) - 0.2 * clauses.monitoring;
      const shift = pace * power * Math.max(0, check);
      for (const member of members) {
        if (member.actor === leader) {
          member.quota *= 1 - shift;
          if (rival) member.effort *= 1 - shift;
          else effort[leader]! *= 1 - shift;
        } else
          member.quota = Math.max(member.quota, Math.min(most * budget[member.actor]!, member.quota * (1 + shift)));
      }
    }
  },
});
