import { PARTNER_BIT } from '../schema/treaty.ts';
import type { Alliance } from './alliance.ts';
import { FOES } from './columns.ts';
import type { World } from './state.ts';

/** Recomputes from the alliances what each actor owes each other. */
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
  for (const { actor: a } of alliance.members)
    for (const { actor: b } of alliance.members) if (a !== b) bonds[a * n + b]! |= bondBetween(alliance, a, b);
}

/** Whether two members owe each other the treaty's obligations: in a hub only if one of them is its leader. */
export const areBound = ({ clauses, leader }: Alliance, a: number, b: number): boolean =>
  clauses.structure !== 'hub' || leader < 0 || a === leader || b === leader;

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
