import { clamp } from '../../../exact/exact-math.ts';
import { creditOf, decisionToStay, isHeld } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { DECIDERS, type Decider } from '../../../schema/intervention.ts';
import { bondOf, type Clauses } from '../../../schema/treaty.ts';
import type { Alliance, Member } from '../../../world/alliance.ts';
import type { Reason, Refusal } from '../../../world/event.ts';
import { admit, dissolve, found, memberOf } from '../../../world/membership.ts';
import { areBound } from '../../../world/obligations.ts';
import type { PlacedDecision } from '../../../world/placed-decision.ts';
import type { World } from '../../../world/state.ts';
import { aftermath, decide, type VoteOutcome, voteReason } from '../../govern/voting/vote.ts';
import { nashShift, outsideOptionOf, powerOf } from '../bargain/bargain.ts';
import { depthOf } from '../utility/depth.ts';
import { utilityOfPairing, welcome } from '../utility/treaty-utility.ts';
import type { MoveParams } from './params.ts';
import { refuseDecision } from './refusal.ts';

/**
 * Gives notice; without a notice period the exit comes with this tick’s departures. Notice by a person (`bidden`) is not withdrawn.
 * If a person has decided that the actor stays, no notice is given.
 */
export function giveNotice(
  world: World,
  context: StepContext<MoveParams>,
  alliance: Alliance,
  i: number,
  byPlayer: boolean,
  reason: Reason,
): void {
  if (decisionToStay(context, alliance, i)) return;
  const member = memberOf(alliance, i)!;
  const until = world.tick + context.model.ticksOf(alliance.clauses.exitNotice);
  member.leaves = until;
  member.noticeByPlayer = byPlayer ? 1 : 0;
  member.noticeAs = reason.decidedBy === undefined ? 0 : 1 + DECIDERS.indexOf(reason.decidedBy);
  context.emit({ kind: 'notice', alliance: alliance.id, who: [context.names[i]!], until }, reason);
}

/**
 * Applies for membership. The newcomer bargains over its quota with the members as a whole. They decide by their governance rule,
 * each by what the newcomer brings and by the change of its own quota. `bargains`: the worth of entry to the newcomer, and its
 * outside option; without it, for a person's decision, the quota is that of the rule. A member that is held takes over no burden.
 * @param decision the person's, if it is one.
 * @returns whether it was admitted.
 */
export function apply(
  world: World,
  context: StepContext<MoveParams>,
  alliance: Alliance,
  i: number,
  reason: Reason,
  bargains?: { worth: number; without: number },
  decision?: PlacedDecision,
): boolean {
  const { ticksPerYear } = context.model.scenario.time;
  const { weights, alienation } = context.params;
  const { otherAppraisal, c: brings } = context.scratch;
  const { budget } = world.columns;
  const prospect = utilityOfPairing(
    i,
    alliance.clauses,
    alliance.bond,
    alliance.leader,
    0,
    otherAppraisal,
    alliance.scope,
  );
  let sum = 0;
  let asked = 0;
  for (const { actor, quota } of alliance.members) {
    // A spoke owes another spoke nothing and does not object.
    brings[actor] = areBound(alliance, actor, i)
      ? welcome(world, weights, actor, prospect, ticksPerYear, otherAppraisal)
      : Number.MIN_VALUE;
    sum += brings[actor]!;
    asked += quota;
  }
  const shift = bargains ? entryShift(world, context, alliance, i, bargains, sum / alliance.members.length, asked) : 0;
  // A hegemon takes over no burden itself.
  const spared = shift < 0 && alliance.clauses.governance === 'hegemonic' ? alliance.leader : -1;
  const takesPart = ({ actor }: Member): boolean => actor !== spared && !(shift < 0 && isHeld(context, actor));
  for (const member of alliance.members) if (!takesPart(member)) asked -= member.quota;
  const relief = (member: Member): number => (asked > 0 && takesPart(member) ? (shift * member.quota) / asked : 0);
  const outcome = decide(context, alliance, 'accession', i, (member) => {
    const own = budget[member.actor]!;
    return brings[member.actor]! + (own > 0 ? (weights.effort * relief(member)) / own : 0);
  });
  if (!outcome.passed) {
    const refused = { alliance: alliance.id, deadlock: outcome.deadlock };
    const reasonOfVote = voteReason(outcome);
    if (decision)
      refuseDecision(world, context, decision, { ...refused, ...refusalOf(context, alliance, outcome) }, reasonOfVote);
    else context.emit({ kind: 'refused', who: [context.names[i]!], ...refused }, reasonOfVote);
    return false;
  }
  aftermath(world, context, alliance, undefined, outcome, alienation);
  for (const member of alliance.members) member.quota = clamp(member.quota - relief(member), 0, budget[member.actor]!);
  admit(world, context, alliance, i, decision ? { ...reason, ...creditOf(decision) } : reason);
  const newcomer = memberOf(alliance, i)!;
  newcomer.quota = clamp(newcomer.quota + shift, 0, budget[i]!);
  return true;
}

/** Who refused by a vote: those who voted against it, or else those who were silent. */
function refusalOf(
  context: StepContext,
  { members }: Alliance,
  { nays }: VoteOutcome,
): { why: Refusal; refusedBy: string[] } {
  const silent = members.flatMap(({ actor }) => (isHeld(context, actor) ? [actor] : []));
  const by = nays.length > 0 ? nays : silent;
  return { why: nays.length > 0 ? 'votes' : 'silence', refusedBy: by.map((actor) => context.names[actor]!) };
}

/**
 * The effort that a newcomer takes over from the members as a whole; 0 where there is no zone of agreement, which the vote then
 * shows.
 */
function entryShift(
  world: World,
  context: StepContext<MoveParams>,
  { members, clauses }: Alliance,
  i: number,
  { worth, without }: { worth: number; without: number },
  theirs: number,
  asked: number,
): number {
  const { budget, strength } = world.columns;
  let joint = 0;
  let power = 0;
  for (const { actor } of members) {
    joint += budget[actor]!;
    power += strength[actor]!;
  }
  const own = { worth, without, quota: clauses.targetRate * budget[i]!, budget: budget[i]! };
  const whole = { worth: theirs, without: 0, quota: asked, budget: joint };
  const share = powerOf(strength[i]!, power / members.length, context.params.asymmetry);
  return nashShift(own, whole, context.params.weights.effort, share) ?? 0;
}

/** Worth of a treaty to the proposer and to the other, and the proposer's outside option. */
export interface Worth {
  ours: number;
  theirs: number;
  without: number;
}

/**
 * Proposes a treaty to j. It is founded, with bargained quotas, if both gain over their outside options (a zone of agreement). Nobody
 * answers for an actor that is held.
 * @returns whether it was founded.
 */
export function propose(
  world: World,
  context: StepContext<MoveParams>,
  i: number,
  j: number,
  noun: string,
  clauses: Clauses,
  { ours, theirs, without }: Worth,
  reason: () => Reason,
): boolean {
  context.onOccasion?.({ kind: 'proposal', who: [context.names[i]!], about: context.names[j]! });
  if (isHeld(context, j)) return false;
  const { budget, strength } = world.columns;
  const { weights, asymmetry } = context.params;
  const own = { worth: ours, without, quota: clauses.targetRate * budget[i]!, budget: budget[i]! };
  const other = {
    worth: theirs,
    without: outsideOptionOf(world, j, i, foreclosed(context.params.foreclosure, clauses, bondOf(clauses.obligations))),
    quota: clauses.targetRate * budget[j]!,
    budget: budget[j]!,
  };
  const shift = nashShift(own, other, weights.effort, powerOf(strength[i]!, strength[j]!, asymmetry));
  if (shift === undefined) return false;
  const { actors } = context.model.scenario;
  const why = reason();
  const alliance = found(world, context, [i, j], `${actors[i]!.name}–${actors[j]!.name} ${noun}`, clauses, why);
  alliance.members[0]!.quota = own.quota + shift;
  alliance.members[1]!.quota = other.quota - shift;
  supersede(world, context, alliance, why.decidedBy);
  return true;
}

/** How far a treaty forecloses the outside option: fully if exclusive, else by its depth. */
export const foreclosed = (foreclosure: number, clauses: Clauses, bond: number): number =>
  clauses.exclusive ? 1 : foreclosure * Math.min(1, depthOf(bond));

/** Dissolves older treaties of the same two members whose obligations the new one contains. */
export function supersede(world: World, context: StepContext, fresh: Alliance, decidedBy?: Decider): void {
  for (const old of world.alliances) {
    if (old === fresh || old.members.length !== 2 || !old.members.every(({ actor }) => memberOf(fresh, actor)))
      continue;
    if ((old.bond | fresh.bond) === fresh.bond)
      dissolve(world, context, old, 'superseded', decidedBy && { because: [], decidedBy });
  }
}

/** An exclusive treaty bars its members from any other of its purpose; `left` is a treaty that the actor would leave for it. */
export const mayEnter = (world: World, i: number, clauses: Clauses, left?: Alliance): boolean =>
  barrierTo(world, i, clauses, left) === undefined;

/** The treaty of an actor that bars it from one with these clauses. */
export function barrierTo(world: World, i: number, clauses: Clauses, left?: Alliance): Alliance | undefined {
  for (const index of world.derived.treaties[i]!) {
    const alliance = world.alliances[index]!;
    if (alliance === left) continue;
    const held = alliance.clauses;
    if (held.purpose === clauses.purpose && (held.exclusive || clauses.exclusive)) return alliance;
  }
  return undefined;
}
