import { check, checkPlaced } from '../check/check.ts';
import { load } from '../engine/load.ts';
import { record } from '../history/record.ts';
import type { Mechanism, MechanismOptions } from '../model/mechanism.ts';
import type { Model } from '../model/model.ts';
import type { Intervention } from '../schema/intervention.ts';
import { advanceObserved, observersOf } from './observed-run.ts';
import { reporter } from './reporters.ts';
import { accepted, checkedTicks } from './run-request.ts';

/** Runs of one scenario with different seeds, and the reporters to read on each, by the names of `reporters.ts`. */
export interface Job {
  scenario: unknown;
  seeds: readonly string[];
  interventions?: unknown;
  /** The scenario's own number of ticks by default. */
  ticks?: number;
  reporters: readonly string[];
}

/**
 * Runs jobs: worker threads, or in a test the current thread.
 * @param onAnswer receives each answer as it arrives.
 * @returns the answers in the order of the jobs, whichever finished first.
 */
export type RunJobs = (
  jobs: readonly Job[],
  onAnswer?: (answer: Float64Array, job: number) => void,
) => Promise<Float64Array[]>;

interface Ready {
  of: string;
  mechanisms: readonly Mechanism[];
  model: Model;
  ticks: number;
  interventions: readonly Intervention[];
}

// The jobs of one pool differ in their seeds alone, so the scenario is checked and loaded once.
let last: Ready | undefined;

function readyFor({ scenario, interventions = [], ticks: wanted }: Job, { mechanisms = [] }: MechanismOptions): Ready {
  const of = JSON.stringify([scenario, interventions, wanted]);
  if (last?.of !== of || !areSame(last.mechanisms, mechanisms)) {
    const checked = accepted(check(scenario, { mechanisms }));
    const ticks = checkedTicks(wanted ?? checked.time.ticks);
    const placed = accepted(checkPlaced(interventions, checked, ticks, ['interventions']));
    last = { of, mechanisms, model: load(checked, { mechanisms }), ticks, interventions: placed };
  }
  return last;
}

const areSame = (a: readonly Mechanism[], b: readonly Mechanism[]): boolean =>
  a.length === b.length && a.every((rule, k) => rule === b[k]);

/**
 * Runs a job in this thread.
 * @returns the figures, seed-major: figure f of seed s at s · reporters.length + f.
 * @throws {Error} `path: sentence` for the first fault of the job.
 */
export const runJob = (job: Job): Float64Array => answerOf(jobSteps(job, Infinity));

function answerOf(steps: Generator<number, Float64Array>): Float64Array {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Runs a job so many ticks at a time, for a thread that has to hear others meanwhile.
 * @param ticks between two pauses.
 * @param options foreign mechanisms that its scenario may choose.
 * @returns as runJob, and throws as it does; between, the share of the job that is done.
 */
export function* jobSteps(job: Job, ticks: number, options: MechanismOptions = {}): Generator<number, Float64Array> {
  const { seeds, reporters } = job;
  const ready = readyFor(job, options);
  const { model, interventions } = ready;
  const answer = new Float64Array(seeds.length * reporters.length);
  for (const [s, seed] of seeds.entries()) {
    // These histories are neither sought nor compared, so two keyframes and no digests suffice.
    const recorder = record(model, seed, interventions, {
      ticks: ready.ticks,
      caps: { keyframes: 2 },
      digests: false,
    });
    const { history, world } = recorder;
    const figures = reporters.map((name) => reporter(name, model));
    const observers = observersOf(figures);
    while (advanceObserved(recorder, { observers }, ticks) === 'more')
      yield (s + history.ticks / ready.ticks) / seeds.length;
    figures.forEach(({ result }, f) => {
      answer[s * reporters.length + f] = result(history, world);
    });
  }
  return answer;
}

/**
 * Runs jobs in this thread, one after another, without pauses.
 * @param options foreign mechanisms that their scenarios may choose.
 */
export const runJobsHere =
  (options: MechanismOptions = {}): RunJobs =>
  async (jobs, onAnswer) =>
    jobs.map((job, k) => {
      const answer = answerOf(jobSteps(job, Infinity, options));
      onAnswer?.(answer, k);
      return answer;
    });
