import type { z } from 'zod';
import type { History } from '../history/history.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { Scenario } from '../schema/scenario.ts';

/**
 * What is computed of a run, or of the game or landscape it starts from, beside the metrics. Its answer is part of the result, so
 * it follows from (scenario, seed, interventions) like all else.
 */
export interface Analysis<S extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly cites: readonly string[];
  /** Its parameters, each with range, default and description. */
  readonly params: S;
  /** Tells what of them does not fit the scenario, such as a list of another length. */
  check?(params: z.infer<S>, scenario: Scenario, at: Path, report: ReportFault): void;
  /** What each key of the answer says. */
  readonly keys: Readonly<Record<string, string>>;
  /** @returns numbers, texts, and lists of them, as JSON has them. */
  of(history: History, params: z.infer<S>): Record<string, unknown>;
}

/** Lets an analysis’ `of` see its parameters’ types. */
export const analysis = <S extends z.ZodType>(rule: Analysis<S>): Analysis<S> => rule;
