import type { Alliance } from './alliance.ts';
import type { Columns, Shape } from './columns.ts';
import type { PlacedDecision } from './placed-decision.ts';

/** A change of a shock that will fade; without a shock, what was added to its place meanwhile, which stays. */
export interface TemporaryChange {
  shock: string;
  operation: 'set' | 'add' | 'scale';
  /** In the unit of the column. */
  amount: number;
  /** Which number of its place it changes: the axis of a salience, else 0. */
  offset: number;
  /** The share of it that is left. */
  left: number;
  until: number;
  /** Share that remains each tick after `until`. */
  keep: number;
  /** Hash of its texts, for the digest. */
  readonly constantHash: number;
}

/** A place of the state while temporary changes are in force there; see temporary-changes.ts. */
export interface ShockedPlace {
  /** A column and a slot in it, or a numeric clause of an alliance. */
  column: string;
  slot: number;
  alliance: string;
  /** What would stand there without them: one number, or all saliences of an actor. */
  underlying: number[];
  /** What was last written there; where another number stands, others have changed it since. */
  shown: number[];
  /** In the order in which they came. */
  changes: TemporaryChange[];
  /** The first tick at which one of them fades; until then there is nothing to do here. */
  fadesFrom: number;
}

/** A broken promise that is not yet repaired. */
export interface Grievance {
  by: number;
  to: number;
  since: number;
  /** Share that is not yet repaired, (0, 1]. */
  left: number;
}

export interface World {
  tick: number;
  readonly shape: Shape;
  readonly columns: Columns;
  readonly buffer: ArrayBuffer;
  /**
   * The same numbers for the guard of finite numbers: what mechanisms may write without bound, within bounds, and of pairs; all of 64
   * bits; all of 32.
   */
  readonly unbounded: readonly Float64Array[];
  readonly bounded: readonly Float64Array[];
  readonly pairs: readonly Float32Array[];
  readonly doubles: Float64Array;
  readonly singles: Float32Array;
  alliances: Alliance[];
  shocked: ShockedPlace[];
  grievances: Grievance[];
  /** Current values of the scenario's parameters, which formulas read. */
  parameters: Float64Array;
  /** Number of alliances ever founded; keeps ids unique. */
  founded: number;
  /** Ids of dated shocks that a person cancelled. */
  cancelled: string[];
  /** Decisions of persons that stand beyond the tick in which they were placed, in the order of their places. */
  decisions: PlacedDecision[];
  readonly derived: Derived;
}

/** What follows from the state and is recomputed, never saved. */
export interface Derived {
  /** What i and j owe each other: the OR of their treaties' obligation bits. */
  bonds: Uint8Array;
  /** Affinity f_ij in [−1, 1]. */
  affinity: Float32Array;
  /** Mean distance over the five cultural dimensions, in steps of 1/255: finer than any source, in one byte a pair. */
  culturalDistance: Uint8Array;
  /** κ_i, weight of relational trust. */
  kappa: Float64Array;
  /** Positions, saliences or cultures have changed since affinity, distance and κ were computed. */
  stale: boolean;
  /** 1 for each actor that does not exist now, else 0; and the list of those. */
  absent: Uint8Array;
  away: number[];
  /** Alliances of each actor, as indices into `alliances`. */
  treaties: number[][];
  /** The columns that the mechanisms write, and those that none of them does; for the digest. */
  live: readonly Int32Array[];
  still: readonly Int32Array[];
  /** Digest of the still columns, two words; null after one of them was changed. */
  constantHash: [number, number] | null;
  /** `shocked` by column and alliance, then by slot; undefined until it is needed. */
  shocked: Map<string, Map<number, ShockedPlace>> | undefined;
  /** Number of temporary changes in force; undefined until it is needed. */
  temporary: number | undefined;
  /** Whether disasters may have caused losses since the tick began. */
  lossesPending: boolean;
  /** Whether what no mechanism writes was changed otherwise since the guard of finite numbers last read it. */
  unread: boolean;
  /** In how many ticks that guard reads once what it does not read in each. */
  rounds: number;
  /** Promises kept and broken this tick, written by the crisis phase and read by the trust phase; empty between ticks. */
  promises: PromiseOutcome[];
  /** Sides that won a war this tick, written by the crisis phase and read by the trust phase; empty between ticks. */
  winningSides: (readonly number[])[];
}

export interface PromiseOutcome {
  by: number;
  to: number;
  kept: boolean;
  /** Whether this is the answer to a call to arms. */
  called: boolean;
}

/** All that must be saved to continue from here. */
export interface Snapshot {
  tick: number;
  buffer: ArrayBuffer;
  alliances: Alliance[];
  shocked: ShockedPlace[];
  grievances: Grievance[];
  parameters: Float64Array;
  founded: number;
  cancelled: string[];
  decisions: PlacedDecision[];
}
