import type { Alliance } from './alliance.ts';
import type { Columns, Shape } from './columns.ts';

/** The fading effect of a shock: how much of it remains at one place of the state. */
export interface Residue {
  shock: string;
  /** The place: a column and a slot in it, or a numeric clause of an alliance. */
  column: string;
  slot: number;
  alliance: string;
  /** The amount that was added, or the factor of a scaling; and the share of it that is left. */
  amount: number;
  scaling: boolean;
  left: number;
  until: number;
  /** Share that remains each tick after `until`. */
  keep: number;
  /** Hash of its texts, for the digest. */
  readonly constantHash: number;
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
  /** The buffer as 32-bit words, for the digest. */
  readonly words: Int32Array;
  alliances: Alliance[];
  residues: Residue[];
  grievances: Grievance[];
  /** Current values of the scenario's parameters, which formulas read. */
  parameters: Float64Array;
  /** Number of alliances ever founded; keeps ids unique. */
  founded: number;
  /** Ids of dated shocks that a person cancelled. */
  cancelled: string[];
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
  /** Alliances of each actor, as indices into `alliances`. */
  treaties: number[][];
  /** The columns that change and those that do not, where the shape distinguishes them; for the digest. */
  live: readonly Int32Array[] | undefined;
  still: readonly Int32Array[];
  /** Digest of the constant columns, two words; null after one of them was changed. */
  constantHash: [number, number] | null;
  /** Whether disasters may have caused losses since the tick began. */
  lossesPending: boolean;
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
  residues: Residue[];
  grievances: Grievance[];
  parameters: Float64Array;
  founded: number;
  cancelled: string[];
}
