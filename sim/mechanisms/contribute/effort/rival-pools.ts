import { decidedRate, decisionText, isTo, tellOutcome } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import type { Alliance, Member } from '../../../world/alliance.ts';
import { memberOf } from '../../../world/membership.ts';
import type { World } from '../../../world/state.ts';
import { chooseEffort, type EffortContext } from './effort-choice.ts';
import type { PledgeParams } from './params.ts';

interface Pool {
  alliance: Alliance;
  taste: number;
  spill: number;
}

/**
 * Divides the budget that defence leaves among the actor's rival pools. With Cobb–Douglas preferences over several goods the best
 * response spends on each good its share of full income (own plus spill-in) less its spill-in. A good that others already supply
 * beyond that is dropped, and the rest is divided again. What a person decided for a pool comes first; the effort of an actor that is
 * held stays at its share of the budget.
 * @param kept of each actor that is held, the growth of its budget.
 */
export function shareBudget(
  world: World,
  context: StepContext<PledgeParams>,
  pace: number,
  kept?: ReadonlyMap<number, number>,
): void {
  const { params } = context;
  if (!world.alliances.some(({ rival }) => rival)) return;
  reportDecisions(world, context);
  const { budget, effort, spent, valuation } = world.columns;
  for (let i = 0; i < world.shape.actors; i++) {
    const pools: Pool[] = [];
    const purse = budget[i]! - effort[i]!;
    let paid = 0;
    let joined = false;
    for (const index of world.derived.treaties[i]!) {
      const alliance = world.alliances[index]!;
      if (!alliance.rival) continue;
      const mine = memberOf(alliance, i)!;
      joined = true;
      const rate = decidedRate(context, alliance, i);
      const fixed = rate !== undefined ? rate * budget[i]! : kept?.has(i) ? mine.effort * kept.get(i)! : undefined;
      if (fixed !== undefined) {
        mine.effort = Math.max(0, Math.min(purse - paid, fixed));
        paid += mine.effort;
        continue;
      }
      let others = 0;
      for (const member of alliance.members) if (member !== mine) others += member.effort;
      pools.push({ alliance, taste: params.purpose * valuation[i]!, spill: alliance.clauses.publicness * others });
    }
    if (!joined) continue;
    for (const { alliance, wanted } of respond(pools, purse - paid)) {
      const mine = memberOf(alliance, i)!;
      const standing = known(world, alliance, mine, params);
      const would = chooseEffort(world, context, i, wanted, standing, mine.effort, purse);
      const target = would + standing.compliance * Math.max(0, mine.quota - would);
      const next = Math.min(
        purse - paid,
        mine.effort + Math.min(pace, 1 / alliance.members.length) * (target - mine.effort),
      );
      mine.effort = Math.max(0, next);
      paid += mine.effort;
    }
    spent[i] = effort[i]! + paid;
  }
}

/** A decision on effort for one alliance takes effect in a rival pool of which the actor is a member. */
function reportDecisions(world: World, context: StepContext): void {
  for (const decision of context.decisions.list) {
    if (!isTo(decision, 'contribute') || decision.choice.alliance === undefined) continue;
    const { actor, choice } = decision;
    const pool = world.alliances.find(({ id }) => id === choice.alliance);
    if (pool?.rival && memberOf(pool, actor))
      tellOutcome(context, decision, {
        kind: 'intervention',
        who: [context.names[actor]!],
        what: decisionText(choice),
      });
  }
}

/** The pool’s quota and its enforcement, in the same form as for the common defence. */
function known(world: World, alliance: Alliance, mine: Member, params: PledgeParams): EffortContext {
  const { publicness, formality, monitoring, sanction } = alliance.clauses;
  let paid = 0;
  let given = 0;
  for (const member of alliance.members) {
    if (member === mine) continue;
    paid += member.seen;
    given += member.effort;
  }
  const seen = alliance.members.length > 1 ? paid / (alliance.members.length - 1) : 1;
  const word = params.word * world.columns.loyalty[mine.actor]! + params.reciprocity * seen;
  const compliance = Math.min(1, formality * word + monitoring * Math.min(1, sanction));
  return { quota: mine.quota, compliance, seen, coupling: 0, spill: publicness * given };
}

function respond(pools: readonly Pool[], purse: number): { alliance: Alliance; wanted: number }[] {
  let active = pools.slice();
  for (;;) {
    let odds = 1;
    let income = purse;
    for (const pool of active) {
      odds += pool.taste;
      income += pool.spill;
    }
    const kept = active.filter((pool) => (pool.taste / odds) * income > pool.spill);
    if (kept.length === active.length) {
      return pools.map((pool) => ({
        alliance: pool.alliance,
        wanted: active.includes(pool) ? (pool.taste / odds) * income - pool.spill : 0,
      }));
    }
    active = kept;
  }
}
