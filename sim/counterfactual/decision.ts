import type { Occasion } from '../model/occasion.ts';
import type { Event } from '../world/event.ts';
import type { TickTrace, TraceEntry } from './tick-trace.ts';

// What one tick shows of one decision: the occasion on which it was made, and whether another run of the tick comes to the same
// occasion and to another decision.

/** A decision of a tick: its event, the place of the event in the trace, and the place of the occasion on which it was made. */
export interface Decision {
  event: Event;
  at: number;
  from: number;
  trace: TickTrace;
}

/** What became of a decision in another run of its tick. */
export interface Outcome {
  /** Whether the event happens all the same. */
  happens: boolean;
  /** Whether the tick is the same up to the occasion, and the occasion the same. */
  arises: boolean;
  /** Whether the same occasion arises and the decision is another. */
  decided: boolean;
}

/** The occasion on which an event is decided; of other events the occasion is all that happened before them in the tick. */
function occasionOf({ kind, by, because }: Event): Occasion['kind'] | undefined {
  switch (kind) {
    case 'attacked':
      return 'exposure';
    case 'amends':
      return 'amends';
    case 'refused':
    case 'expelled':
    case 'sanctioned':
    case 'merged':
    case 'deadlock':
    case 'renegotiated':
      return because.length > 0 ? 'vote' : undefined;
    case 'left':
    case 'dissolved':
      return by === 'renewals' ? 'renewal' : undefined;
    case 'founded':
    case 'joined':
    case 'notice':
    case 'stayed':
      return by === 'moves' ? 'deliberation' : undefined;
    default:
      return undefined;
  }
}

/** The decision behind an event of the plain tick. @throws {RangeError} for an event that the tick does not have. */
export function decisionOf(trace: TickTrace, event: Event): Decision {
  const { entries } = trace;
  const wanted = JSON.stringify(event);
  const at = entries.findIndex((entry) => entry.event && JSON.stringify(entry.event) === wanted);
  if (at < 0) throw new RangeError(`tick ${event.tick} has no such event`);
  const kind = occasionOf(event);
  // Of two votes on a merger the first is that of the alliance that ends.
  const about = (kind === 'vote' || kind === 'renewal') && 'alliance' in event ? event.alliance : undefined;
  const isIts = ({ occasion }: TraceEntry): boolean =>
    occasion?.kind === kind && (about === undefined || occasion?.about === about);
  let from = at - 1;
  while (from >= 0 && !(kind && isIts(entries[from]!))) from--;
  return { event, at, from: from < 0 ? at : from, trace };
}

/** Identity of an event: its kind, its actors, and its partner, treaty or target. */
function sameness(event: Event, isNew = false): string {
  const { kind, who, ...rest } = event as Event & Record<string, unknown>;
  const about = ['alliance', 'into', 'from', 'victim', 'attacker', 'caller', 'against', 'to', 'won'].map((field) =>
    // A new treaty has no name before it is founded.
    isNew && kind === 'founded' && field === 'alliance' ? undefined : rest[field],
  );
  return JSON.stringify([kind, [...who].sort(), about]);
}

/** How likely an attack was is no part of it: it comes or it does not. */
const keyOf = ({ event, occasion }: TraceEntry): string =>
  event ? sameness(event) : JSON.stringify({ ...occasion, probability: undefined });

/** Compares another run of the tick with the plain one. */
export function decisionOutcome(decision: Decision, other: TickTrace): Outcome {
  const { entries } = other;
  const { event, at, from } = decision;
  const wanted = sameness(event, true);
  const happens = entries.some((entry) => entry.event && sameness(entry.event, true) === wanted);
  const arises = isSameUpTo(decision, other);
  if (happens || !arises) return { happens, arises, decided: false };
  const decided = from === at ? isOther(event, entries[at]?.event) : isOtherAfter(decision, other);
  return { happens, arises, decided };
}

function isSameUpTo(decision: Decision, other: TickTrace): boolean {
  const { from, at, trace } = decision;
  const last = from === at ? from - 1 : from;
  for (let k = 0; k <= last; k++) {
    const entry = other.entries[k];
    if (!entry || keyOf(entry) !== keyOf(trace.entries[k]!)) return false;
  }
  return hasSameImpulses(decision, other);
}

/** An answer to a call or a contest is an event either way; any other decision that is not made leaves nothing behind. */
function isOther(event: Event, instead: Event | undefined): boolean {
  if (event.kind === 'fought')
    return instead?.kind === 'fought' && sameness({ ...instead, won: event.won }) === sameness(event);
  if (event.kind !== 'honoured' && event.kind !== 'reneged') return true;
  if (!instead || (instead.kind !== 'honoured' && instead.kind !== 'reneged')) return false;
  // A person who decides needs no random number.
  const drawn = instead.chance === undefined || instead.chance.draw === event.chance?.draw;
  return drawn && sameness({ ...instead, kind: event.kind }) === sameness(event);
}

/** The entries from an occasion up to the next one of its kind. */
function following(entries: readonly TraceEntry[], from: number): readonly TraceEntry[] {
  const kind = entries[from]?.occasion?.kind;
  const next = entries.findIndex((entry, k) => k > from && entry.occasion?.kind === kind);
  return entries.slice(from + 1, next < 0 ? entries.length : next);
}

function isOtherAfter(decision: Decision, other: TickTrace): boolean {
  const { event, from } = decision;
  const then = following(other.entries, from);
  const has = (kind: Event['kind']): boolean => then.some((entry) => entry.event?.kind === kind);
  switch (event.kind) {
    case 'attacked':
      return !has('attacked') && isLessMenaced(decision, other);
    case 'refused':
      return has('joined');
    case 'joined':
      // Others who refuse it make a decision of their own.
      return !has('refused');
    case 'left':
    case 'dissolved':
      return has('renewed');
    default:
      return true;
  }
}

/** Whether the foe menaces the victim less: it may then be another foe’s turn, or nobody’s. */
function isLessMenaced({ event, trace, from }: Decision, { entries }: TickTrace): boolean {
  const menace = following(entries, from).find(({ occasion }) => occasion?.kind === 'menace')?.occasion;
  if (menace?.who[0] === event.who[0]) return menace!.probability! < event.chance!.probability;
  return entries[from]!.occasion!.probability! < trace.entries[from]!.occasion!.probability!;
}

/**
 * Whether each move that is evaluated in both runs, up to the end of the decision, has the same random impulse: a move more or less
 * shifts the impulses of all moves after it.
 */
function hasSameImpulses({ trace, from }: Decision, other: TickTrace): boolean {
  const end = from + 1 + (other.entries[from]?.occasion ? following(other.entries, from).length : 0);
  const known = new Map<string, (number | undefined)[]>();
  for (const { move, impulse } of trace.moves) known.set(move, [...(known.get(move) ?? []), impulse]);
  return other.moves.every(({ move, impulse, at }) => at > end || (known.get(move)?.includes(impulse) ?? true));
}

/** Actors or threats whose decision it was, in the plain tick: voters whose votes are named, those who would not renew, the actor. */
export function decidersOf({ event, trace, from, at }: Decision): string[] {
  const { kind, because, who } = event;
  const voters = because.flatMap(({ term, actor }) => (term === 'vote' && actor !== undefined ? [actor] : []));
  if (voters.length > 0) return voters;
  if (from < at && kind === 'dissolved') return goingIn(following(trace.entries, from));
  // Both sides of a new treaty must want it.
  return kind === 'founded' ? who.slice(0, 2) : who.slice(0, 1);
}

const idsIn = (entries: readonly TraceEntry[], kind: Occasion['kind']): string[] => [
  ...(entries.find(({ occasion }) => occasion?.kind === kind)?.occasion?.who ?? []),
];
const goingIn = (entries: readonly TraceEntry[]): string[] => idsIn(entries, 'going');

/**
 * Whose decision is another in another run of the tick; empty where chance alone decides.
 * @param owner whose number was changed: the decision is its own where nothing else tells.
 */
export function changedMindsIn(decision: Decision, other: TickTrace, owner: string): string[] {
  const { event, from, at, trace } = decision;
  if (event.kind === 'fought' || event.kind === 'dispute-settled') return [];
  const deciders = decidersOf(decision);
  const likely = deciders.includes(owner) ? [owner] : deciders.slice(0, 1);
  if (from === at || !isSameUpTo(decision, other)) return likely;
  const [before, after] = [following(trace.entries, from), following(other.entries, from)];
  switch (trace.entries[from]!.occasion!.kind) {
    case 'vote': {
      const turned = differing(idsIn(before, 'ballots'), idsIn(after, 'ballots'));
      return turned.length > 0 ? turned : likely;
    }
    case 'renewal': {
      const going = goingIn(after);
      return goingIn(before).filter((id) => !going.includes(id));
    }
    default:
      // A treaty that was offered all the same came to nothing between the two.
      return event.kind === 'founded' && isOffered(after, event.who[1]) ? deciders : deciders.slice(0, 1);
  }
}

const isOffered = (entries: readonly TraceEntry[], to: string | undefined): boolean =>
  entries.some(({ occasion }) => occasion?.kind === 'proposal' && occasion.about === to);

const differing = (a: readonly string[], b: readonly string[]): string[] => [
  ...a.filter((id) => !b.includes(id)),
  ...b.filter((id) => !a.includes(id)),
];
