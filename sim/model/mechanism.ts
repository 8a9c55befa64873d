import type { z } from 'zod';
import type { Stream } from '../exact/random.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Phase, Scenario } from '../schema/scenario.ts';
import type { Columns } from '../world/columns.ts';
import type { EventContent, Reason } from '../world/event.ts';
import type { Scratch } from '../world/scratch.ts';
import type { World } from '../world/state.ts';
import type { FormulaNames, Formulas } from './formulas.ts';
import type { Model } from './model.ts';

/**
 * What one mechanism is handed each tick; the object is reused, so nothing of it may be kept. Its contract, which a mechanism of
 * anybody's may count on, is the first five; the rest is for our own mechanisms and changes with them.
 */
export interface StepContext<P = unknown, F extends FormulaNames = FormulaNames> {
  /** Its parameters as the scenario sets them, defaults filled in. */
  readonly params: P;
  /** Its own random numbers of this tick, made when first asked for: whatever it draws, those of no other mechanism shift. */
  random(): Stream;
  /** Writes an event of this tick in this mechanism's name; `who` are ids from `names`. */
  emit(content: EventContent, reason?: Reason): void;
  /** Its formulas, by the names of the parameters that hold them. */
  readonly formulas: Formulas<F>;
  /** Ids of the actors, in the order of every actor column, then of the outside threats. */
  readonly names: readonly string[];

  readonly model: Model;
  /** Whether anybody listens: where not, no event need be made up. The state may not depend on it. */
  readonly isLogging: boolean;
  /** Interventions placed at this tick. */
  readonly interventions: readonly Intervention[];
  /** Working memory of this run; its contents are undefined between uses. */
  readonly scratch: Scratch;
}

/**
 * A rule of the model: a plain object. One of ours is one file and one line in its phase's index; one of a library's user
 * is handed to `check` and `load`.
 */
export interface Mechanism<S extends z.ZodType = z.ZodType, F extends FormulaNames = FormulaNames> {
  /** An id: scenarios choose it by this, its events bear it, and its random numbers come of it. */
  readonly name: string;
  readonly phase: Phase;
  /** Sources of the rule. */
  readonly cites: readonly string[];
  /**
   * The columns that it writes, if it writes no others. If all mechanisms of a scenario declare them, the columns that none of them
   * writes are digested once instead of every tick.
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
  /** Mechanisms of the caller's own, which the scenario may choose by name like ours. */
  readonly mechanisms?: readonly Mechanism[] | undefined;
}

/** The mechanisms of a phase: those that a scenario gets by default, in order, and those that it may choose. */
export interface PhaseCatalogue {
  standard: readonly Mechanism[];
  others: readonly Mechanism[];
}
