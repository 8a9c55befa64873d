import type { Alliance } from '../../../world/alliance.ts';
import { isRival } from '../../../world/clauses.ts';
import { FOES } from '../../../world/columns.ts';
import type { AppraisalBuffer } from '../../../world/scratch.ts';
import type { World } from '../../../world/state.ts';
import { depthOf } from './depth.ts';
import { poolReturns } from './pool-returns.ts';
import { type Prospect, TERM } from './terms.ts';
import type { Weights } from './weights.ts';

/** Writes the costs of a treaty with these partners, and the sunk cost of past membership. */
export function weighCosts(
  world: World,
  weights: Weights,
  i: number,
  prospect: Prospect,
  ticksPerYear: number,
  buffer: AppraisalBuffer,
): void {
  const { terms, foes } = buffer;
  const { partners, count, clauses, bond, leader, quota, member, alliance } = prospect;
  const { strength, autonomy, budget, effort, biases, culture } = world.columns;
  const depth = depthOf(bond);
  let power = 0;
  for (let p = 0; p < count; p++) power += strength[partners[p]!]!;
  const share = power / (power + strength[i]! || 1);
  // Consensus makes constraint lighter, since nothing is decided against a member with a veto (Buchanan & Tullock 1962). Under a
  // hegemon constraint is heavier, but less so in a culture that accepts hierarchy.
  const subject = clauses.governance === 'hegemonic' && leader >= 0 && leader !== i;
  const constraint = subject ? 1.75 - culture[i * 5]! : clauses.governance === 'consensus' ? 0.75 : 1;
  const burden = !subject || !member ? 1 : tributeFelt(clauses.targetRate * budget[i]!, quota);
  const rival = isRival(clauses);
  // Contributions to a rival pool are paid in addition to the common effort.
  const more = quota - (rival ? (member?.effort ?? 0) : effort[i]!);
  if (rival) terms[TERM.proceeds] = weights.proceeds * poolReturns(world, i, prospect, ticksPerYear, buffer);
  terms[TERM.effort] = budget[i]! > 0 && more > 0 ? (-weights.effort * more) / budget[i]! : 0;
  terms[TERM.autonomy] = -weights.autonomy * autonomy[i]! * clauses.formality * share * constraint * burden;
  terms[TERM.entanglement] = -weights.entanglement * depth * entanglement(world, i, partners, count, foes);
  terms[TERM.commitment] = -weights.commitment * depth * load(world, i, alliance);
  terms[TERM.openness] = -weights.openness * culture[i * 5 + 2]! * openness(clauses.term) * (1 - clauses.formality);
  if (!member || !alliance) return;
  if (member.inequity > 0) terms[TERM.inequity] = -weights.inequity * member.inequity;
  for (const dispute of alliance.disputes)
    if (dispute.actor === i && dispute.rung === 'exit') terms[TERM.grievance] = -weights.grievance;
  const years = (world.tick - member.joined) / ticksPerYear;
  terms[TERM['sunk cost']] = weights.sunkCost * biases[i * 3 + 2]! * (years / (years + 5));
}

/**
 * Summed danger of the partners’ foes outside the treaty, each counted once, by its danger to the partner it threatens most. A foe
 * with which i shares interests weighs more, and one of i's own two worst foes weighs half. One row of foes a treaty avoids a loop
 * over triples.
 */
function entanglement(world: World, i: number, partners: Int32Array, count: number, row: Float64Array): number {
  const n = world.shape.actors;
  const { foe, foeThreat } = world.columns;
  const { affinity } = world.derived;
  const first = i * FOES;
  let drawn = 0;
  // Partners do not count as foes here: no danger exceeds the infinite entry in their place of the row.
  for (let p = 0; p < count; p++) row[partners[p]!] = Infinity;
  row[i] = Infinity;
  for (let p = 0; p < count; p++) {
    const from = partners[p]! * FOES;
    for (let f = from; f < from + FOES; f++) {
      const k = foe[f]!;
      if (k < 0) break;
      const more = foeThreat[f]! - row[k]!;
      if (more <= 0) continue;
      row[k]! += more;
      const shared = k < n ? (1 + affinity[i * n + k]!) / 2 : 0.25;
      drawn += more * shared * (k === foe[first] || k === foe[first + 1] ? 0.5 : 1);
    }
  }
  for (let p = 0; p < count; p++) {
    const from = partners[p]! * FOES;
    row[partners[p]!] = 0;
    for (let f = from; f < from + FOES && foe[f]! >= 0; f++) row[foe[f]!] = 0;
  }
  row[i] = 0;
  return drawn;
}

/** Load of the treaties that an actor has besides this one: Σ depth × formality. */
function load(world: World, i: number, besides: Alliance | undefined): number {
  let carried = 0;
  for (const index of world.derived.treaties[i]!) {
    const alliance = world.alliances[index]!;
    if (alliance !== besides) carried += loadOf(alliance);
  }
  return carried;
}

/** What one treaty adds to an actor's load of obligations. */
export const loadOf = ({ bond, clauses }: Alliance): number => depthOf(bond) * (0.3 + 0.7 * clauses.formality);

/** How open-ended a term is: 1 without a term, ½ at ten years. */
const openness = (term: number | null): number => (term === null ? 1 : term / (term + 10));

/** A hegemon’s constraint is felt more, up to threefold, the more its quota exceeds what was agreed (Thucydides 1.99). */
const tributeFelt = (agreed: number, asked: number): number =>
  agreed > 0 ? Math.min(3, Math.max(1, asked / agreed)) : 1;
