import { DEFENDS } from '../../../schema/treaty.ts';
import type { Alliance } from '../../../world/alliance.ts';
import { memberOf } from '../../../world/membership.ts';
import { areBound, relevanceOf } from '../../../world/obligations.ts';
import type { Scratch } from '../../../world/scratch.ts';
import type { World } from '../../../world/state.ts';

/** Share of its strength that an actor brings to a fight: a minimum, plus more as it spends more of its budget on defence. */
export const readiness = (world: World, i: number, floor: number): number => {
  const { budget, effort } = world.columns;
  return floor + (1 - floor) * (budget[i]! > 0 ? Math.min(1, (2 * effort[i]!) / budget[i]!) : 0);
};

/** Stands for no particular attacker: treaties then count by their relevance to the actor’s dangers. */
export const ANYONE = -1;

/** The support that each actor expects of its distinct defensive allies: Σ believed strength × trust. */
export function expectSupport(world: World, { mark }: Scratch): void {
  const { support } = world.columns;
  mark.fill(-1);
  for (let i = 0; i < world.shape.actors; i++) support[i] = expectedOf(world, mark, i, ANYONE);
}

/** The support that i expects against one attacker, from allies whose obligation applies to that attacker. */
export function supportAgainst(world: World, { mark }: Scratch, i: number, attacker: number): number {
  mark.fill(-1);
  return expectedOf(world, mark, i, attacker);
}

// An ally of several treaties counts once. Treaties without a scope come first, so that a narrower obligation does not displace a
// wider one.
function expectedOf(world: World, mark: Int32Array, i: number, attacker: number): number {
  let expected = 0;
  let scoped = false;
  mark[i] = i;
  for (const index of world.derived.treaties[i]!) {
    const alliance = world.alliances[index]!;
    if ((alliance.bond & DEFENDS) === 0) continue;
    if (alliance.scope.length > 0) scoped = true;
    else if (attacker === ANYONE || calls(alliance, attacker)) expected += aidOf(world, mark, alliance, i, attacker);
  }
  if (!scoped) return expected;
  for (const index of world.derived.treaties[i]!) {
    const alliance = world.alliances[index]!;
    if ((alliance.bond & DEFENDS) === 0 || alliance.scope.length === 0) continue;
    const weight = attacker === ANYONE ? relevanceOf(world, i, alliance.scope) : Number(calls(alliance, attacker));
    if (weight > 0) expected += weight * aidOf(world, mark, alliance, i, attacker);
  }
  return expected;
}

/** Σ believed strength × trust over the members bound to i that are not counted yet. */
function aidOf(world: World, mark: Int32Array, alliance: Alliance, i: number, attacker: number): number {
  const { belief, calculative, relational } = world.columns;
  const n = world.shape.actors;
  const kappa = world.derived.kappa[i]!;
  const hub = alliance.clauses.structure === 'hub';
  let aid = 0;
  for (const { actor: k } of alliance.members) {
    if (mark[k] === i || k === attacker || (hub && !areBound(alliance, i, k))) continue;
    mark[k] = i;
    const slot = i * n + k;
    aid += belief[slot]! * ((1 - kappa) * calculative[slot]! + kappa * relational[slot]!);
  }
  return aid;
}

/**
 * Whether an attack by this foe is a casus foederis of the treaty: the foe is in its scope, and is no fellow member, except under
 * collective security.
 */
export const calls = (alliance: Alliance, foe: number): boolean =>
  (alliance.scope.length === 0 || alliance.scope.includes(foe)) &&
  (alliance.clauses.casusFoederis === 'anyone' || !memberOf(alliance, foe));
