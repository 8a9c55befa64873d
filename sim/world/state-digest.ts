import { createHash, finishHash, hashText, hashWords, resetHash } from '../exact/hash.ts';
import { RUNGS } from '../schema/treaty.ts';
import type { Alliance } from './alliance.ts';
import type { PlacedDecision } from './placed-decision.ts';
import { workspace } from './scratch.ts';
import type { Grievance, ShockedPlace, World } from './state.ts';

/** Numbers are gathered here and hashed together, which is quicker than one by one; the second view is the same memory as words. */
const gather = workspace((length) => {
  const numbers = new Float64Array(length);
  return { length, numbers, words: new Int32Array(numbers.buffer) };
});
const hash = createHash();

/**
 * Digest of the whole state: two 32-bit words, high and low. Two worlds are taken to be the same if and only if their digests are
 * equal.
 */
export function digest(world: World): [number, number] {
  hashWorld(world);
  return finishHash(hash);
}

function hashWorld(world: World): void {
  const { alliances, shocked, grievances, parameters, decisions } = world;
  const { numbers: to, words } = gather(numbersIn(world));
  let at = 0;
  to[at++] = world.tick;
  to[at++] = world.founded;
  for (let k = 0; k < parameters.length; k++) to[at++] = parameters[k]!;
  to[at++] = alliances.length;
  for (let k = 0; k < alliances.length; k++) at = putAlliance(to, at, alliances[k]!);
  for (let k = 0; k < shocked.length; k++) at = putShocked(to, at, shocked[k]!);
  for (let k = 0; k < grievances.length; k++) at = putGrievance(to, at, grievances[k]!);
  // Where no decision stands, nothing says so: such a run has the digest that it has without people.
  if (decisions.length > 0) to[at++] = decisions.length;
  for (let k = 0; k < decisions.length; k++) at = putDecision(to, at, decisions[k]!);
  const { live, still } = world.derived;
  if (still.length > 0) {
    const constant = constantHashOf(world);
    to[at++] = constant[0];
    to[at++] = constant[1];
  }
  resetHash(hash);
  for (let k = 0; k < live.length; k++) hashWords(hash, live[k]!);
  hashWords(hash, words, 2 * at);
  const { cancelled } = world;
  for (let k = 0; k < cancelled.length; k++) hashText(hash, cancelled[k]!);
}

function constantHashOf(world: World): [number, number] {
  // Whoever may write any column may have written these.
  if (world.shape.unowned) return hashConstants(world);
  world.derived.constantHash ??= hashConstants(world);
  return world.derived.constantHash;
}

function hashConstants({ derived: { still } }: World): [number, number] {
  resetHash(hash);
  for (const words of still) hashWords(hash, words);
  return finishHash(hash);
}

const ALLIANCE = 18;
const MEMBER = 11;
const DISPUTE = 3;
const SHOCKED = 2;
const CHANGE = 6;
const GRIEVANCE = 4;
const DECISION = 4;

/** Upper bound on the gathered numbers: a typed array silently drops writes beyond its end. */
function numbersIn({ alliances, shocked, grievances, parameters, decisions }: World): number {
  let count = 6 + parameters.length + GRIEVANCE * grievances.length + DECISION * decisions.length;
  for (let k = 0; k < alliances.length; k++)
    count += ALLIANCE + MEMBER * alliances[k]!.members.length + DISPUTE * alliances[k]!.disputes.length;
  for (let k = 0; k < shocked.length; k++)
    count += SHOCKED + 2 * shocked[k]!.underlying.length + CHANGE * shocked[k]!.changes.length;
  return count;
}

function putAlliance(to: Float64Array, from: number, alliance: Alliance): number {
  const { clauses, members, disputes } = alliance;
  let at = from;
  to[at++] = alliance.constantHash;
  to[at++] = alliance.founded;
  to[at++] = alliance.leader;
  to[at++] = alliance.pool;
  to[at++] = alliance.smoothedPool;
  to[at++] = alliance.threatAbsentSince;
  to[at++] = alliance.fund;
  to[at++] = alliance.reviewed;
  to[at++] = alliance.renewed;
  to[at++] = clauses.formality;
  to[at++] = clauses.targetRate;
  to[at++] = clauses.publicness;
  to[at++] = clauses.monitoring;
  to[at++] = clauses.communication;
  to[at++] = clauses.sanction;
  to[at++] = clauses.exitNotice;
  to[at++] = members.length;
  for (let k = 0; k < members.length; k++) {
    const member = members[k]!;
    to[at++] = member.actor;
    to[at++] = member.joined;
    to[at++] = member.share;
    to[at++] = member.quota;
    to[at++] = member.effort;
    to[at++] = member.seen;
    to[at++] = member.misread;
    to[at++] = member.benefit;
    to[at++] = member.inequity;
    to[at++] = member.leaves;
    to[at++] = member.noticeByPlayer;
  }
  to[at++] = disputes.length;
  for (let k = 0; k < disputes.length; k++) {
    const { actor, rung, opened } = disputes[k]!;
    to[at++] = actor;
    to[at++] = rung === 'exit' ? -1 : RUNGS.indexOf(rung);
    to[at++] = opened;
  }
  return at;
}

function putShocked(to: Float64Array, from: number, { slot, underlying, shown, changes }: ShockedPlace): number {
  let at = from;
  to[at++] = slot;
  for (let k = 0; k < underlying.length; k++) {
    to[at++] = underlying[k]!;
    to[at++] = shown[k]!;
  }
  to[at++] = changes.length;
  for (let k = 0; k < changes.length; k++) {
    const change = changes[k]!;
    to[at++] = change.constantHash;
    to[at++] = change.amount;
    to[at++] = change.offset;
    to[at++] = change.left;
    to[at++] = change.until;
    to[at++] = change.keep;
  }
  return at;
}

function putGrievance(to: Float64Array, from: number, grievance: Grievance): number {
  to[from] = grievance.by;
  to[from + 1] = grievance.to;
  to[from + 2] = grievance.since;
  to[from + 3] = grievance.left;
  return from + GRIEVANCE;
}

function putDecision(to: Float64Array, from: number, decision: PlacedDecision): number {
  to[from] = decision.actor;
  to[from + 1] = decision.constantHash;
  to[from + 2] = decision.until;
  to[from + 3] = Number(decision.told);
  return from + DECISION;
}
