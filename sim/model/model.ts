import type { Formula } from '../exact/formula.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Change, Shock } from '../schema/shock.ts';
import type { Columns, Shape } from '../world/columns.ts';
import type { Snapshot } from '../world/state.ts';
import type { StatePlaces } from '../world/state-path.ts';
import type { CompiledFormula } from './formulas.ts';
import type { Mechanism } from './mechanism.ts';

/** A mechanism as a scenario runs it. */
export interface ChosenMechanism {
  readonly mechanism: Mechanism;
  readonly params: unknown;
  /** Absent where it has none. */
  readonly formulas?: readonly CompiledFormula[];
}

/** Names a shock's formula may use, before the scenario's own parameters. */
export const SHOCK_NAMES = ['value', 'strength', 'budget', 'effort', 'threat', 'year'] as const;
/** Names an actor's contribution formula may use, before the scenario's own parameters. */
export const CONTRIBUTION_NAMES = [
  'budget',
  'threat',
  'spillIn',
  'quota',
  'seen',
  'last',
  'best',
  'valuation',
  'year',
] as const;

export interface CompiledChange {
  change: Change;
  places: StatePlaces | undefined;
  amount: Formula;
  /** Share that remains each tick once it fades. */
  keep: number;
  /** Hash of its texts, where they are the same at all its places. */
  constantHash: number | undefined;
}
export interface CompiledShock {
  shock: Shock;
  changes: CompiledChange[];
  /** Tick at which it strikes, −1 for a random shock; `hazard` is its probability a tick. */
  tick: number;
  hazard: number;
  /** Ids that it names, for the log. */
  who: string[];
}

/** A scenario ready to run: ids are indices, years are ticks, formulas are closures. It never changes. */
export interface Model {
  readonly scenario: Scenario;
  readonly shape: Shape;
  readonly names: IdIndex;
  /** Actors' ids, then threats'. */
  readonly ids: readonly string[];
  readonly parameterNames: readonly string[];
  readonly weight: Float64Array;
  readonly yield: Float64Array;
  /** Growth of each resource kind a tick, as a factor. */
  readonly growth: Float64Array;
  /** For each resource kind, whether its history is recorded: its stock then follows the record. */
  readonly recorded: readonly boolean[];
  /** Mean strength of the actors at load, in the scenario's unit: strengths are measured in it. */
  readonly meanStrength: number;
  readonly scheduled: ReadonlyMap<number, readonly CompiledShock[]>;
  readonly random: readonly CompiledShock[];
  /** Index into STRATEGIES of each actor. */
  readonly strategy: Uint8Array;
  /** Actors whose effort a formula sets. */
  readonly contributions: ReadonlyMap<number, Formula>;
  /**
   * tick → actor-major factors by which the recorded stocks change at the end of it; absent where none change. A value below 0 is
   * minus the stock itself.
   */
  readonly capabilities: ReadonlyMap<number, Float64Array>;
  readonly mechanisms: readonly ChosenMechanism[];
  readonly start: Snapshot;
  /** The columns at the start as if every actor existed then; absent where each does throughout. */
  readonly entrants?: Columns;
  /** The probability a tick that corresponds to the hazard h a year: 1 − (1−h)^(1/ticksPerYear). */
  perTick(hazard: number): number;
  /** Whole ticks of a duration in years, at least one unless it is 0. */
  ticksOf(years: number): number;
  /** The date of a tick’s beginning; see calendar.ts. */
  yearOf(tick: number): number;
}
