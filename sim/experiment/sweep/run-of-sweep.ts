import type { RunRequest } from '../run-request.ts';
import type { SweepPlan } from './plan.ts';
import { openRowRunner } from './run-row.ts';

/** The plan of a folder that has a run; undefined where none has it. */
export const planOfRun = <T extends { plan: SweepPlan }>(plans: readonly T[], run: number): T | undefined =>
  plans.find(({ plan: { numbering, runs } }) => run >= numbering.firstRun && run < numbering.firstRun + runs);

/**
 * A run of a sweep as any other run, with the digest of its row. It is as long as it was there, where a condition stopped it.
 * @param run one of this plan.
 */
export function requestOfRun(plan: SweepPlan, run: number): RunRequest | { refused: string } {
  const { inputOf, runRow } = openRowRunner(plan);
  const input = inputOf(run);
  if ('refused' in input) return input;
  const { columns, spec } = plan;
  const { scenario, seed, interventions } = input;
  if (spec.stop === undefined) return { scenario, seed, interventions };
  const ticks = runRow(run).row[columns.findIndex(({ name }) => name === 'ticks')];
  return { scenario, seed, interventions, ticks: ticks as number };
}
