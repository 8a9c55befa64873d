import { z } from 'zod';
import type { Alliance } from '../../alliance.ts';
import type { Reason } from '../../event.ts';
import { mechanism, type Turn } from '../../mechanism.ts';
import { dissolve, idsOf, leave } from '../../treaty.ts';
import type { World } from '../../world.ts';
import { appraise, explain, stay } from './appraise.ts';
import { strikeBargain } from './bargain.ts';
import { TERM } from './terms.ts';
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
type Params = z.infer<typeof params>;

/**
 * At the end of its term a treaty is renewed by those to whom it is still worth having. Two who value it differently first bargain
 * over the quotas; with fewer than two left it lapses.
 */
export const renewals = mechanism({
  name: 'renewals',
  phase: 'realign',
  cites: ['Leeds & Savun 2007', 'Nash 1950'],
  params,
  step(world, turn) {
    for (const alliance of world.alliances) {
      const { term } = alliance.clauses;
      if (term === null || world.tick - alliance.renewed < turn.model.ticksOf(term)) continue;
      alliance.renewed = world.tick;
      renew(world, turn, alliance);
    }
  },
});

function renew(world: World, turn: Turn<Params>, alliance: Alliance): void {
  const { inertia } = turn.params;
  const going: number[] = [];
  const why: Reason[] = [];
  const scores = alliance.members.map(({ actor }, k) => {
    const score = worth(world, turn, alliance, k);
    if (score >= -inertia) return score + inertia;
    going.push(actor);
    why.push(explain(turn.scratch.desk.terms));
    return score + inertia;
  });
  const bargained =
    going.length === 1 && scores.length === 2 && rebalance(world, turn, alliance, scores[0]!, scores[1]!);
  if (going.length > 0 && !bargained) {
    if (alliance.members.length - going.length < 2) {
      dissolve(world, turn, alliance, 'lapsed', why[0]!);
      return;
    }
    going.forEach((actor, k) => {
      leave(world, turn, alliance, actor, why[k]!);
    });
  }
  turn.happen({ kind: 'renewed', alliance: alliance.id, who: idsOf(alliance, turn.names) });
  if (bargained) turn.happen({ kind: 'renegotiated', alliance: alliance.id, who: idsOf(alliance, turn.names) });
}

/** What going on is worth to the k-th member, with the impulse of the moment; the terms are left on the desk. */
function worth(world: World, turn: Turn<Params>, alliance: Alliance, k: number): number {
  const member = alliance.members[k]!;
  const { desk } = turn.scratch;
  const { ticksPerYear } = turn.model.scenario.time;
  const score = appraise(world, turn.params.weights, member.actor, stay(alliance, member, desk), ticksPerYear, desk);
  const impulse = turn.params.noise * turn.random().noise();
  desk.terms[TERM.impulse] = impulse;
  return score + impulse;
}

/** Shifts the quotas of two so that both gain, if there is a zone of agreement; a settled bargain also settles their quarrel. */
function rebalance(world: World, turn: Turn<Params>, alliance: Alliance, own: number, their: number): boolean {
  const [a, b] = alliance.members;
  const { budget } = world.columns;
  const quotas = strikeBargain(
    own,
    their,
    [a!.quota, b!.quota],
    [budget[a!.actor]!, budget[b!.actor]!],
    turn.params.weights.effort,
  );
  if (!quotas) return false;
  [a!.quota, b!.quota] = quotas;
  a!.inequity /= 2;
  b!.inequity /= 2;
  alliance.disputes = [];
  return true;
}
