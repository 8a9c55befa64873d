import { z } from 'zod';
import { exp, log } from '../../exact/exact-math.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { MOST } from '../../schema/common.ts';
import type { Clauses } from '../../schema/treaty.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import type { World } from '../../world/state.ts';
import { ces } from '../contribute/effort/aggregate.ts';
import { synergy, synergyParams } from './pool/synergy.ts';

const params = z.strictObject({
  memory: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .meta({ description: 'share of this year’s inequity in the felt inequity' }),
  abilityToPay: z.number().min(0).max(1).default(0.3).meta({
    description: 'share of a common burden that is judged relative to the own budget, not to the total cost',
  }),
  concession: z
    .number()
    .min(0)
    .max(2)
    .default(0.5)
    .meta({ description: 'share of the burden that full influence on the partners compensates' }),
  ...synergyParams.shape,
});
type Params = z.infer<typeof params>;

/** The pool of each alliance, each member's benefit from it and felt inequity, and each actor's welfare. */
export const pools = mechanism({
  name: 'pools',
  phase: 'produce',
  cites: [
    'Hirshleifer 1983',
    'Sandler & Forbes 1980',
    'Adams 1965',
    'Kravis & Davenport 1963',
    'Morrow 1991',
    'Barney 1991',
    'Hong & Page 2004',
    'Williams & O’Reilly 1998',
  ],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    const felt = context.model.perTick(context.params.memory);
    for (const alliance of world.alliances) {
      alliance.pool = aggregate(alliance);
      if (alliance.rival) {
        alliance.pool *= together(world, context, alliance);
        divide(world, alliance);
      } else
        for (const member of alliance.members)
          member.benefit = world.columns.effort[member.actor]! + world.columns.spillIn[member.actor]!;
      if (alliance.clauses.targetRate > 0) feel(world, alliance, felt, context.params);
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
  // Each aggregator is in the unit of the sum, so that equal efforts give the same pool under all of them.
  if (clauses.aggregator === 'weakest-link') return least * members.length;
  if (clauses.aggregator === 'best-shot') return most * members.length;
  if (clauses.aggregator === 'ces')
    return ces(
      members.map(({ effort }) => effort),
      clauses.substitution,
    );
  return sum;
}

/** The factor by which the same effort of these members yields more or less than that of others. */
function together(world: World, { params, scratch }: StepContext<Params>, { members, clauses }: Alliance): number {
  const { partners } = scratch.appraisal;
  for (let p = 0; p < members.length; p++) partners[p] = members[p]!.actor;
  return synergy(world, params, clauses, partners, members.length, scratch.a);
}

function divide(world: World, { members, clauses, pool }: Alliance): void {
  const { strength } = world.columns;
  let keys = 0;
  for (const { actor, effort } of members) keys += benefitKey(clauses, effort, strength[actor]!);
  for (const member of members) {
    const key = benefitKey(clauses, member.effort, strength[member.actor]!);
    member.benefit = pool * (keys > 0 ? key / keys : 1 / members.length);
  }
}

/** A member’s share of a rival pool is proportional to this, by the treaty’s rule. */
export function benefitKey({ benefitSharing }: Clauses, effort: number, strength: number): number {
  switch (benefitSharing) {
    case 'equal':
      return 1;
    case 'contribution':
      return effort;
    case 'resources':
      return strength;
    case 'need':
      return 1 / (0.1 + strength);
  }
}

/**
 * Inequity: a member's share of the cost less its share of the benefit. A common burden is measured in part by ability to pay
 * (Kravis & Davenport 1963): the same sum is a larger burden for a poorer member. A member's benefit from protection is, as in
 * Sandler & Forbes (1980), its share of what is protected and of the danger; the private part of an effort benefits the member that
 * makes it. A weaker member also pays in autonomy, and a stronger one gains influence in return (Morrow 1991); this is offset.
 */
function feel(world: World, alliance: Alliance, memory: number, { abilityToPay, concession }: Params): void {
  const { strength, threat, valuation, autonomy, budget } = world.columns;
  const { members, clauses } = alliance;
  const rival = alliance.rival;
  // Where the proceeds are divided, fairness compares benefits with contributions, whatever the members' means.
  const means = rival ? 0 : abilityToPay;
  let cost = 0;
  let rates = 0;
  let benefit = 0;
  let protectedStrength = 0;
  let danger = 0;
  let power = 0;
  let pliancy = 0;
  for (const member of members) {
    power += strength[member.actor]!;
    pliancy += 1 - autonomy[member.actor]!;
    cost += member.effort;
    rates += rateOf(member.effort, budget[member.actor]!);
    benefit += member.benefit;
    protectedStrength += valuation[member.actor]! * strength[member.actor]!;
    danger += valuation[member.actor]! * threat[member.actor]!;
  }
  const others = members.length - 1;
  for (const member of members) {
    const i = member.actor;
    const paid =
      cost > 0
        ? ((1 - means) * member.effort) / cost + (rates > 0 ? (means * rateOf(member.effort, budget[i]!)) / rates : 0)
        : 0;
    const had = rival
      ? share(member.benefit, benefit, members.length)
      : (share(valuation[i]! * strength[i]!, protectedStrength, members.length) +
          share(valuation[i]! * threat[i]!, danger, members.length)) /
        2;
    const say = concession * sayOf(strength[i]!, (power - strength[i]!) / others, 1 - autonomy[i]!, pliancy, others);
    member.inequity += memory * ((rival ? 1 : clauses.publicness) * (paid - had) - say - member.inequity);
  }
}

/**
 * The influence that a member of strength `own` has over others of mean strength `their`, as far as they accept constraint, [0, 1);
 * below 0 the influence that it yields, as far as it accepts it. `pliancy` is the sum of that acceptance over all members, itself
 * included.
 */
function sayOf(own: number, their: number, yields: number, pliancy: number, others: number): number {
  const over = (own - their) / (own + their || 1);
  return over * (over > 0 ? (pliancy - yields) / others : yields);
}

/** Effort as a share of the budget. */
const rateOf = (effort: number, budget: number): number => (budget > 0 ? effort / budget : 0);

const share = (part: number, whole: number, members: number): number => (whole > 0 ? part / whole : 1 / members);

/**
 * U_i = (1 − e)^(1−β) · (D/B)^β, where e is the share of the budget spent: Cobb–Douglas welfare relative to the actor's own budget.
 * D/B is capped at MOST, since the budget of a well-protected actor may decline to almost 0.
 */
function welfare(world: World, i: number): number {
  const { budget, spent, effort, spillIn, taste } = world.columns;
  const B = budget[i]!;
  const defence = effort[i]! + spillIn[i]!;
  if (B <= 0 || spent[i]! >= B || defence <= 0) return 0;
  const beta = taste[i]!;
  const left = 1 - spent[i]! / B;
  // (1−e) · ((D/B)/(1−e))^β: the same value with one logarithm instead of two.
  return left * exp(beta * log(Math.min(MOST, defence / B) / left));
}
