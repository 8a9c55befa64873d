import type { Choice } from '../../sim/schema/intervention.ts';
import type { Offer, RoomLanguage, RoomSettings } from '../log/entry.ts';
import type { RefusalCode } from '../room/judge.ts';
import type { RoomStage } from '../room/state.ts';
import type { DebriefView } from './request.ts';

export type { RoomSettings } from '../log/entry.ts';
export type { RoomStage } from '../room/state.ts';

// What students, the projector and the instructor see of a room. Types only, so that a page takes no schema with it.

/** Seconds left rather than a time of day: clocks of phones differ. */
export interface RoundClock {
  /** Null where nothing runs out. */
  left: number | null;
  isPaused: boolean;
  /** The date at which the round closes, in a game over days; milliseconds since 1970. */
  deadline?: number;
}

/** Who will see a decision, and when. */
export type SeenBy = 'all-at-close' | 'parties-now' | 'nobody';

/** A figure as it is, and as it would be. */
export interface PriceFigure {
  before: number;
  after: number;
}

/** What a choice would pay and get, by the actor's own beliefs, if the others do as in the last round. Amounts are flows a tick. */
export interface Price {
  /** Unit of what is paid and got, as the scenario says it. */
  unit: string;
  pays: PriceFigure;
  /** What is paid as a share of the budget. */
  share: PriceFigure;
  gets: PriceFigure;
  /** Probability of being attacked within a year; absent where the model has no attacks. */
  danger?: PriceFigure;
  /** Odds that the caller's side wins, where a call is answered: without the actor, and as it decides. */
  odds?: PriceFigure;
  /** Date in years at which the decision takes effect, where that is later than the round: a notice. */
  from?: number;
  /** Why it cannot be done as things stand. */
  barred?: 'no-alliance' | 'member' | 'no-member' | 'exclusive' | 'no-party' | 'no-promise';
}

export interface Option {
  slot: string;
  choice: Choice;
  /** Absent where the model cannot say it. */
  price: Price | undefined;
  seenBy: SeenBy;
  /** What happens where nothing is decided. */
  isDefault: boolean;
}

export interface ActorName {
  actor: string;
  name: string;
  /** What people call it, where that is another name. */
  short?: string;
}

/** What does not change while a game lasts, in the language of whoever reads it. It comes once, before the first state. */
export interface Scene {
  for: 'scene';
  language: RoomLanguage;
  code: string;
  engine: string;
  scenario: { id: string; title: string; primer: string };
  actors: ActorName[];
  /** Ids of the actors that players take. */
  seats: string[];
  /** Dates in years of the first tick of each round and of its end. */
  rounds: { from: number; to: number }[];
  /** What may be decided, in the order in which it is offered. */
  acts: Choice['act'][];
  questions: { id: string; question: string }[];
  /** What a player's silence means. */
  defaults: { call: 'honour' | 'renege'; vote: 'abstain' | 'for' | 'against' };
  /** Which of several rooms of one scenario and seed this is, from 1. */
  world?: { index: number; of: number };
}

export interface SeatState {
  actor: string;
  players: number;
  isBot: boolean;
}

export interface TreatyView {
  alliance: string;
  name: string;
  members: string[];
  obligations: string[];
  /** What it asks each member to bear a tick, in the unit of prices; empty where it asks for nothing. */
  quotas: Record<string, number>;
  /** Date in years. */
  founded: number;
}

export interface OfferView {
  id: string;
  /** The actor that offers. */
  by: string;
  text: Offer;
  /** Of the parties that players play, so far. */
  replies: Record<string, 'accept' | 'refuse'>;
  /** What this player says to it; the delegation may say otherwise. */
  reply: 'accept' | 'refuse' | null;
  isYours: boolean;
  price: Price | undefined;
}

/** One thing that happened in the last round. The page puts it in words. */
export interface Happening {
  /** Date in years. */
  date: number;
  /** Kind of an event of the run. */
  kind: string;
  who: string[];
  /** The event's other keys: treaties, actors, amounts. */
  about: Record<string, string | number | boolean | string[]>;
  /** Absent where the model decided. */
  decidedBy?: 'player' | 'default';
}

export interface CardView {
  id: string;
  words: string;
}

export interface Debrief {
  tick: number;
  /** Place of an event among those of the run. */
  event: number | null;
  /** Without it, the replay. */
  view?: DebriefView | undefined;
}

export interface PublicState {
  stage: RoomStage;
  /** Index of the round that is open or was last; −1 before the first. */
  round: number;
  clock: RoundClock;
  decided: number;
  of: number;
  seats: SeatState[];
  treaties: TreatyView[];
  /** Cards that everybody may read, of this round. */
  cards: CardView[];
  /** What everybody may know of the last round. */
  news: Happening[];
  /** What the projector shows. */
  debrief?: Debrief;
}

/** One of the others who play the same actor, and what it has decided so far. */
export interface DelegateView {
  name: string;
  choices: Choice[];
  isReady: boolean;
}

export interface CallView {
  call: number;
  tick: number;
  caller: string;
  alliance: string;
  foe: string;
  answer: boolean | null;
  prices: { honour: Price | undefined; renege: Price | undefined };
}

export interface StudentState extends PublicState {
  for: 'student';
  you: {
    player: string;
    name: string;
    actor: string | null;
    /** The others who play this actor. */
    delegation: DelegateView[];
    /** Whether the model plays the actor although it has players. */
    isLeftToBot: boolean;
    isRemoved: boolean;
    role: string;
    facts: { label: string; value: number; unit: string }[];
    /** What the seed drew for the actor, in words. */
    secret: string | undefined;
    /** Cards that only some read, this actor among them. */
    cards: CardView[];
    predictions: Record<string, boolean>;
    ready: boolean;
  };
  options: Option[];
  /** What this player has decided so far, by slot. */
  chosen: Record<string, Choice>;
  /** What the delegation would decide as things stand. */
  delegationChoices: Choice[];
  /** Partners who may call the actor to arms. */
  partners: {
    actor: string;
    standing: boolean | null;
    prices: { honour: Price | undefined; renege: Price | undefined };
  }[];
  offers: OfferView[];
  calls: CallView[];
  /** What happened to the actor. */
  happened: Happening[];
}

/** What a player and its delegation have decided so far: all that changes while a round is open and nobody offers anything. */
export interface OwnPart extends Pick<StudentState, 'decided' | 'of' | 'chosen' | 'delegationChoices'> {
  for: 'own';
  you: Pick<StudentState['you'], 'delegation' | 'ready'>;
  /** Standing answers, by partner. */
  standing: Record<string, boolean>;
}

/** What the wall shows: nothing that a student may not see. */
export interface ProjectorState extends PublicState {
  for: 'projector';
  join: JoinAddress;
  players: number;
  /** Of these, who is here. */
  here: number;
  predicted: number;
}

/** Where phones find the room. */
export interface JoinAddress {
  /** With the code: what the QR says. */
  url: string;
  /** Without it, to be typed. */
  short: string;
  /** What can reach it: this computer only, its network, or whatever reaches the proxy. */
  reach: 'loopback' | 'lan' | 'behind';
  /** Other addresses of this computer, the likeliest first. */
  others: string[];
}

export interface PlayerView {
  player: string;
  name: string;
  actor: string | null;
  presence: 'here' | 'idle' | 'gone';
  isReady: boolean;
  isRemoved: boolean;
  /** Rounds in a row in which nothing was heard. */
  missed: number;
}

export interface InstructorState extends PublicState {
  for: 'instructor';
  settings: RoomSettings;
  join: JoinAddress;
  projector: { token: string } | undefined;
  players: PlayerView[];
  offers: number;
  predicted: number;
  scenarioCards: (CardView & { to: string[] | null; isPlayed: boolean })[];
  /** When the room is removed, unless it is used; milliseconds since 1970. */
  keptUntil: number;
  /** Requests that were refused, and the last of them. */
  refusals: { count: number; last: { do: string; why: RefusalCode; from: 'student' | 'projector' | 'instructor' }[] };
  /** Other rooms of the same scenario and seed. */
  worlds: { code: string; stage: RoomStage; round: number }[];
}
