import { openRowRunner } from '../sim/experiment/sweep/run-row.ts';
import { throwInputError } from './input-error.ts';
import type { RunSource } from './link.ts';
import { plansIn } from './sweep-plans.ts';

/** A run of a sweep, as any other run: `DIR:RUN`. It is as long as it was there, where a condition stopped it. */
export function rowSource(text: string): RunSource {
  const at = text.lastIndexOf(':');
  const number = text.slice(at + 1);
  if (at <= 0 || !/^\d{1,15}$/.test(number))
    return throwInputError(`--row: expected DIR:RUN, got ${JSON.stringify(text.slice(0, 80))}`);
  const dir = text.slice(0, at);
  const run = Number(number);
  const plans = plansIn(dir);
  const found = plans.find(
    ({ plan: { numbering, runs } }) => run >= numbering.firstRun && run < numbering.firstRun + runs,
  );
  if (!found) {
    const { numbering, runs } = plans.at(-1)!.plan;
    return throwInputError(`--row: ${dir} has the runs 0 to ${numbering.firstRun + runs - 1}, not ${run}`);
  }
  const { inputOf, runRow } = openRowRunner(found.plan);
  const input = inputOf(run);
  if ('refused' in input) return throwInputError(`--row: run ${run} was refused: ${input.refused}`);
  const { columns, spec } = found.plan;
  const ticks =
    spec.stop === undefined ? undefined : runRow(run).row[columns.findIndex(({ name }) => name === 'ticks')];
  return {
    label: `run ${run}`,
    scenario: input.scenario,
    seed: input.seed,
    interventions: input.interventions,
    ticks: typeof ticks === 'number' ? ticks : undefined,
    received: undefined,
  };
}
