import { z } from 'zod';
import { mechanism } from '../../mechanism.ts';
import { dissolve, idsOf, leave } from '../../treaty.ts';
import { appraise, explain, stay } from './appraise.ts';
import { Weights } from './weights.ts';

const params = z.strictObject({
  weights: Weights.prefault({}),
  inertia: z
    .number()
    .min(0)
    .max(10)
    .default(0.15)
    .meta({ description: 'loss a member bears rather than let a treaty lapse' }),
  noise: z
    .number()
    .min(0)
    .max(5)
    .default(0.1)
    .meta({ description: 'standard deviation of what moves a renewal besides the terms' }),
});

/** At the end of its term a treaty is renewed by those to whom it is still worth having; with fewer than two it lapses. */
export const renewals = mechanism({
  name: 'renewals',
  phase: 'realign',
  cites: ['Leeds & Savun 2007'],
  params,
  step(world, turn) {
    const { weights, noise, inertia } = turn.params;
    const { ticksPerYear } = turn.model.scenario.time;
    for (const alliance of world.alliances.slice()) {
      const { term } = alliance.clauses;
      if (term === null || world.tick - alliance.renewed < turn.model.ticksOf(term)) continue;
      alliance.renewed = world.tick;
      const going = alliance.members
        .map((member) => ({
          actor: member.actor,
          score:
            appraise(world, weights, member.actor, stay(alliance, member), ticksPerYear, turn.scratch.terms) +
            noise * turn.random().noise(),
          ...{ reason: explain(turn.scratch.terms) },
        }))
        .filter(({ score }) => score < -inertia);
      if (alliance.members.length - going.length < 2) {
        dissolve(world, turn, alliance, 'lapsed', going[0]?.reason);
        continue;
      }
      for (const { actor, reason } of going) leave(world, turn, alliance, actor, reason);
      turn.happen({ kind: 'renewed', alliance: alliance.id, who: idsOf(alliance, turn.names) });
    }
  },
});
