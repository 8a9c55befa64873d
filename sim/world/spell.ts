/** One spell in which an actor exists: from tick `from` on, before tick `to` (Infinity: to the end). */
export interface CompiledSpell {
  actor: number;
  from: number;
  to: number;
  /** The actor that takes its place in treaties when the spell ends, −1 for none. */
  successor: number;
  /** Stock of each resource kind with which it enters, in the scenario's unit. */
  stocks: Float64Array;
}

/** The spells of all actors that do not exist throughout, in the order of the scenario. */
export type Existence = readonly CompiledSpell[];
