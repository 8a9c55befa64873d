import { airportShares } from './airport-shares.ts';
import type { Alliance } from './alliance.ts';
import type { World } from './state.ts';

/**
 * Sets every member's quota by the treaty's burden-sharing rule, from current resources and interests; quotas then stay fixed until
 * the next review. Together they ask `targetRate` of the members' joint budget; none exceeds its member's budget. Equal shares,
 * shares of resources, and shares of the benefit (valuation × threat) follow Sandler & Forbes (1980).
 */
export function assess(world: World, alliance: Alliance): void {
  const { budget } = world.columns;
  const { members, clauses } = alliance;
  if (clauses.burdenSharing === 'shapley') {
    assessByShapley(world, alliance);
    return;
  }
  let joint = 0;
  let key = 0;
  for (const { actor } of members) {
    joint += budget[actor]!;
    key += burdenKey(world, alliance, actor);
  }
  for (const member of members) {
    const share = key > 0 ? burdenKey(world, alliance, member.actor) / key : 1 / members.length;
    member.quota = Math.min(budget[member.actor]!, clauses.targetRate * joint * share);
  }
}

/**
 * Shapley shares of the cost to protect the members, c(S) = ψ max need + (1−ψ) Σ need: a public defence is built once for the
 * neediest, a private one for each. By additivity the value is ψ times that of the airport game (Littlechild & Owen 1973) plus
 * (1−ψ) times the own need, so it is exact for any number of members.
 */
function assessByShapley(world: World, alliance: Alliance): void {
  const { budget } = world.columns;
  const { members, clauses } = alliance;
  const needs = members.map(({ actor }) => burdenKey(world, alliance, actor));
  const built = airportShares(needs);
  let joint = 0;
  let cost = 0;
  members.forEach(({ actor }, k) => {
    joint += budget[actor]!;
    built[k] = clauses.publicness * built[k]! + (1 - clauses.publicness) * needs[k]!;
    cost += built[k]!;
  });
  members.forEach((member, k) => {
    const share = cost > 0 ? built[k]! / cost : 1 / members.length;
    member.quota = Math.min(budget[member.actor]!, clauses.targetRate * joint * share);
  });
}

/** A quota cannot exceed its member's budget: after a fall of the budget the quota is lowered to it. */
export function capQuotas(world: World): void {
  const { budget } = world.columns;
  for (const { members } of world.alliances)
    for (const member of members) if (member.quota > budget[member.actor]!) member.quota = budget[member.actor]!;
}

/** A member's share of the burden is proportional to this. */
function burdenKey(world: World, alliance: Alliance, actor: number): number {
  const { budget, strength, valuation, threat } = world.columns;
  switch (alliance.clauses.burdenSharing) {
    case 'equal':
      return 1;
    case 'benefit':
    case 'shapley':
      return valuation[actor]! * (0.05 + threat[actor]!);
    case 'resources':
      return strength[actor]!;
    case 'target':
      return budget[actor]!;
  }
}
