import type { z } from 'zod';
import type { History } from '../history/history.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { Scenario } from '../schema/scenario.ts';

/**
 * A computation on a run, or on the game or landscape that the run starts from, beside the metrics. The answer is part of the
 * run's result, so it must follow from (scenario, seed, interventions) alone.
 */
export interface Analysis<S extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly cites: readonly string[];
  /** Its parameters, each with range, default and description. */
  readonly params: S;
  /** Reports each parameter that does not fit the scenario, such as a list of the wrong length. */
  check?(params: z.infer<S>, scenario: Scenario, at: Path, report: ReportFault): void;
  /** What each key of the answer means. */
  readonly keys: Readonly<Record<string, string>>;
  /** @returns numbers, texts and lists of them: plain JSON values. */
  of(history: History, params: z.infer<S>): Record<string, unknown>;
}

/** Gives an analysis’ `of` the type of its parameters. */
export const analysis = <S extends z.ZodType>(rule: Analysis<S>): Analysis<S> => rule;
