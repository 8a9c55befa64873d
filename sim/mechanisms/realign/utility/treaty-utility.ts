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

/**
 * Utility of a treaty to actor i: the sum of the terms, which it writes to the appraisal buffer. Above 0 if membership is better
 * than none.
 */
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

/** The terms that a newcomer changes for the members: its own contribution, and the foes it brings. */
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

/** Utility of admitting the one partner of `prospect`, for a member that stays in the treaty anyway. */
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

/** The reasons from the terms of an appraisal. */
export const explain = (terms: Float64Array): { because: Term[]; score: number } => reasons(TERMS, terms);

/** The prospect of staying in an alliance; its partners are listed in the appraisal buffer. */
export function utilityOfStaying(alliance: Alliance, member: Member, { partners }: AppraisalBuffer): Prospect {
  const { clauses, bond, leader, scope } = alliance;
  const count = list(alliance, member.actor, partners);
  return new Prospect(partners, count, clauses, bond, leader, scope, member.quota, member, alliance);
}

/** The prospect of joining an alliance; its partners are listed in the appraisal buffer. */
export function utilityOfJoining(world: World, alliance: Alliance, i: number, { partners }: AppraisalBuffer): Prospect {
  const { clauses, bond, leader, scope } = alliance;
  const quota = clauses.targetRate * world.columns.budget[i]!;
  return new Prospect(partners, list(alliance, i, partners), clauses, bond, leader, scope, quota, undefined, undefined);
}

const NOBODY: readonly number[] = [];

/** The prospect of a treaty with one other actor, against anyone where no scope is named. */
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

/** The prospect of a treaty that a text would make, for a party that is no member: at the quotas that the text asks of all. */
export function utilityOfText(text: Alliance, i: number, quota: number, { partners }: AppraisalBuffer): Prospect {
  const { clauses, bond, leader, scope } = text;
  const count = list(text, i, partners);
  return new Prospect(partners, count, clauses, bond, leader, scope, quota, undefined, undefined, text);
}

/** The prospect of staying in an alliance that a text would amend. @param member its place in the text. */
export function utilityOfAmendment(
  alliance: Alliance,
  text: Alliance,
  member: Member,
  { partners }: AppraisalBuffer,
): Prospect {
  const { clauses, bond, leader, scope } = text;
  const count = list(text, member.actor, partners);
  return new Prospect(partners, count, clauses, bond, leader, scope, member.quota, member, alliance, text);
}

/** Writes the members except one; for a spoke of a hub only the hub. @returns how many. */
function list(alliance: Alliance, except: number, partners: Int32Array): number {
  let count = 0;
  for (const { actor } of alliance.members)
    if (actor !== except && areBound(alliance, except, actor)) partners[count++] = actor;
  return count;
}
