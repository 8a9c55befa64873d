import type { Clauses } from '../../../schema/treaty.ts';
import type { Alliance, Member } from '../../../world/alliance.ts';
import { reasons, type Term } from '../../../world/event.ts';
import { areBound } from '../../../world/obligations.ts';
import type { AppraisalBuffer } from '../../../world/scratch.ts';
import type { World } from '../../../world/state.ts';
import { weighCosts } from './costs.ts';
import { weighGains } from './gains.ts';
import { Prospect, TERM, TERMS } from './terms.ts';
import type { Weights } from './weights.ts';

/** What a treaty is worth to actor i: the sum of the terms it writes to the desk, above 0 if it is better in than out. */
export function appraise(
  world: World,
  weights: Weights,
  i: number,
  prospect: Prospect,
  ticksPerYear: number,
  buffer: AppraisalBuffer,
): number {
  const { terms } = buffer;
  terms.fill(0);
  weighGains(world, weights, i, prospect, ticksPerYear, terms);
  weighCosts(world, weights, i, prospect, ticksPerYear, buffer);
  return totalUtility(terms);
}

export function totalUtility(terms: Float64Array): number {
  let score = 0;
  for (let k = 0; k < TERMS.length; k++) score += terms[k]!;
  return score;
}

/** The terms that a newcomer changes for those already in: what it brings, and the foes it brings. */
const BROUGHT = [
  TERM.security,
  TERM.relief,
  TERM.affinity,
  TERM.trust,
  TERM.complementarity,
  TERM.status,
  TERM.influence,
  TERM.enmity,
  TERM.entanglement,
];

/** What admitting the one partner of `prospect` is worth to a member that carries the treaty anyway. */
export function welcome(
  world: World,
  weights: Weights,
  i: number,
  prospect: Prospect,
  ticksPerYear: number,
  buffer: AppraisalBuffer,
): number {
  appraise(world, weights, i, prospect, ticksPerYear, buffer);
  let score = 0;
  for (const k of BROUGHT) score += buffer.terms[k]!;
  return score;
}

/** The reasons in an appraisal’s terms. */
export const explain = (terms: Float64Array): { because: Term[]; score: number } => reasons(TERMS, terms);

/** An actor’s prospect of going on in an alliance it is in; its partners are listed on the desk. */
export function utilityOfStaying(alliance: Alliance, member: Member, { partners }: AppraisalBuffer): Prospect {
  const { clauses, bond, leader, scope } = alliance;
  const count = list(alliance, member.actor, partners);
  return new Prospect(partners, count, clauses, bond, leader, scope, member.quota, member, alliance);
}

/** An outsider’s prospect of coming in; its partners are listed on the desk. */
export function utilityOfJoining(world: World, alliance: Alliance, i: number, { partners }: AppraisalBuffer): Prospect {
  const { clauses, bond, leader, scope } = alliance;
  const quota = clauses.targetRate * world.columns.budget[i]!;
  return new Prospect(partners, list(alliance, i, partners), clauses, bond, leader, scope, quota, undefined, undefined);
}

const NOBODY: readonly number[] = [];

/** The prospect of a treaty with one other, against anyone where no scope is named. */
export function utilityOfPairing(
  partner: number,
  clauses: Clauses,
  bond: number,
  leader: number,
  quota: number,
  { partners }: AppraisalBuffer,
  scope = NOBODY,
): Prospect {
  partners[0] = partner;
  return new Prospect(partners, 1, clauses, bond, leader, scope, quota, undefined, undefined);
}

/** Writes the members but one, of a hub’s spoke only the hub. @returns how many. */
function list(alliance: Alliance, except: number, partners: Int32Array): number {
  let count = 0;
  for (const { actor } of alliance.members)
    if (actor !== except && areBound(alliance, except, actor)) partners[count++] = actor;
  return count;
}
