import { reasons, type Term } from '../../event.ts';
import { log } from '../../real.ts';
import { BOUND, type Clauses, OBLIGATION_BIT, OBLIGATIONS, type Obligation } from '../../schema/treaty.ts';
import { memberOf } from '../../treaty.ts';
import { trustBetween } from '../../trust.ts';
import { type Alliance, bondOf, FOES, type Member, type World } from '../../world.ts';
import type { Weights } from './weights.ts';

export const TERMS = [
  'security',
  'relief',
  'affinity',
  'trust',
  'identity',
  'complementarity',
  'status',
  'effort',
  'autonomy',
  'entanglement',
  'commitment',
  'inequity',
  'grievance',
  'sunk cost',
  'enmity',
] as const;

/** How far each obligation draws an actor into its partners' quarrels, and how much of a partner's own danger it takes away. */
const DEPTH: Record<Obligation, number> = {
  defence: 1,
  offence: 1.2,
  neutrality: 0.4,
  nonaggression: 0.15,
  consultation: 0.2,
};
const RELIEF: Record<Obligation, number> = {
  defence: 1,
  offence: 1,
  nonaggression: 1,
  neutrality: 0.7,
  consultation: 0.3,
};

/** Depth of every set of obligations that a bond's bits can hold. */
const BOND_DEPTH = Float64Array.from({ length: 64 }, (_, bits) => {
  let depth = bits === 0 ? 0 : 0.1;
  for (const obligation of OBLIGATIONS)
    if ((bits & OBLIGATION_BIT[obligation]) !== 0) depth = Math.max(depth, DEPTH[obligation]);
  return depth;
});

export function depthOf({ obligations }: Clauses): number {
  let depth = 0.1;
  for (const obligation of obligations) depth = Math.max(depth, DEPTH[obligation]);
  return depth;
}

/** Where an appraisal is worked out: its terms stay there, for the reasons; the row of foes is left at 0. */
export interface Desk {
  terms: Float64Array;
  foes: Float64Array;
}

/** A treaty as one actor looks at it: with whom, under what clauses, and what is already known of its own place in it. */
export interface Prospect {
  partners: readonly number[];
  clauses: Clauses;
  leader: number;
  /** Quota asked of the actor, resource units a tick. */
  quota: number;
  /** Its membership, and its alliance's founding, where it is already in. */
  member: Member | undefined;
  alliance: Alliance | undefined;
}

/** What a treaty is worth to actor i: the sum of the terms it writes to the desk, above 0 if it is better in than out. */
export function appraise(
  world: World,
  weights: Weights,
  i: number,
  prospect: Prospect,
  ticksPerYear: number,
  desk: Desk,
): number {
  const values = desk.terms;
  values.fill(0);
  gains(world, weights, i, prospect, ticksPerYear, desk);
  costs(world, weights, i, prospect, ticksPerYear, desk);
  let score = 0;
  for (let k = 0; k < TERMS.length; k++) score += values[k]!;
  return score;
}

/** The terms that a newcomer changes for those already in: what it brings, and the foes it brings. */
const BROUGHT = [0, 1, 2, 3, 5, 6, 9, 14];

/** What admitting the one partner of `prospect` is worth to a member that carries the treaty anyway. */
export function welcome(
  world: World,
  weights: Weights,
  i: number,
  prospect: Prospect,
  ticksPerYear: number,
  desk: Desk,
): number {
  appraise(world, weights, i, prospect, ticksPerYear, desk);
  const values = desk.terms;
  let score = 0;
  for (const k of BROUGHT) score += values[k]!;
  return score;
}

/** The reasons in an appraisal's terms. */
export const explain = (terms: Float64Array): { because: Term[]; score: number } => reasons(TERMS, terms);

function gains(world: World, weights: Weights, i: number, prospect: Prospect, ticksPerYear: number, desk: Desk): void {
  const values = desk.terms;
  const { partners, clauses, alliance } = prospect;
  const n = world.shape.actors;
  const { strength, threat, autonomy, belief, hostility, proximity, standing } = world.columns;
  const { bonds, affinity } = world.derived;
  const defends = clauses.obligations.includes('defence');
  const depth = depthOf(clauses);
  let relieved = 0;
  for (const obligation of clauses.obligations) relieved = Math.max(relieved, RELIEF[obligation]);
  let aid = 0;
  let danger = 0;
  let likeness = 0;
  let faith = 0;
  let rank = 0;
  let enmity = 0;
  for (const j of partners) {
    const trust = trustBetween(world, i, j);
    const view = belief[j * n + i]!;
    // Who defends i through another treaty as well adds nothing here.
    // A far partner helps less and matters less.
    const reach = 0.3 + 0.7 * proximity[i * n + j]!;
    const owed = alliance === undefined ? bonds[i * n + j]! : bondBesides(world, i, j, alliance);
    if (defends && (owed & OBLIGATION_BIT.defence) === 0) aid += view * trust * reach;
    // What another treaty of the two already gives is not gained again.
    const fresh = Math.max(0, 1 - BOND_DEPTH[owed]! / depth);
    if ((owed & BOUND) === 0)
      danger += (hostility[j * n + i]! * proximity[j * n + i]! * view) / (strength[i]! + view || 1);
    likeness += fresh * reach * affinity[i * n + j]!;
    faith += fresh * reach * (trust - 0.5);
    const influence =
      (1 - autonomy[j]!) * Math.max(0, (strength[i]! - strength[j]!) / (strength[i]! + strength[j]! || 1));
    rank += fresh * (standing[j]! - standing[i]! + influence);
    enmity += hostility[i * n + j]! + hostility[j * n + i]!;
  }
  const without = strength[i]! + Math.max(0, world.columns.support[i]! - (alliance && defends ? aid : 0));
  const count = partners.length;
  values[0] = aid > 0 ? weights.security * threat[i]! * log(1 + aid / (without + weights.footing)) : 0;
  values[1] = weights.relief * relieved * Math.min(1, danger);
  values[2] = (weights.affinity * likeness) / count;
  values[3] = (weights.trust * faith) / count;
  if (alliance) {
    const years = (world.tick - alliance.founded) / ticksPerYear;
    values[4] = weights.identity * (years / (years + 10)) * threat[i]!;
  }
  values[5] = weights.complementarity * complementarity(world, i, partners);
  values[6] = (weights.status * rank) / count;
  values[14] = (-weights.enmity * enmity) / (2 * count);
}

/** What i and j owe each other through treaties other than this one. */
function bondBesides(world: World, i: number, j: number, alliance: Alliance): number {
  const treaties = world.derived.treaties[i]!;
  if (treaties.length === 1) return 0;
  let bond = 0;
  for (const index of treaties) {
    const other = world.alliances[index]!;
    if (other !== alliance && memberOf(other, j)) bond |= bondOf(other);
  }
  return bond;
}

/** Σ over resource kinds of how much larger its share is among the partners than with the actor; 0 where there is one kind. */
function complementarity(world: World, i: number, partners: readonly number[]): number {
  const m = world.shape.resources;
  if (m < 2) return 0;
  const { resources } = world.columns;
  let own = 0;
  let theirs = 0;
  for (let k = 0; k < m; k++) {
    own += resources[i * m + k]!;
    for (const j of partners) theirs += resources[j * m + k]!;
  }
  if (own <= 0 || theirs <= 0) return 0;
  let lacking = 0;
  for (let k = 0; k < m; k++) {
    let pooled = 0;
    for (const j of partners) pooled += resources[j * m + k]!;
    lacking += Math.max(0, pooled / theirs - resources[i * m + k]! / own);
  }
  return lacking;
}

function costs(world: World, weights: Weights, i: number, prospect: Prospect, ticksPerYear: number, desk: Desk): void {
  const values = desk.terms;
  const { partners, clauses, leader, quota, member, alliance } = prospect;
  const { strength, autonomy, budget, effort, biases, culture } = world.columns;
  const depth = depthOf(clauses);
  let power = 0;
  for (const j of partners) power += strength[j]!;
  const share = power / (power + strength[i]! || 1);
  const subject = clauses.governance === 'hegemonic' && leader >= 0 && leader !== i ? 1.5 - culture[i * 5]! : 1;
  values[7] = budget[i]! > 0 ? -weights.effort * (Math.max(0, quota - effort[i]!) / budget[i]!) : 0;
  values[8] = -weights.autonomy * autonomy[i]! * clauses.formality * share * subject;
  values[9] = -weights.entanglement * depth * entanglement(world, i, partners, desk.foes);
  values[10] = -weights.commitment * depth * load(world, i, alliance);
  if (!member || !alliance) return;
  values[11] = -weights.inequity * Math.max(0, member.inequity);
  if (alliance.disputes.some((dispute) => dispute.actor === i && dispute.rung === 'exit'))
    values[12] = -weights.grievance;
  const years = (world.tick - member.joined) / ticksPerYear;
  values[13] = weights.sunkCost * biases[i * 3 + 2]! * (years / (years + 5));
}

/**
 * The partners’ foes outside the treaty, each once, by its danger to the partner it menaces most: the more i shares with it the
 * heavier it weighs, and half where it is among i’s own worst. One row of foes an alliance, so no loop over triples.
 */
function entanglement(world: World, i: number, partners: readonly number[], row: Float64Array): number {
  const n = world.shape.actors;
  const { foe, foeThreat } = world.columns;
  const { affinity } = world.derived;
  let drawn = 0;
  for (const j of partners) {
    for (let f = j * FOES; f < (j + 1) * FOES; f++) {
      const k = foe[f]!;
      if (k < 0) break;
      const more = foeThreat[f]! - row[k]!;
      if (k === i || more <= 0 || partners.includes(k)) continue;
      row[k]! += more;
      const shared = k < n ? (1 + affinity[i * n + k]!) / 2 : 0.25;
      drawn += more * shared * (mindful(world, i, k) ? 0.5 : 1);
    }
  }
  for (const j of partners) for (let f = j * FOES; f < (j + 1) * FOES && foe[f]! >= 0; f++) row[foe[f]!] = 0;
  return drawn;
}

function mindful(world: World, i: number, k: number): boolean {
  const { foe } = world.columns;
  for (let f = i * FOES; f < i * FOES + 2; f++) if (foe[f] === k) return true;
  return false;
}

/** Depth × formality of the treaties an actor carries besides this one. */
function load(world: World, i: number, besides: Alliance | undefined): number {
  let carried = 0;
  for (const index of world.derived.treaties[i]!) {
    const alliance = world.alliances[index]!;
    if (alliance !== besides) carried += depthOf(alliance.clauses) * (0.3 + 0.7 * alliance.clauses.formality);
  }
  return carried;
}

/** An actor's prospect of going on in an alliance it is in. */
export function stay(alliance: Alliance, member: Member): Prospect {
  const partners: number[] = [];
  for (const { actor } of alliance.members) if (actor !== member.actor) partners.push(actor);
  return { partners, clauses: alliance.clauses, leader: alliance.leader, quota: member.quota, member, alliance };
}
