import { log } from '../../../exact/exact-math.ts';
import { MOST } from '../../../schema/common.ts';
import { BOUND, DEFENDS } from '../../../schema/treaty.ts';
import type { Alliance } from '../../../world/alliance.ts';
import { FOES } from '../../../world/columns.ts';
import { memberOf } from '../../../world/membership.ts';
import { bondBetween, relevanceOf } from '../../../world/obligations.ts';
import type { World } from '../../../world/state.ts';
import { depthOf, reliefOf } from './depth.ts';
import { type Prospect, TERM } from './terms.ts';
import type { Weights } from './weights.ts';

/** Writes the benefits of a treaty with these partners. */
export function weighGains(
  world: World,
  weights: Weights,
  i: number,
  prospect: Prospect,
  ticksPerYear: number,
  terms: Float64Array,
): void {
  const { partners, count, bond, alliance, member } = prospect;
  const n = world.shape.actors;
  const { strength, threat, autonomy, belief, hostility, proximity, standing, calculative, relational, foe } =
    world.columns;
  const enemy = foe[i * FOES]!;
  const { bonds, affinity } = world.derived;
  const kappa = world.derived.kappa[i]!;
  const defends = (bond & DEFENDS) !== 0;
  const relevance = relevanceOf(world, i, prospect.scope);
  const depth = depthOf(bond);
  const power = strength[i]!;
  let aid = 0;
  let counted = 0;
  let danger = 0;
  let likeness = 0;
  let faith = 0;
  let rank = 0;
  let say = 0;
  let enmity = 0;
  let fellows = 0;
  for (let p = 0; p < count; p++) {
    const j = partners[p]!;
    const there = i * n + j;
    const back = j * n + i;
    const trust = (1 - kappa) * calculative[there]! + kappa * relational[there]!;
    const view = belief[there]!;
    const near = proximity[there]!;
    // A partner matters by its proximity to the actor or to the actor’s worst foe: a second front (Kautilya’s circle of states).
    const reach = 0.3 + 0.7 * Math.max(near, nearFoe(world, i, j));
    const owed = alliance === undefined ? bonds[there]! : bondBesides(world, i, j, alliance);
    // A partner that defends i through another treaty as well adds no security here, and the benefits of that treaty are not
    // counted again.
    if (defends && (owed & DEFENDS) === 0) {
      aid += view * trust * reach * relevance;
      counted += view * trust * relevance;
    }
    const fresh = Math.max(0, depth - depthOf(owed));
    if ((owed & BOUND) === 0) danger += (hostility[there]! * near * view) / (power + view || 1);
    const influence = (1 - autonomy[j]!) * Math.max(0, (power - strength[j]!) / (power + strength[j]! || 1));
    likeness += fresh * reach * affinity[there]!;
    faith += fresh * reach * (trust - 0.5);
    rank += fresh * (standing[j]! - standing[i]!);
    say += fresh * influence;
    if (enemy >= 0 && foe[j * FOES] === enemy) fellows++;
    enmity += hostility[there]! + hostility[back]!;
  }
  // Support expected from this treaty’s allies is not part of what the actor has without it.
  const without = power + Math.max(0, world.columns.support[i]! - (alliance ? counted : 0)) + weights.footing;
  terms[TERM.security] = aid > 0 ? weights.security * threat[i]! * log(1 + Math.min(MOST, aid / without)) : 0;
  terms[TERM.relief] = weights.relief * reliefOf(bond) * Math.min(1, danger);
  terms[TERM.affinity] = (weights.affinity * likeness) / count;
  terms[TERM.trust] = (weights.trust * faith) / count;
  terms[TERM.status] = (weights.status * rank) / count;
  terms[TERM.influence] = (weights.influence * say) / count;
  terms[TERM.enmity] = (-weights.enmity * Math.min(1, depth) * enmity) / (2 * count);
  if (world.shape.resources > 1)
    terms[TERM.complementarity] = weights.complementarity * complementarity(world, i, partners, count);
  if (!member) return;
  // Actors with the same foe form an in-group (Tajfel & Turner 1979; Coser 1956).
  const years = (world.tick - member.joined) / ticksPerYear;
  terms[TERM.identity] = weights.identity * (years / (years + 10)) * threat[i]! * (0.5 + fellows / count);
}

/** Proximity of j to the foe that i fears most; 0 where i fears none, or fears j itself. */
function nearFoe(world: World, i: number, j: number): number {
  const n = world.shape.actors;
  const k = world.columns.foe[i * FOES]!;
  if (k < 0 || k === j) return 0;
  return k < n ? world.columns.proximity[k * n + j]! : world.columns.threatProximity[(k - n) * n + j]!;
}

/** What i and j owe each other through treaties other than this one. */
function bondBesides(world: World, i: number, j: number, alliance: Alliance): number {
  const treaties = world.derived.treaties[i]!;
  if (treaties.length === 1) return 0;
  let bond = 0;
  for (const index of treaties) {
    const other = world.alliances[index]!;
    if (other !== alliance && memberOf(other, j)) bond |= bondBetween(other, i, j);
  }
  return bond;
}

/** Σ over resource kinds of how much larger its share is among the partners than with the actor (resource pooling). */
function complementarity(world: World, i: number, partners: Int32Array, count: number): number {
  const m = world.shape.resources;
  const { resources } = world.columns;
  let own = 0;
  let theirs = 0;
  for (let k = 0; k < m; k++) {
    own += resources[i * m + k]!;
    for (let p = 0; p < count; p++) theirs += resources[partners[p]! * m + k]!;
  }
  if (own <= 0 || theirs <= 0) return 0;
  let lacking = 0;
  for (let k = 0; k < m; k++) {
    let pooled = 0;
    for (let p = 0; p < count; p++) pooled += resources[partners[p]! * m + k]!;
    lacking += Math.max(0, pooled / theirs - resources[i * m + k]! / own);
  }
  return lacking;
}
