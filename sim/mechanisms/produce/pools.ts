import { z } from 'zod';
import type { Alliance, Member } from '../../alliance.ts';
import { mechanism } from '../../mechanism.ts';
import { exp, log } from '../../real.ts';
import { MOST } from '../../schema/common.ts';
import type { World } from '../../world.ts';
import { ces } from '../contribute/aggregate.ts';

const params = z.strictObject({
  memory: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .meta({ description: 'share of this year’s inequity in what a member feels' }),
});
/** The pool of each alliance, what each member has of it, how fair that feels, and each actor's welfare. */
export const pools = mechanism({
  name: 'pools',
  phase: 'produce',
  cites: ['Hirshleifer 1983', 'Sandler & Forbes 1980', 'Adams 1965'],
  params,
  step(world, turn) {
    const felt = turn.model.perTick(turn.params.memory);
    for (const alliance of world.alliances) {
      alliance.pool = aggregate(alliance);
      if (alliance.rival) divide(world, alliance);
      else
        for (const member of alliance.members)
          member.benefit = world.columns.effort[member.actor]! + world.columns.spillIn[member.actor]!;
      if (alliance.clauses.targetRate > 0) feel(world, alliance, felt);
    }
    const { budget, spent, rate } = world.columns;
    for (let i = 0; i < world.shape.actors; i++) {
      rate[i] = budget[i]! > 0 ? spent[i]! / budget[i]! : 0;
      world.columns.welfare[i] = welfare(world, i);
    }
  },
});

function aggregate({ members, clauses }: Alliance): number {
  let sum = 0;
  let least = Infinity;
  let most = 0;
  for (const { effort } of members) {
    sum += effort;
    if (effort < least) least = effort;
    if (effort > most) most = effort;
  }
  // Each aggregator in the unit of the sum, so that equal efforts make the same pool under all of them.
  if (clauses.aggregator === 'weakest-link') return least * members.length;
  if (clauses.aggregator === 'best-shot') return most * members.length;
  if (clauses.aggregator === 'ces')
    return ces(
      members.map(({ effort }) => effort),
      clauses.substitution,
    );
  return sum;
}

function divide(world: World, alliance: Alliance): void {
  let keys = 0;
  for (const member of alliance.members) keys += benefitKey(world, alliance, member);
  for (const member of alliance.members) {
    const share = keys > 0 ? benefitKey(world, alliance, member) / keys : 1 / alliance.members.length;
    member.benefit = alliance.pool * share;
  }
}

function benefitKey(world: World, alliance: Alliance, member: Member): number {
  const { strength } = world.columns;
  switch (alliance.clauses.benefitSharing) {
    case 'equal':
      return 1;
    case 'contribution':
      return member.effort;
    case 'resources':
      return strength[member.actor]!;
    case 'need':
      return 1 / (0.1 + strength[member.actor]!);
  }
}

/**
 * Inequity: own share of the cost less own share of the benefit. What protection is worth to a member is taken, as Sandler &
 * Forbes (1980) do, from its share of what is protected and of the danger; the private part of an effort benefits who makes it.
 */
function feel(world: World, alliance: Alliance, memory: number): void {
  const { strength, threat, valuation } = world.columns;
  const { members, clauses } = alliance;
  const rival = alliance.rival;
  let cost = 0;
  let benefit = 0;
  let protectedStrength = 0;
  let danger = 0;
  for (const member of members) {
    cost += member.effort;
    benefit += member.benefit;
    protectedStrength += valuation[member.actor]! * strength[member.actor]!;
    danger += valuation[member.actor]! * threat[member.actor]!;
  }
  for (const member of members) {
    const i = member.actor;
    const paid = cost > 0 ? member.effort / cost : 0;
    const had = rival
      ? share(member.benefit, benefit, members.length)
      : (share(valuation[i]! * strength[i]!, protectedStrength, members.length) +
          share(valuation[i]! * threat[i]!, danger, members.length)) /
        2;
    member.inequity += memory * ((rival ? 1 : clauses.publicness) * (paid - had) - member.inequity);
  }
}

const share = (part: number, whole: number, members: number): number => (whole > 0 ? part / whole : 1 / members);

/**
 * U_i = (1 − e)^(1−β) · (D/B)^β, e the share of the budget spent: Cobb–Douglas welfare as a share of the own budget. D/B is cut at
 * MOST: under the shield of an ally an actor may decline until its budget is next to nothing.
 */
function welfare(world: World, i: number): number {
  const { budget, spent, effort, spillIn, taste } = world.columns;
  const B = budget[i]!;
  const defence = effort[i]! + spillIn[i]!;
  if (B <= 0 || spent[i]! >= B || defence <= 0) return 0;
  const beta = taste[i]!;
  return exp((1 - beta) * log(1 - spent[i]! / B) + beta * log(Math.min(MOST, defence / B)));
}
