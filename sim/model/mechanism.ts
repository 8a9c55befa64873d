import type { z } from 'zod';
import type { Stream } from '../exact/random.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Phase, Scenario } from '../schema/scenario.ts';
import type { Columns } from '../world/columns.ts';
import type { EventContent, Reason } from '../world/event.ts';
import type { Decisions } from '../world/placed-decision.ts';
import type { Scratch } from '../world/scratch.ts';
import type { World } from '../world/state.ts';
import type { FormulaNames, Formulas } from './formulas.ts';
import type { Model } from './model.ts';
import type { Occasion } from './occasion.ts';

/**
 * What a mechanism receives each tick. The object is reused, so a mechanism must not keep it or any part of it. The first five
 * fields are the public contract, on which foreign mechanisms may rely. The others are for the mechanisms of Foedus and may change.
 */
export interface StepContext<P = unknown, F extends FormulaNames = FormulaNames> {
  /** Its parameters as the scenario sets them, defaults filled in. */
  readonly params: P;
  /**
   * This mechanism's random number stream for this tick, created when first requested. Its draws do not change the random numbers
   * of any other mechanism.
   */
  random(): Stream;
  /** Logs an event of this tick in this mechanism's name; `who` are ids from `names`. */
  emit(content: EventContent, reason?: Reason): void;
  /** Its formulas, by the names of the parameters that hold them. */
  readonly formulas: Formulas<F>;
  /** Ids of the actors, in the order of every actor column, then of the outside threats. */
  readonly names: readonly string[];

  readonly model: Model;
  /** Whether events are logged; where not, a mechanism need not build them. The state must not depend on it. */
  readonly isLogging: boolean;
  /** Hears of each decision that is due; absent where nobody asks. The state must not depend on it. */
  readonly onOccasion?: ((occasion: Occasion) => void) | undefined;
  /** Interventions placed at this tick. */
  readonly interventions: readonly Intervention[];
  /** Decisions of persons that stand in this tick. */
  readonly decisions: Decisions;
  /** Working memory of this run; its contents are undefined between uses. */
  readonly scratch: Scratch;
}

/**
 * A mechanism: one rule of the model, as a plain object. A mechanism of Foedus is one file and one line in its phase's index; a
 * library's user passes a foreign one to `check` and `load`.
 */
export interface Mechanism<S extends z.ZodType = z.ZodType, F extends FormulaNames = FormulaNames> {
  /** An id. Scenarios choose the mechanism by it, its events carry it, and its random stream is derived from it. */
  readonly name: string;
  readonly phase: Phase;
  /** Sources of the rule. */
  readonly cites: readonly string[];
  /**
   * The columns that it writes, if it writes no others. Where all mechanisms of a scenario declare theirs, the columns that none of
   * them writes are digested once instead of every tick.
   */
  readonly owns?: readonly (keyof Columns)[];
  /** It takes every actor to exist throughout: no scenario whose actors enter or leave can choose it. */
  readonly allExist?: true;
  /** Its parameters, each with range, default and description. */
  readonly params: S;
  /** The parameters that hold a formula (a text or a number), and the names that each may use. */
  readonly formulas?: F;
  /** Reports each parameter that does not fit the scenario, such as a list of the wrong length. */
  check?(params: z.infer<S>, scenario: Scenario, at: Path, report: ReportFault): void;
  /**
   * One tick. Writes the numeric columns that the mechanism owns, or any of them if it declares no `owns`; membership changes only through the verbs of
   * `world/membership.ts`.
   */
  step(world: World, context: StepContext<z.infer<S>, F>): void;
}

/** Returns the mechanism unchanged; gives its step the types of its parameters and formulas. */
export const mechanism = <S extends z.ZodType, const F extends FormulaNames = Record<never, never>>(
  rule: Mechanism<S, F>,
): Mechanism<S, F> => rule;

/** Options of `check`, `load` and their callers. */
export interface MechanismOptions {
  /** Foreign mechanisms, which the scenario may choose by name like those of Foedus. */
  readonly mechanisms?: readonly Mechanism[] | undefined;
}

/** The mechanisms of a phase: those that a scenario gets by default, in order, and those that it may choose. */
export interface PhaseCatalogue {
  standard: readonly Mechanism[];
  others: readonly Mechanism[];
}
