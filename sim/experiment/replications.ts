import { check, checkPlaced } from '../check/check.ts';
import { load } from '../engine/load.ts';
import { record } from '../history/record.ts';
import type { Model } from '../model/model.ts';
import type { Intervention } from '../schema/intervention.ts';
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
  model: Model;
  ticks: number;
  interventions: readonly Intervention[];
}

// The jobs of one pool differ in their seeds alone, so the scenario is checked and loaded once.
let last: Ready | undefined;

function readyFor({ scenario, interventions = [], ticks: wanted }: Job): Ready {
  const of = JSON.stringify([scenario, interventions, wanted]);
  if (last?.of !== of) {
    const checked = accepted(check(scenario));
    const ticks = checkedTicks(wanted ?? checked.time.ticks);
    const placed = accepted(checkPlaced(interventions, checked, ticks, ['interventions']));
    last = { of, model: load(checked), ticks, interventions: placed };
  }
  return last;
}

/**
 * Runs a job in this thread.
 * @returns the figures, seed-major: figure f of seed s at s · reporters.length + f.
 * @throws {Error} `path: sentence` for the first fault of the job.
 */
export function runJob(job: Job): Float64Array {
  const { seeds, reporters } = job;
  const ready = readyFor(job);
  const figures = new Float64Array(seeds.length * reporters.length);
  seeds.forEach((seed, s) => {
    figures.set(figuresOf(ready, seed, reporters), s * reporters.length);
  });
  return figures;
}

function figuresOf({ model, ticks, interventions }: Ready, seed: string, wanted: readonly string[]): number[] {
  // These histories are neither sought nor compared, so two keyframes and no digests suffice.
  const recorder = record(model, seed, interventions, { ticks, caps: { keyframes: 2 }, digests: false });
  const { history, world } = recorder;
  const found = wanted.map((name) => reporter(name, model));
  const observers = found.flatMap(({ observe }) => (observe ? [observe] : []));
  if (observers.length === 0) recorder.advance(Infinity);
  for (let more = true; more; ) {
    more = recorder.advance(1);
    for (const observe of observers) observe(world);
  }
  return found.map(({ result }) => result(history, world));
}
