import type { Choice } from '../../sim/schema/intervention.ts';
import type { Offer } from '../log/entry.ts';
import type { RefusalCode } from '../room/judge.ts';
import type { Stage } from '../room/state.ts';

// What a room says to students, to the projector and to the instructor. Types only, so that a page takes no schema with it.

/** Seconds left rather than a time of day: clocks of phones differ. */
export interface Clock {
  /** Null where nothing runs out. */
  left: number | null;
  isPaused: boolean;
  /** The date at which the round closes, in a game over days; milliseconds since 1970. */
  deadline?: number;
}

/** Who will see a decision, and when. */
export type SeenBy = 'all-at-close' | 'parties-now' | 'nobody';

/** What a choice would pay and get, by the actor's own beliefs, if the others do as in the last round. */
export interface Price {
  /** Effort a tick in the unit of the budget, and as a share of the budget. */
  pays?: { amount: number; unit: string; share: number };
  gets?: { amount: number; unit: string };
  /** Change of the probability of being attacked within a year. */
  danger?: number;
  /** Odds of winning, where a call is answered. */
  odds?: number;
}

export interface Option {
  slot: string;
  choice: Choice;
  price: Price;
  seenBy: SeenBy;
  /** What happens where nothing is decided. */
  isDefault: boolean;
}

export interface SeatView {
  actor: string;
  name: string;
  players: number;
  isBot: boolean;
}

export interface OfferView {
  id: string;
  by: string;
  text: Offer;
  replies: Record<string, 'accept' | 'refuse'>;
  isYours: boolean;
  price: Price;
}

/** One thing that happened to an actor in the last round. The page puts it in words. */
export interface Happening {
  tick: number;
  kind: string;
  who: string[];
  /** Names of treaties and other actors, by key of the event. */
  about: Record<string, string | number | boolean | string[]>;
}

export interface PublicState {
  code: string;
  scenario: { id: string; title: string };
  stage: Stage;
  round: number;
  rounds: number;
  /** Date of the round's first tick and of its last, in years. */
  dates: { from: number; to: number } | undefined;
  clock: Clock;
  decided: number;
  of: number;
  seats: SeatView[];
  /** Cards that everybody may read. */
  cards: string[];
  questions: { id: string; question: string }[];
}

export interface StudentState extends PublicState {
  for: 'student';
  you: {
    player: string;
    name: string;
    actor: string | null;
    /** Others who play this actor. */
    delegation: string[];
    /** Whether the model played it in the last rounds since nothing was heard. */
    isLeftToBot: boolean;
    facts: { label: string; value: number; unit: string }[];
    secret: string | undefined;
    cards: string[];
    predictions: Record<string, boolean>;
    ready: boolean;
  };
  options: Option[];
  chosen: Record<string, Choice>;
  /** What the delegation would decide as things stand. */
  delegationChoices: Choice[];
  partners: { actor: string; standing: boolean | null; prices: { honour: Price; renege: Price } }[];
  offers: OfferView[];
  calls: {
    call: number;
    tick: number;
    caller: string;
    alliance: string;
    foe: string;
    answer: boolean | null;
    prices: { honour: Price; renege: Price };
  }[];
  happened: Happening[];
}

/** What the wall shows: nothing that a student may not see. */
export interface ProjectorState extends PublicState {
  for: 'projector';
  join: { url: string; short: string };
  /** The acts that are open to students, each once. */
  acts: string[];
  treaties: { name: string; members: string[] }[];
  happened: Happening[];
  debrief?: { tick: number; event: number | null };
}

export interface InstructorState extends PublicState {
  for: 'instructor';
  join: { url: string; short: string; reach: 'loopback' | 'lan' | 'behind' };
  players: {
    player: string;
    name: string;
    actor: string | null;
    presence: 'here' | 'idle' | 'gone';
    isReady: boolean;
    isRemoved: boolean;
  }[];
  scenarioCards: { id: string; words: string }[];
  keptUntil: number;
  refusals: number;
  debrief?: { tick: number; event: number | null };
}

export type RoomMessage =
  | StudentState
  | ProjectorState
  | InstructorState
  | { for: 'answer'; id: number; ok: true; seat?: { token: string; phrase: string } }
  | { for: 'answer'; id: number; ok: false; refused: RefusalCode; text: string }
  /** Another tab or device has taken this seat. */
  | { for: 'moved' }
  | { for: 'count'; decided: number; of: number; left: number | null };
