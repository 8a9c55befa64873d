import type { Choice, Intervention } from '../../sim/schema/intervention.ts';
import type { CallToArms, EntryOf, Offer, RoomOpening, RoomSettings } from '../log/entry.ts';

/** Where a room stands. `running`: the engine works on the round that was closed. */
export type RoomStage = 'lobby' | 'predict' | 'round' | 'running' | 'crisis' | 'between' | 'debrief';

export interface Player {
  id: string;
  name: string;
  language: 'en' | 'es';
  token: string;
  phrase: string;
  /** Null while no seat was free or the instructor took it away. */
  actor: string | null;
  isRemoved: boolean;
  /** Rounds in a row in which nothing was heard of the player. */
  missed: number;
}

export interface Seat {
  actor: string;
  /** Players of this actor, in the order in which they came to it. */
  delegation: string[];
  /** Whether the model plays it although it has players: they were away, or the instructor said so. */
  isLeftToBot: boolean;
  /** Whether the instructor said so: then a tap of the player does not take it back. */
  isLeftByInstructor: boolean;
}

/** An offer of the round that is open. Whoever made it has accepted it. */
export interface OpenOffer {
  id: string;
  by: string;
  text: Offer;
  replies: Map<string, 'accept' | 'refuse'>;
}

/** All that a room knows, as its log says it. Made and changed by `applyEntry` alone. */
export interface RoomState {
  opening: RoomOpening;
  settings: RoomSettings;
  stage: RoomStage;
  /** Index of the round that is open, runs or was run last; −1 before the first. */
  round: number;
  /** When that round was opened; milliseconds since 1970. */
  openedAt: number;
  rounds: readonly { from: number; ticks: number }[];
  players: Map<string, Player>;
  /** In the order of the scenario. */
  seats: Map<string, Seat>;
  isPaused: boolean;
  /** Seconds that the instructor added to what is open. */
  extended: number;
  predictions: Map<string, Map<string, boolean>>;
  /** Of the open round, by player. */
  decisions: Map<string, Map<string, Choice>>;
  standing: Map<string, Map<string, boolean>>;
  ready: Set<string>;
  offers: Map<string, OpenOffer>;
  offersMade: number;
  /** Of the open crisis window. */
  calls: readonly CallToArms[];
  answers: Map<string, Map<number, boolean>>;
  crisisTick: number;
  /** Calls that a window was opened for, by `callKey`: none is asked twice. */
  asked: Set<string>;
  cards: EntryOf<'card'>[];
  /** Cards that come with the next round. */
  cardsDue: EntryOf<'card'>[];
  /** Up to where the engine has run. */
  tick: number;
  digest: string | undefined;
  keptUntil: number | undefined;
  /** The interventions of all rounds that were closed, by tick. */
  placed: Intervention[];
}

export const callKey = (tick: number, { actor, caller, alliance }: CallToArms): string =>
  `${tick} ${actor} ${caller} ${alliance}`;

/** Whether players decide for an actor: it is not left to the model. */
export function isPlayed(room: RoomState, actor: string): boolean {
  const seat = room.seats.get(actor);
  if (!seat || seat.isLeftToBot) return false;
  return !room.settings.bots || seat.delegation.some((player) => !room.players.get(player)!.isRemoved);
}

/** Players who take part: they have a seat and were not removed. */
export const activePlayers = (room: RoomState): Player[] =>
  [...room.players.values()].filter((player) => player.actor !== null && !player.isRemoved);

/** The date at which the open round closes; undefined where none is set, or it had passed when the round was opened. */
export function deadlineOf({ settings, round, openedAt }: RoomState): number | undefined {
  const date = settings.deadlines?.[round];
  return date !== undefined && date > openedAt ? date : undefined;
}

/** The tick at which the round after this one begins; the end of the run after the last. */
export const nextBoundary = ({ rounds, round }: RoomState, end: number): number => rounds[round + 1]?.from ?? end;
