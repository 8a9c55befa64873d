import { PARTNER_BIT } from '../schema/treaty.ts';
import type { Alliance } from './alliance.ts';
import { FOES } from './columns.ts';
import type { World } from './state.ts';

/** Recomputes from the alliances what each actor owes each other: where an alliance ended, and after a restoration. */
export function bind(world: World): void {
  const { bonds, treaties } = world.derived;
  bonds.fill(0);
  for (const list of treaties) list.length = 0;
  world.alliances.forEach((alliance, index) => {
    for (const { actor } of alliance.members) treaties[actor]!.push(index);
    addBonds(world, alliance);
  });
}

export function addBonds(world: World, alliance: Alliance): void {
  const n = world.shape.actors;
  const { bonds } = world.derived;
  const { members, leader, bond } = alliance;
  const others = isHub(alliance) ? PARTNER_BIT : bond;
  for (const { actor: a } of members)
    for (const { actor: b } of members) if (a !== b) bonds[a * n + b]! |= a === leader || b === leader ? bond : others;
}

/** Adds what a new member and the others owe each other; they are not recomputed, since bonds only grow by it. */
export function bindMember(world: World, alliance: Alliance, actor: number): void {
  const index = world.alliances.indexOf(alliance);
  const own = world.derived.treaties[actor]!;
  const after = own.findIndex((other) => other > index);
  own.splice(after < 0 ? own.length : after, 0, index);
  addBondsOf(world, alliance, actor);
}

/** Recomputes what an actor that left an alliance and all others owe each other. */
export function unbindMember(world: World, alliance: Alliance, actor: number): void {
  const own = world.derived.treaties[actor]!;
  own.splice(own.indexOf(world.alliances.indexOf(alliance)), 1);
  rebindActor(world, actor);
}

/** Recomputes what an actor and all others owe each other. */
export function rebindActor(world: World, actor: number): void {
  const n = world.shape.actors;
  const { bonds, treaties } = world.derived;
  for (let other = 0; other < n; other++) {
    bonds[actor * n + other] = 0;
    bonds[other * n + actor] = 0;
  }
  for (const index of treaties[actor]!) addBondsOf(world, world.alliances[index]!, actor);
}

function addBondsOf(world: World, alliance: Alliance, actor: number): void {
  const n = world.shape.actors;
  const { bonds } = world.derived;
  for (const { actor: other } of alliance.members) {
    if (other === actor) continue;
    const bond = bondBetween(alliance, actor, other);
    bonds[actor * n + other]! |= bond;
    bonds[other * n + actor]! |= bond;
  }
}

/** Whether two members owe each other the treaty's obligations: in a hub only if one of them is its leader. */
export const areBound = (alliance: Alliance, a: number, b: number): boolean =>
  !isHub(alliance) || a === alliance.leader || b === alliance.leader;

const isHub = ({ clauses, leader }: Alliance): boolean => clauses.structure === 'hub' && leader >= 0;

/** The obligations that a treaty creates between two of its members; two spokes of a hub share only the membership. */
export const bondBetween = (alliance: Alliance, a: number, b: number): number =>
  areBound(alliance, a, b) ? alliance.bond : PARTNER_BIT;

/** The share of i's perceived danger that comes from those whom a scope names; 1 where the scope names nobody. */
export function relevanceOf({ columns: { foe, foeThreat } }: World, i: number, scope: readonly number[]): number {
  if (scope.length === 0) return 1;
  let named = 0;
  let all = 0;
  for (let f = i * FOES; f < (i + 1) * FOES && foe[f]! >= 0; f++) {
    all += foeThreat[f]!;
    if (scope.includes(foe[f]!)) named += foeThreat[f]!;
  }
  return all > 0 ? named / all : 0;
}
