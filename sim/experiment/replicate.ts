import type { ReplicationResults } from './replication-results.ts';
import type { Job, RunJobs } from './run-job.ts';
import { jobsOf, type ReplicationSpec } from './seeds.ts';

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

/** The results of those jobs that have answers, in the order of the jobs. */
export function gathered(
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
