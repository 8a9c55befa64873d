import type { Job } from './run-job.ts';

/** Replications to run: one scenario with the seeds "1", "2" …, and the reporters to read on each. */
export type ReplicationSpec = Omit<Job, 'seeds'>;

/** Seeds in one job: few enough for visible progress, enough to justify a message. */
const BATCH = 10;

/** Divides the replications with the seeds "1" to `seeds` into jobs of at most `batch`. */
export function jobsOf(survey: ReplicationSpec, seeds: number, batch = BATCH): Job[] {
  return Array.from({ length: Math.ceil(seeds / batch) }, (_, job) => {
    const first = job * batch + 1;
    const count = Math.min(batch, seeds - first + 1);
    return { ...survey, seeds: Array.from({ length: count }, (_, k) => String(first + k)) };
  });
}
