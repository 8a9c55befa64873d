import type { Choice, Decider } from '../schema/intervention.ts';

/** A decision that a person placed, while it stands. */
export interface PlacedDecision {
  /** Names it in the whole run, and its place among those of a tick; see decision-slot.ts. */
  readonly key: string;
  readonly slot: string;
  readonly actor: number;
  readonly choice: Choice;
  readonly as: Decider;
  /** The first tick in which it stands no more. */
  readonly until: number;
  /** Hash of its texts, for the digest. */
  readonly constantHash: number;
  /** Whether an event has said what came of it. */
  told: boolean;
}

export const copyDecision = (decision: PlacedDecision): PlacedDecision => ({ ...decision });

/** The decisions that stand in one tick. */
export interface Decisions {
  /** In the order in which they act, which is drawn for each tick: the order in which they were placed has no effect. */
  readonly list: readonly PlacedDecision[];
  /** By their places; see decision-slot.ts. */
  readonly at: ReadonlyMap<string, PlacedDecision>;
  /** 1 for each actor that is held; undefined where none is. */
  readonly held: Uint8Array | undefined;
}

export const NO_DECISIONS: Decisions = { list: [], at: new Map(), held: undefined };
