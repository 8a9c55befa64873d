import { answerObject, slotName, voteObject } from '../schema/decision-slot.ts';
import type { Choice, VoteMatter } from '../schema/intervention.ts';
import type { Alliance } from '../world/alliance.ts';
import type { EventContent, Reason } from '../world/event.ts';
import type { PlacedDecision } from '../world/placed-decision.ts';
import type { World } from '../world/state.ts';
import type { StepContext } from './mechanism.ts';

// What persons decided for actors, as the mechanisms ask for it. There may be thousands of decisions in a tick, and every vote and every
// call asks.

type Asking = Pick<StepContext, 'decisions' | 'names'>;

/** Whether a person holds the actor: the model then decides nothing for it. */
export const isHeld = ({ decisions: { held } }: Pick<StepContext, 'decisions'>, actor: number): boolean =>
  held !== undefined && held[actor] === 1;

/** A decision of this act. */
export type DecisionTo<A extends Choice['act']> = PlacedDecision & { readonly choice: Extract<Choice, { act: A }> };

/** Whether a decision is of one of these acts. */
export const isTo = <A extends Choice['act']>(
  decision: PlacedDecision,
  ...acts: readonly A[]
): decision is DecisionTo<A> => (acts as readonly string[]).includes(decision.choice.act);

/** A person’s decision that the actor stays in an alliance this tick. */
export function decisionToStay(context: Asking, { id }: Alliance, actor: number): PlacedDecision | undefined {
  const found = at(context, actor, 'membership', id);
  return found && isTo(found, 'stay') ? found : undefined;
}

/** A person’s decision that the actor bears what it finds unfair in an alliance this tick. */
export const decisionToBear = (context: Asking, { id }: Alliance, actor: number): PlacedDecision | undefined =>
  at(context, actor, 'bear', id);

/** The vote that a person casts for a member of an alliance: the one that names most of what the vote is about. */
export function decidedVote(
  context: Asking,
  { id }: Alliance,
  actor: number,
  matter: VoteMatter,
  subject: number,
): DecisionTo<'vote'> | undefined {
  if (context.decisions.at.size === 0) return undefined;
  const who = subject < 0 ? undefined : context.names[subject];
  const found =
    at(context, actor, 'vote', voteObject(id, matter, who)) ??
    at(context, actor, 'vote', voteObject(id, matter)) ??
    at(context, actor, 'vote', voteObject(id, undefined, who)) ??
    at(context, actor, 'vote', voteObject(id));
  return found && isTo(found, 'vote') ? found : undefined;
}

/**
 * The answer that a person gives for an actor that is called: of those that fit, one that names the caller before one that names the
 * victim, and that before one that names the alliance.
 */
export function decidedAnswer(
  context: Asking,
  actor: number,
  victim: number,
  caller: number,
  { id }: Alliance,
): DecisionTo<'honour' | 'renege'> | undefined {
  if (context.decisions.at.size === 0) return undefined;
  for (const who of [context.names[caller], undefined])
    for (const whom of [context.names[victim], undefined])
      for (const treaty of [id, undefined]) {
        const found = at(context, actor, 'answer', answerObject(whom, who, treaty));
        if (found && isTo(found, 'honour', 'renege')) return found;
      }
  return undefined;
}

/** The share of its budget that a person has an actor pay into a rival pool. */
export function decidedRate(context: Asking, { id }: Alliance, actor: number): number | undefined {
  const found = at(context, actor, 'contribute', id);
  return found && isTo(found, 'contribute') ? found.choice.rate : undefined;
}

function at({ decisions, names }: Asking, actor: number, kind: string, object: string): PlacedDecision | undefined {
  return decisions.at.size === 0 ? undefined : decisions.at.get(slotName(names[actor]!, kind, object));
}

/** Who placed the decision that an event comes of, and, in the first such event, which decision it is. */
export function creditOf(decision: PlacedDecision): Pick<Reason, 'decidedBy' | 'of'> {
  if (decision.told) return { decidedBy: decision.as };
  decision.told = true;
  return { decidedBy: decision.as, of: decision.key };
}

/** Logs what came of a decision, unless an event has said so. */
export function tellOutcome(
  { emit }: Pick<StepContext, 'emit'>,
  decision: PlacedDecision,
  content: EventContent,
  reason: Reason = { because: [] },
): void {
  if (!decision.told) emit(content, { ...reason, ...creditOf(decision) });
}

/** Whether this is the last tick in which something can come of a decision. */
export const isLast = ({ until }: PlacedDecision, { tick }: Pick<World, 'tick'>, ticks: number): boolean =>
  until <= tick + 1 || tick + 1 === ticks;

/** Ticks for which a decision stands that says no end. */
export const UNTIL_REVOKED = 1_000_000;

/** A decision in the words of the log. */
export function decisionText(choice: Choice): string {
  switch (choice.act) {
    case 'hold':
      return `hold ${choice.ticks}`;
    case 'contribute':
      return `contribute ${choice.rate}${choice.alliance === undefined ? '' : ` to ${choice.alliance}`}`;
    case 'propose':
      return `propose to ${choice.to}`;
    case 'honour':
    case 'renege':
      return choice.act;
    case 'sign':
      return `sign ${choice.alliance ?? choice.parties.join(' ')}`;
    default:
      return `${choice.act} ${choice.alliance}`;
  }
}
