import { planOfRun, requestOfRun } from '../sim/experiment/sweep/run-of-sweep.ts';
import { throwInputError } from './input-error.ts';
import type { RunSource } from './link.ts';
import { plansIn } from './sweep-plans.ts';

/** A run of a sweep, as any other run: `DIR:RUN`. */
export function rowSource(text: string): RunSource {
  const at = text.lastIndexOf(':');
  const number = text.slice(at + 1);
  if (at <= 0 || !/^\d{1,15}$/.test(number))
    return throwInputError(`--row: expected DIR:RUN, got ${JSON.stringify(text.slice(0, 80))}`);
  const dir = text.slice(0, at);
  const run = Number(number);
  const plans = plansIn(dir);
  const found = planOfRun(plans, run);
  if (!found) {
    const { numbering, runs } = plans.at(-1)!.plan;
    return throwInputError(`--row: ${dir} has the runs 0 to ${numbering.firstRun + runs - 1}, not ${run}`);
  }
  const request = requestOfRun(found.plan, run);
  if ('refused' in request) return throwInputError(`--row: run ${run} was refused: ${request.refused}`);
  const { scenario, seed, interventions, ticks } = request;
  return { label: `run ${run}`, scenario, seed, interventions, ticks, received: undefined };
}
