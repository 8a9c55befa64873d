import type { Job, RunJobs } from './replications.ts';

/** Runs of one scenario by the seeds "1", "2" …, and the figures wanted of each. */
export type ReplicationSpec = Omit<Job, 'seeds'>;

/** Seeds of one job at most: few enough for progress to be seen, enough to make a message worth sending. */
const BATCH = 10;

/** The runs of a survey by the seeds "1" to `seeds`, shared out into jobs of ten at most. */
export function jobsOf(survey: ReplicationSpec, seeds: number): Job[] {
  return Array.from({ length: Math.ceil(seeds / BATCH) }, (_, job) => {
    const first = job * BATCH + 1;
    const count = Math.min(BATCH, seeds - first + 1);
    return { ...survey, seeds: Array.from({ length: count }, (_, k) => String(first + k)) };
  });
}

/** What a survey has found so far. */
export interface ReplicationResults {
  /** Names of the figures, by `reporters.ts`. */
  readonly names: readonly string[];
  /** Seeds whose runs are done, rising; they may have gaps while others are under way. */
  readonly seeds: readonly number[];
  /** Seed-major: figure f of seeds[k] at k · names.length + f. */
  readonly figures: Float64Array;
}

export const noResults = (names: readonly string[]): ReplicationResults => ({
  names,
  seeds: [],
  figures: new Float64Array(),
});

/** Figure f of every seed that is done, in their order. */
export const columnOf = ({ names, seeds, figures }: ReplicationResults, f: number): Float64Array =>
  Float64Array.from(seeds, (_, k) => figures[k * names.length + f]!);

/** The figures of one seed, in the order of the names; undefined where its run is not done. */
export function rowOf({ names, seeds, figures }: ReplicationResults, seed: string): Float64Array | undefined {
  const k = seeds.indexOf(Number(seed));
  return k < 0 || String(seeds[k]) !== seed ? undefined : figures.slice(k * names.length, (k + 1) * names.length);
}

/**
 * Runs a survey by the seeds "1" to `seeds`; `onSample` asks for what there is whenever something was added to it.
 * @param runJobs when it is stopped it rejects, and so does this: what was found stays with who heard of it.
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
