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

/** What one mechanism is handed each tick; the object is reused, so nothing of it may be kept. */
export interface StepContext<P = unknown> {
  readonly model: Model;
  readonly params: P;
  /** Ids of the actors, then of the outside threats. */
  readonly names: readonly string[];
  /** This mechanism's own luck of this tick, made when first asked for. */
  random(): Stream;
  /** Writes an event of this tick in this mechanism's name. */
  emit(content: EventContent, reason?: Reason): void;
  /** Whether anybody listens: where not, no event need be made up. The state may not depend on it. */
  readonly isLogging: boolean;
  /** What people placed at this tick. */
  readonly interventions: readonly Intervention[];
  /** Working memory of this course, contents undefined between uses. */
  readonly scratch: Scratch;
}

/** A rule of the model: a plain object, one file, one line in its phase's index. */
export interface Mechanism<S extends z.ZodType = z.ZodType> {
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
  /** Tells what of them does not fit the scenario, such as a list of another length. */
  check?(params: z.infer<S>, scenario: Scenario, at: Path, report: ReportFault): void;
  /** Writes the numeric columns it owns; membership only through treaty.ts. */
  step(world: World, context: StepContext<z.infer<S>>): void;
}

/** Lets a mechanism's step see its parameters' types. */
export const mechanism = <S extends z.ZodType>(rule: Mechanism<S>): Mechanism<S> => rule;

/** What a phase has to offer: the mechanisms a scenario gets if it names none, in order, and those it may choose. */
export interface PhaseCatalogue {
  standard: readonly Mechanism[];
  others: readonly Mechanism[];
}
