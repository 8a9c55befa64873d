import type { z } from 'zod';
import type { Stream } from '../exact/random.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Phase, Scenario } from '../schema/scenario.ts';
import type { Columns } from '../world/columns.ts';
import type { Happening, Reason } from '../world/event.ts';
import type { World } from '../world/state.ts';
import type { Model } from './model.ts';

/**
 * Parameters that hold a formula, each with the names that it may use, besides the functions and operators of every formula. The
 * scenario's own numeric parameters may be used too.
 */
export type FormulaNames = Readonly<Record<string, readonly string[]>>;

/** Those formulas made ready: given a value for each of its names, one tells a number, NaN where it has none (0/0). */
export type Formulas<F extends FormulaNames> = {
  readonly [K in keyof F]: (values: Readonly<Record<F[K][number], number>>) => number;
};

/**
 * What one mechanism is handed each tick; the object is reused, so nothing of it may be kept. Its contract, which a mechanism of
 * anybody's may count on, is the first five; the rest is for the mechanisms of this house and changes with them.
 */
export interface StepContext<P = unknown, F extends FormulaNames = FormulaNames> {
  /** Its parameters as the scenario sets them, defaults filled in. */
  readonly params: P;
  /** Its own luck of this tick, made when first asked for: whatever it draws, no other mechanism's luck shifts. */
  random(): Stream;
  /** Writes an event of this tick in this mechanism's name; `who` are ids from `names`. */
  emit(happening: Happening, reason?: Reason): void;
  /** Its formulas, by the names of the parameters that hold them. */
  readonly formulas: Formulas<F>;
  /** Ids of the actors, in the order of every actor column, then of the outside threats. */
  readonly names: readonly string[];

  readonly model: Model;
  /** Whether anybody listens: where not, no event need be made up. The state may not depend on it. */
  readonly isLogging: boolean;
  /** What people placed at this tick. */
  readonly interventions: readonly Intervention[];
  /** Working memory of this course, contents undefined between uses. */
  readonly scratch: Scratch;
}

/** Preallocated so that no step allocates: one entry an actor, or an actor's foe. */
export interface Scratch {
  a: Float64Array;
  b: Float64Array;
  c: Float64Array;
  d: Float64Array;
  e: Float64Array;
  mark: Int32Array;
  /** Desks for one’s own appraisal and for another’s. */
  appraisal: AppraisalBuffer;
  otherAppraisal: AppraisalBuffer;
  order: Int32Array;
  /** One entry an actor or outside threat. */
  head: Int32Array;
}

/** Where an appraisal is worked out: its terms stay there, for the reasons; the row of foes is left at 0. */
export interface AppraisalBuffer {
  terms: Float64Array;
  foes: Float64Array;
  /** Listed here, the first of them so many as the prospect says. */
  partners: Int32Array;
}

/**
 * A rule of the model: a plain object. One of this house is one file and one line in its phase's index; one of a library's user
 * is handed to `check` and `load`.
 */
export interface Mechanism<S extends z.ZodType = z.ZodType, F extends FormulaNames = FormulaNames> {
  /** An id: scenarios choose it by this, its events bear it, and its luck comes of it. */
  readonly name: string;
  readonly phase: Phase;
  /** Where the rule comes from. */
  readonly cites: readonly string[];
  /**
   * Columns it writes, where it writes no other. If all of a scenario’s mechanisms say so, what none of them writes is digested
   * once and not every tick.
   */
  readonly owns?: readonly (keyof Columns)[];
  /** Its parameters, each with range, default and description. */
  readonly params: S;
  /** Which of them hold a formula, a text or a number, and the names that it may use. */
  readonly formulas?: F;
  /** Tells what of them does not fit the scenario, such as a list of another length. */
  check?(params: z.infer<S>, scenario: Scenario, at: Path, report: ReportFault): void;
  /** Writes the numeric columns it owns; membership only through the verbs of `world/membership.ts`. */
  step(world: World, context: StepContext<z.infer<S>, F>): void;
}

/** The mechanism as it is given: so that its step sees the types of its parameters and formulas. */
export const mechanism = <S extends z.ZodType, const F extends FormulaNames = Record<never, never>>(
  rule: Mechanism<S, F>,
): Mechanism<S, F> => rule;

/** What `check`, `load` and whoever calls them take besides. */
export interface MechanismOptions {
  /** Mechanisms of the caller's own, which the scenario may choose by name like those of this house. */
  readonly mechanisms?: readonly Mechanism[] | undefined;
}

/** What a phase has to offer: the mechanisms a scenario gets if it names none, in order, and those it may choose. */
export interface PhaseCatalogue {
  standard: readonly Mechanism[];
  others: readonly Mechanism[];
}
