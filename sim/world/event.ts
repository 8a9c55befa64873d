import type { Decider, VoteMatter } from '../schema/intervention.ts';
import type { Obligation, Purpose, Rung } from '../schema/treaty.ts';

/** One term of a decision's score, with its sign: the terms of `because` add up to `score`. */
export interface Term {
  term: string;
  /** The actor whose vote or pull the term is, where it belongs to one actor. */
  actor?: string;
  value: number;
}

/** A choice that was not taken. If a person can make it, it has the act and the keys of a decision. */
export type Alternative =
  | { act: 'wait' | 'pay-nothing' | 'honour' | 'renege' }
  | { act: 'join' | 'switch' | 'leave'; alliance: string }
  /** A treaty of this form with another actor. */
  | { act: 'found'; form: string; to: string }
  /** A demand for tribute from another actor. */
  | { act: 'demand'; to: string };

/** Why something was done or happened, in the numbers that the engine used. */
export interface Reason {
  /** The three largest terms and `rest`; empty where nobody decided. */
  because: Term[];
  score?: number;
  /** The best choice that was not taken. */
  runnerUp?: { choice: Alternative; score: number };
  /** For a random outcome: its probability, and the draw, which was at most that. */
  chance?: { probability: number; draw: number };
  /** Who placed the decision that this event comes of; absent where the model decided, or nobody did. */
  decidedBy?: Decider;
  /** That decision, by its key (see decision-slot.ts). Of each decision one event says so: what came of it. */
  of?: string;
}

/** How a treaty ends for all its members at once. */
export type End = 'lapsed' | 'deserted' | 'cancelled' | 'superseded' | 'fulfilled';

/**
 * Why a shock or a setting changed nothing. no-number: its formula gave no finite number, as one that divides by zero. same: what it
 * asked for was so already. limit: the number cannot go further that way. no-target: no alliance that it names is in force.
 */
export type NoEffect = 'no-number' | 'same' | 'limit' | 'no-target';

/**
 * Why nothing comes of an application or an offer. votes: the members voted against it. appraisal: it is not worth it to those who
 * refuse. exclusive: a treaty rules it out. silence: those who are held gave no answer.
 */
export type Refusal = 'votes' | 'appraisal' | 'exclusive' | 'silence';

/** The clause by which an ally is called: to defend a victim, or to join an attacker. */
export type Aid = Extract<Obligation, 'defence' | 'offence'>;

/** All kinds of events. `who` names actors (or threats) by id, the one who acts first. */
export type EventContent =
  | { kind: 'founded'; alliance: string; name: string; who: string[]; purpose: Purpose; obligations: Obligation[] }
  | { kind: 'joined'; alliance: string; who: string[] }
  | {
      kind: 'refused';
      /** The treaty that would be joined or amended; absent where a new one was offered. */
      alliance?: string;
      who: string[];
      deadlock: boolean;
      /** Of a decision of a person: why, by whom, and the treaty that rules another one out. */
      why?: Refusal;
      refusedBy?: string[];
      barrier?: string;
    }
  | { kind: 'notice'; alliance: string; who: string[]; until: number }
  | { kind: 'stayed'; alliance: string; who: string[] }
  | { kind: 'left'; alliance: string; who: string[] }
  | { kind: 'expelled'; alliance: string; who: string[] }
  | { kind: 'merged'; alliance: string; into: string; who: string[] }
  | { kind: 'split'; alliance: string; from: string; who: string[] }
  /** An actor begins to exist, or ceases to: its memberships then end, or pass to its successor. */
  | { kind: 'entered'; who: string[] }
  | { kind: 'exited'; who: string[]; alliances: string[]; successor?: string }
  | { kind: 'dissolved'; alliance: string; who: string[]; how: End }
  | { kind: 'renewed'; alliance: string; who: string[] }
  | { kind: 'attacked'; who: string[]; victim: string }
  | { kind: 'honoured'; alliance: string; who: string[]; victim: string; attacker: string; caller: string; clause: Aid }
  | {
      kind: 'reneged';
      alliance: string;
      who: string[];
      victim: string;
      attacker: string;
      caller: string;
      clause: Aid;
      silent?: true;
    }
  | { kind: 'violated'; alliance: string; who: string[]; victim: string; obligation: Obligation }
  | { kind: 'fought'; who: string[]; against: string[]; won: boolean; losses: number; spoils: number }
  | { kind: 'relief'; alliance: string; who: string[]; amount: number }
  | { kind: 'voted'; alliance: string; who: string[]; matter: VoteMatter; subject?: string; support: boolean }
  | { kind: 'sanctioned'; alliance: string; who: string[]; fine: number }
  | { kind: 'amends'; who: string[]; victim: string; paid: number }
  | { kind: 'tribute'; who: string[]; to: string; paid: number }
  | { kind: 'dispute-opened'; alliance: string; who: string[]; rung: Rung }
  | { kind: 'dispute-climbed'; alliance: string; who: string[]; rung: Rung | 'exit' }
  | { kind: 'dispute-settled'; alliance: string; who: string[]; rung: Rung; mediator?: string }
  /** An amended treaty names its purpose and obligations where these are others. */
  | { kind: 'renegotiated'; alliance: string; who: string[]; purpose?: Purpose; obligations?: Obligation[] }
  | { kind: 'deadlock'; alliance: string; who: string[]; matter: 'quotas' | 'a fine' | 'an expulsion' | 'a merger' }
  | { kind: 'shock'; shock: string; name: string; who: string[]; noEffect?: NoEffect }
  | { kind: 'shock-over'; shock: string; who: string[] }
  | { kind: 'intervention'; who: string[]; what: string; noEffect?: NoEffect }
  | { kind: 'no-occasion'; who: string[]; what: string };

/** One entry of the event log. `by` is the mechanism that logged it. */
export type Event = { tick: number; by: string } & Reason & EventContent;
export type EventKind = EventContent['kind'];

/** An ally's answer to a call. `caller` is the victim or the attacker: whoever called it to its side by `alliance`. */
export type AnswerEvent = Extract<Event, { kind: 'honoured' | 'reneged' }>;

export const isAnswer = (event: Event): event is AnswerEvent => event.kind === 'honoured' || event.kind === 'reneged';

/** Against whom the ally was called. */
export const foeOf = ({ caller, victim, attacker }: AnswerEvent): string => (caller === victim ? attacker : victim);

export const MEMBERSHIP_KINDS: ReadonlySet<EventKind> = new Set([
  'founded',
  'joined',
  'left',
  'expelled',
  'merged',
  'split',
  'dissolved',
]);

/**
 * A score's reasons from its terms, which add up to it: the three largest by size, in that order, and the remainder as `rest`.
 * Equal terms keep the order in which they were given.
 */
export const reasons = (names: readonly string[], values: ArrayLike<number>): { because: Term[]; score: number } =>
  largest(names.length, values, (k, value) => ({ term: names[k]!, value }));

/** The same for a score to which each of these actors contributes a term of one name. */
export const reasonsByActor = (
  term: string,
  actors: readonly string[],
  values: ArrayLike<number>,
): { because: Term[]; score: number } =>
  largest(actors.length, values, (k, value) => ({ term, actor: actors[k]!, value }));

function largest(
  count: number,
  values: ArrayLike<number>,
  termOf: (k: number, value: number) => Term,
): { because: Term[]; score: number } {
  let score = 0;
  for (let k = 0; k < count; k++) score += values[k]!;
  const because: Term[] = [];
  let rest = score;
  // Three passes instead of a sort: this runs for every move that is made.
  let bound = Infinity;
  let last = -1;
  for (let place = 0; place < 3; place++) {
    const k = nextLargest(values, count, bound, last);
    if (k < 0) break;
    because.push(termOf(k, values[k]!));
    rest -= values[k]!;
    bound = Math.abs(values[k]!);
    last = k;
  }
  because.push({ term: 'rest', value: rest });
  return { because, score };
}

/** Index of the largest by size among those after `last`, whose size is `bound`; −1 where only zeros are left. */
function nextLargest(values: ArrayLike<number>, count: number, bound: number, last: number): number {
  let found = -1;
  let most = 0;
  for (let k = 0; k < count; k++) {
    const size = Math.abs(values[k]!);
    if (size > most && (size < bound || (size === bound && k > last))) {
      found = k;
      most = size;
    }
  }
  return found;
}

export const UNEXPLAINED: Reason = { because: [] };
