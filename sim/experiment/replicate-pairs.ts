import { gathered } from './replicate.ts';
import type { ReplicationResults } from './replication-results.ts';
import type { Job, RunJobs } from './run-job.ts';
import { jobsOf } from './seeds.ts';

/** Two runs that differ in a change, and the reporters to read on both. */
export interface ReplicationPair {
  original: Omit<Job, 'seeds' | 'reporters'>;
  changed: Omit<Job, 'seeds' | 'reporters'>;
  reporters: readonly string[];
}

export interface PairedResults {
  original: ReplicationResults;
  changed: ReplicationResults;
}

/** Seeds in one job: a pair of runs has few seeds, which all workers should share. */
const BATCH = 5;

/**
 * Runs both runs of a pair with the same seeds, "1" to `seeds` (common random numbers).
 * @param known results of the original by these seeds, where they were made before.
 * @param onSample receives a function that gives the results so far, each time some are added.
 * @param runJobs rejects when it is stopped, and so does this.
 */
export async function replicatePairs(
  runJobs: RunJobs,
  { original, changed, reporters }: ReplicationPair,
  seeds: number,
  onSample: (soFar: () => PairedResults) => void,
  known?: ReplicationResults,
): Promise<PairedResults> {
  // First all of the one, then all of the other: a worker loads each scenario once.
  const before = known ? [] : jobsOf({ ...original, reporters }, seeds, BATCH);
  const after = jobsOf({ ...changed, reporters }, seeds, BATCH);
  const answers = new Array<Float64Array | undefined>(before.length + after.length).fill(undefined);
  const soFar = (): PairedResults => ({
    original: known ?? gathered(reporters, before, answers.slice(0, before.length)),
    changed: gathered(reporters, after, answers.slice(before.length)),
  });
  await runJobs([...before, ...after], (answer, job) => {
    answers[job] = answer;
    onSample(soFar);
  });
  return soFar();
}
