import { runSweepHere } from '../../workers/node-sweep.ts';
import { type Timing, timingOf } from '../timer.ts';
import { CASES, timedPlan } from './ratios.ts';

export interface WorkersFindings {
  runs: number;
  /** Wall time of two workers by that of one, their start included. */
  ratio: Timing;
}

async function wallTime(runs: number, workers: number): Promise<number> {
  const plan = timedPlan(CASES[0]!, runs, 1);
  const shards = Array.from({ length: plan.shards }, (_, k) => k);
  const begun = performance.now();
  await runSweepHere(workers, { plan, shards, onShard: () => {} });
  return performance.now() - begun;
}

export async function wallRatio(runs: number, rounds: number): Promise<WorkersFindings> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const one = await wallTime(runs, 1);
    ratios.push((await wallTime(runs, 2)) / one);
  }
  return { runs, ratio: timingOf(ratios) };
}
