import type { Alliance } from './alliance.ts';
import type { Columns, Shape } from './columns.ts';

/** A shock that will fade: how much of it still stands on one place of the state. */
export interface Residue {
  shock: string;
  /** Where: a column and a slot in it, or a numeric clause of an alliance. */
  column: string;
  slot: number;
  alliance: string;
  /** What an additive change added, or the factor a scaling multiplied by; and the share of it that is left. */
  amount: number;
  scaling: boolean;
  left: number;
  until: number;
  /** Share that is kept each tick after `until`. */
  keep: number;
  /** Hash of its words, for the digest. */
  readonly constantHash: number;
}

/** A promise broken and not yet made good. */
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
  /** The buffer as words, for the digest. */
  readonly words: Int32Array;
  alliances: Alliance[];
  residues: Residue[];
  grievances: Grievance[];
  /** Scenario parameters as they stand; formulas read them. */
  parameters: Float64Array;
  /** How many alliances were ever founded: keeps ids apart. */
  founded: number;
  /** Ids of dated shocks that someone cancelled. */
  cancelled: string[];
  readonly derived: Derived;
}

/** What follows from the state and is recomputed, never saved. */
export interface Derived {
  /** What i and j owe each other, OR of their treaties' obligation bits. */
  bonds: Uint8Array;
  /** Affinity f_ij in [−1, 1]. */
  affinity: Float32Array;
  /** Mean distance over the five cultural dimensions, in steps of 1/255: finer than any source, and a byte is all that is read. */
  culturalDistance: Uint8Array;
  /** κ_i, weight of relational trust. */
  kappa: Float64Array;
  /** Positions, saliences or cultures changed since the two above were computed. */
  stale: boolean;
  /** Alliances of each actor, as indices into `alliances`. */
  treaties: number[][];
  /** The columns that change and those that do not, where the shape tells them apart; for the digest. */
  live: readonly Int32Array[] | undefined;
  still: readonly Int32Array[];
  /** Digest of those that do not, two words; null when one of them was changed after all. */
  constantHash: [number, number] | null;
  /** Disasters may have taken something since the tick began. */
  lossesPending: boolean;
  /** Promises kept and broken this tick, from the crisis that saw them to the trust that answers; empty between ticks. */
  promises: PromiseOutcome[];
  /** Sides that won a war this tick, for the trust that grows of it; likewise empty between ticks. */
  winningSides: (readonly number[])[];
}

export interface PromiseOutcome {
  by: number;
  to: number;
  kept: boolean;
  /** It answered a call to arms. */
  called: boolean;
}

/** All that must be kept to go on from here. */
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
