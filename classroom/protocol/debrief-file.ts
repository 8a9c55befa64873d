import type { Run } from '../../sim/schema/scenario.ts';
import type { Offer, RoomLanguage } from '../log/entry.ts';
import type { Happening, TreatyView } from './state.ts';

// What a game that is over reveals. Types only, so that a page takes no schema with it.

/**
 * `GET live/CODE/export/debrief.json` with `Authorization: Bearer TOKEN`, of anyone in the room, once the game is over. Beside it lie
 * `run.json`, and for the instructor `room.ndjson`, `decisions.csv` and `decisions.parquet`.
 */
export interface DebriefFile {
  /** A run file: what `foedus verify` reads, and what the replay page opens. */
  run: Run;
  /** Those that were played. */
  rounds: { from: number; ticks: number }[];
  /** By actor: the interest that the seed drew. */
  secrets: Record<string, { id: string; words: Record<RoomLanguage, string> }>;
  predictions: { id: string; cameTrue: boolean; yes: number; no: number }[];
  decisions: DecisionRow[];
  /** What happened, without what happens in every tick. */
  events: DebriefEvent[];
  seats: { actor: string; players: string[] }[];
  cards: { shock: string; name: string; to: string[] | null }[];
  /** The parallel worlds whose games are over, this one among them, in their order; empty where there is one room only. */
  worlds: WorldView[];
}

/** The game of one of several rooms of the same scenario and seed. */
export interface WorldView {
  code: string;
  decisions: DecisionRow[];
  events: DebriefEvent[];
  /** What stood at the end of each round. */
  rounds: RoundEnd[];
}

export interface RoundEnd {
  /** The state is that before this tick. */
  tick: number;
  /** In years. */
  date: number;
  treaties: TreatyView[];
}

export interface DebriefEvent extends Happening {
  /** Its place among the events of the run. */
  event: number;
  tick: number;
}

/** What a text asks of its parties. */
export interface SignedTerms {
  /** The treaty that it amends. */
  alliance: string | null;
  /** What they promise each other; null where it stays as it is. */
  obligations: string[] | null;
  /** The clauses that are not as they would be anyway. */
  clauses: NonNullable<Offer['clauses']>;
  /** Effort a tick that it asks of each party, in the unit of the budget, and as a share of the budget that the party had. */
  quotas: Record<string, number>;
  shares: Record<string, number>;
}

/** A decision as a table has it. Names are those of the word list. */
export interface DecisionRow {
  round: number;
  tick: number;
  date: number;
  actor: string;
  /** Names of the delegation; empty where a default decided. */
  by: string;
  /** Who placed it: a player, or the default of a seat. */
  as: 'player' | 'default';
  act: string;
  /** What it is about: an alliance, a partner, parties. */
  about: string;
  /** Effort as a share of the budget, or 1 and 0 for yes and no. */
  value: number | null;
  /** Of a text that is signed; null for another act. */
  terms: SignedTerms | null;
  /** What came of it: the kind of the event. */
  outcome: string;
  /** What the bot would have paid in the round, as a share of the budget; for an effort. */
  botRate: number | null;
  /** What the bot would have done in the round, by acts. */
  bot: string;
}
