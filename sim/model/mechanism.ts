import type { z } from 'zod';
import type { Stream } from '../exact/random.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Phase, Scenario } from '../schema/scenario.ts';
import type { Columns } from '../world/columns.ts';
import type { EventContent, Reason } from '../world/event.ts';
import type { Scratch } from '../world/scratch.ts';
import type { World } from '../world/state.ts';
import type { Model } from './model.ts';

/** What a mechanism receives each tick. The object is reused, so a mechanism must not keep it or any part of it. */
export interface StepContext<P = unknown> {
  readonly model: Model;
  readonly params: P;
  /** Ids of the actors, then of the outside threats. */
  readonly names: readonly string[];
  /** This mechanism's random number stream for this tick, created when first requested. */
  random(): Stream;
  /** Logs an event of this tick in this mechanism's name. */
  emit(content: EventContent, reason?: Reason): void;
  /** Whether events are logged; where not, a mechanism need not build them. The state must not depend on it. */
  readonly isLogging: boolean;
  /** Interventions placed at this tick. */
  readonly interventions: readonly Intervention[];
  /** Working memory of this run; its contents are undefined between uses. */
  readonly scratch: Scratch;
}

/** A mechanism: one rule of the model, as a plain object in one file, with one line in its phase's index. */
export interface Mechanism<S extends z.ZodType = z.ZodType> {
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
  /** Reports each parameter that does not fit the scenario, such as a list of the wrong length. */
  check?(params: z.infer<S>, scenario: Scenario, at: Path, report: ReportFault): void;
  /** One tick. Writes the numeric columns that the mechanism owns; membership changes only through world/membership.ts. */
  step(world: World, context: StepContext<z.infer<S>>): void;
}

/** Gives a mechanism's step the type of its parameters. */
export const mechanism = <S extends z.ZodType>(rule: Mechanism<S>): Mechanism<S> => rule;

/** The mechanisms of a phase: those that a scenario gets by default, in order, and those that it may choose. */
export interface PhaseCatalogue {
  standard: readonly Mechanism[];
  others: readonly Mechanism[];
}
