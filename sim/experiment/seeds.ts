import type { Job } from './run-job.ts';

/** Replications to run: one scenario with the seeds "1", "2" …, and the reporters to read on each. */
export type ReplicationSpec = Omit<Job, 'seeds'>;

/** Seeds in one job: few enough for visible progress, enough to justify a message. */
const BATCH = 10;

/** The first seeds among which the run nearest to the record of a scenario is sought: "1" to this. */
export const SEEDS_SOUGHT = 1_000;

/** The seeds "1" to `count`. */
export const firstSeeds = (count: number): string[] => Array.from({ length: count }, (_, k) => String(k + 1));

/** Divides the replications with the seeds "1" to `seeds`, or with those named, into jobs of at most `batch`. */
export function jobsOf(survey: ReplicationSpec, seeds: number | readonly string[], batch = BATCH): Job[] {
  const all = typeof seeds === 'number' ? firstSeeds(seeds) : seeds;
  return Array.from({ length: Math.ceil(all.length / batch) }, (_, job) => ({
    ...survey,
    seeds: all.slice(job * batch, (job + 1) * batch),
  }));
}
