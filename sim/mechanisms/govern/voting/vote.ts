import { z } from 'zod';
import { creditOf, type DecisionTo, decidedVote, isHeld } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import type { VoteMatter } from '../../../schema/intervention.ts';
import type { Alliance, Member } from '../../../world/alliance.ts';
import { type EventContent, type Reason, reasonsByActor, type Term } from '../../../world/event.ts';
import type { World } from '../../../world/state.ts';

export interface VoteOutcome {
  passed: boolean;
  /** Whether a majority was in favour and a veto blocked the decision. */
  deadlock: boolean;
  /** Who voted yes, and who no. */
  yeas: readonly number[];
  nays: readonly number[];
  /** The reason: who voted how strongly. */
  because: Term[];
  score: number;
}

/**
 * A decision under the treaty's governance rule: by the leader alone, by consensus, by a majority of members, or by a majority
 * weighted by effort. `favour` is a member's gain if the decision passes; a person's vote replaces its sign. `subject` has no vote. A
 * member that is held and for whom nobody votes abstains: quorum and majority count those who vote, and without any there is no
 * decision. A leader who alone decides and abstains decides nothing.
 */
export function decide(
  context: Pick<StepContext, 'decisions' | 'emit' | 'names' | 'onOccasion'>,
  alliance: Alliance,
  matter: VoteMatter,
  subject: number,
  favour: (member: Member) => number,
): VoteOutcome {
  let weight = 0;
  let yes = 0;
  let leader = false;
  let abstentions = 0;
  let leaderAbstains = false;
  context.onOccasion?.({ kind: 'vote', who: subject < 0 ? [] : [context.names[subject]!], about: alliance.id });
  const ids: string[] = [];
  const values: number[] = [];
  const yeas: number[] = [];
  const nays: number[] = [];
  for (const member of alliance.members) {
    if (member.actor === subject) continue;
    const decision = decidedVote(context, alliance, member.actor, matter, subject);
    if (!decision && isHeld(context, member.actor)) {
      abstentions++;
      if (member.actor === alliance.leader) leaderAbstains = true;
      continue;
    }
    const w = alliance.clauses.governance === 'weighted' ? member.effort + 1e-12 : 1;
    const gain = favour(member);
    const support = decision ? decision.choice.support : gain > 0;
    if (decision) reportVote(context, alliance, matter, subject, decision);
    weight += w;
    ids.push(context.names[member.actor]!);
    values.push(gain);
    if (!support) {
      nays.push(member.actor);
      continue;
    }
    yes += w;
    yeas.push(member.actor);
    if (member.actor === alliance.leader) leader = true;
  }
  context.onOccasion?.({ kind: 'ballots', who: yeas.map((actor) => context.names[actor]!), about: alliance.id });
  const majority = yes * 2 > weight;
  const isLeaders = alliance.clauses.governance === 'hegemonic' && alliance.leader >= 0 && alliance.leader !== subject;
  const passed =
    alliance.clauses.governance === 'consensus'
      ? nays.length === 0 && (yeas.length > 0 || abstentions === 0)
      : isLeaders
        ? leader
        : majority;
  const deadlock = majority && !passed && !(isLeaders && leaderAbstains);
  const { because, score } = reasonsByActor('vote', ids, values);
  return { passed, deadlock, yeas, nays, because, score };
}

function reportVote(
  { emit, names }: Pick<StepContext, 'emit' | 'names'>,
  { id }: Alliance,
  matter: VoteMatter,
  subject: number,
  decision: DecisionTo<'vote'>,
): void {
  const about = subject < 0 ? {} : { subject: names[subject]! };
  const { support } = decision.choice;
  emit(
    { kind: 'voted', alliance: id, who: [names[decision.actor]!], matter, ...about, support },
    { because: [], ...creditOf(decision) },
  );
}

/** The reason of a vote, without the lists of who voted how. */
export const voteReason = ({ because, score }: VoteOutcome): Reason => ({ because, score });

/** A parameter of every mechanism that holds votes. */
export const alienation = z.number().min(0).max(1).default(0.2).meta({
  description: 'outvoted: share of relational trust lost in each member of the majority, and felt inequity gained',
});

/**
 * An outvoted member loses trust in those who prevailed and feels the treaty to be unfair (procedural justice: Thibaut & Walker
 * 1975). Under consensus nobody can be outvoted; a deadlock is logged.
 */
export function aftermath(
  world: World,
  context: Pick<StepContext, 'emit' | 'names'>,
  alliance: Alliance,
  matter: Extract<EventContent, { kind: 'deadlock' }>['matter'] | undefined,
  outcome: VoteOutcome,
  alienation: number,
): void {
  const { passed, deadlock, yeas, nays } = outcome;
  if (deadlock && matter)
    context.emit(
      { kind: 'deadlock', alliance: alliance.id, who: nays.map((actor) => context.names[actor]!), matter },
      voteReason(outcome),
    );
  if (!passed || nays.length === 0 || alienation === 0) return;
  const n = world.shape.actors;
  const { relational } = world.columns;
  for (const member of alliance.members) {
    if (!nays.includes(member.actor)) continue;
    for (const other of yeas) relational[member.actor * n + other]! *= 1 - alienation;
    member.inequity = Math.min(1, member.inequity + alienation);
  }
}
