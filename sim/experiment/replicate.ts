import type { ReplicationResults } from './replication-results.ts';
import type { Job, RunJobs } from './run-job.ts';

/** Replications to run: one scenario with the seeds "1", "2" …, and the reporters to read on each. */
export type ReplicationSpec = Omit<Job, 'seeds'>;

/** Seeds in one job: few enough for visible progress, enough to justify a message. */
const BATCH = 10;

/** Divides the replications with the seeds "1" to `seeds` into jobs of at most ten. */
export function jobsOf(survey: ReplicationSpec, seeds: number): Job[] {
  return Array.from({ length: Math.ceil(seeds / BATCH) }, (_, job) => {
    const first = job * BATCH + 1;
    const count = Math.min(BATCH, seeds - first + 1);
    return { ...survey, seeds: Array.from({ length: count }, (_, k) => String(first + k)) };
  });
}

/**
 * Runs replications with the seeds "1" to `seeds`; `onSample` receives a function that gives the results so far, each time some are
 * added.
 * @param runJobs rejects when it is stopped, and so does this; results so far were already passed to `onSample`.
 */
export async function replicate(
  runJobs: RunJobs,
  survey: ReplicationSpec,
  seeds: number,
  onSample: (soFar: () => ReplicationResults) => void,
): Promise<ReplicationResults> {
  const jobs = jobsOf(survey, seeds);
  const answers = new Array<Float64Array | undefined>(jobs.length);
  const soFar = (): ReplicationResults => gathered(survey.reporters, jobs, answers);
  const onAnswer = (answer: Float64Array, job: number): void => {
    answers[job] = answer;
    onSample(soFar);
  };
  await runJobs(jobs, onAnswer);
  return soFar();
}

function gathered(
  names: readonly string[],
  jobs: readonly Job[],
  answers: readonly (Float64Array | undefined)[],
): ReplicationResults {
  const seeds = jobs.flatMap((job, k) => (answers[k] ? job.seeds.map(Number) : []));
  const figures = new Float64Array(seeds.length * names.length);
  let at = 0;
  for (const answer of answers) {
    if (!answer) continue;
    figures.set(answer, at);
    at += answer.length;
  }
  return { names, seeds, figures };
}
