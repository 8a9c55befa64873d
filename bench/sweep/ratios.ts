import { scenarios } from '../../scenarios/index.ts';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { designPoints } from '../../sim/experiment/sweep/design-points.ts';
import { makePlan } from '../../sim/experiment/sweep/make-plan.ts';
import type { SweepPlan } from '../../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../../sim/experiment/sweep/run-row.ts';
import { withSettings } from '../../sim/experiment/sweep/settings.ts';
import { record } from '../../sim/history/record.ts';
import type { Model } from '../../sim/model/model.ts';
import { duel, type Timing, timingOf } from '../timer.ts';

// What the rows of a sweep cost beside the bare loop, in this thread.

/** Runs in a batch: the two are timed in turn. */
const BATCH = 50;

export interface Case {
  id: string;
  path: string;
  from: number;
  to: number;
}

export const CASES: readonly Case[] = [
  { id: 'europe-1879-1914', path: 'actors.RUS.loyalty', from: 0.2, to: 0.8 },
  { id: 'classics/tribute', path: 'parameters.demand', from: 200, to: 300 },
];

/** A sweep that measures every metric at the end: of one point, or of as many points as runs. */
export function timedPlan({ id, path, from, to }: Case, runs: number, points: number): SweepPlan {
  const made = makePlan({
    format: 'foedus-sweep/1',
    scenario: scenarios[id] as Record<string, unknown>,
    vary: points > 1 ? [{ path, from, to }] : [],
    design: points > 1 ? { kind: 'random', size: points } : { kind: 'full' },
    replicates: points > 1 ? 1 : runs,
    seed: 1,
    commonRandomNumbers: true,
    limits: {},
  });
  if (!('value' in made)) throw new Error(`${id}: ${made.faults[0]?.path}: ${made.faults[0]?.message}`);
  return made.value;
}

export function loaded(scenario: unknown): Model {
  const checked = check(scenario);
  if (!('value' in checked)) throw new Error(checked.faults[0]?.message);
  return load(checked.value);
}

/** The bare loop: a run with its digests, and nothing else. */
export const bare = (model: Model, seed: number): void => {
  record(model, String(seed), [], { caps: { keyframes: 2 } }).advance(Infinity);
};

/** Ratio of the time of a sweep's rows to that of the bare loop; with many points the bare loop checks and loads each of them. */
export function ratioOf(of: Case, runs: number, points: number, rounds: number): Timing {
  const plan = timedPlan(of, runs, points);
  const model = loaded(scenarios[of.id]);
  const design = designPoints(plan.spec);
  const batches = runs / BATCH;
  const { ours, theirs } = duel(
    () => {
      const { runRow } = openRowRunner(plan);
      let [mine, other] = [0, 0];
      return {
        ours() {
          for (let k = 0; k < BATCH; k++) runRow(mine++);
        },
        theirs() {
          for (let k = 0; k < BATCH; k++, other++) {
            if (points === 1) bare(model, other + 1);
            else {
              const settled = withSettings(plan.spec, design.settings(other));
              if ('input' in settled) bare(loaded(settled.input.scenario), 1);
            }
          }
        },
      };
    },
    rounds,
    1,
    batches,
  );
  return timingOf(ours.map((mine, k) => mine / theirs[k]!));
}
