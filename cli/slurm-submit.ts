import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShardJobs } from '../formats/jobs/shard-jobs.ts';
import {
  slurmArrayName,
  slurmArrayScript,
  slurmArrays,
  slurmArrayWords,
  slurmMergeName,
  slurmMergeScript,
  slurmMergeWords,
} from '../formats/jobs/slurm-script.ts';
import { rangesText } from '../formats/sweep/number-ranges.ts';
import { throwFileError } from './input-error.ts';
import { submitToSlurm } from './slurm-commands.ts';
import { print } from './terminal.ts';

/**
 * Submits these shards, in arrays whose indices stay below `maxArraySize`.
 * @param known jobs that were there before
 * @returns the numbers of the jobs, as each is there
 */
export async function* submitShards(
  jobs: ShardJobs,
  shards: readonly number[],
  maxArraySize: number,
  known: ReadonlySet<string>,
): AsyncGenerator<string> {
  const wanted = new Set(shards);
  const plans = jobs.plans.map(({ plan, shards: of }) => ({ plan, shards: of.filter((shard) => wanted.has(shard)) }));
  for (const array of slurmArrays({ ...jobs, plans }, maxArraySize)) {
    const name = slurmArrayName(jobs, array.offset);
    const script = putScript(jobs, `shards-${array.offset}.sh`, slurmArrayScript(jobs, array));
    const job = await submitToSlurm(script, name, slurmArrayWords(jobs, array), known);
    print([`job ${job}: shards ${rangesText(array.shards)}`]);
    yield job;
  }
}

/** Submits the job that merges all runs, once those of the arrays have ended. */
export async function submitMerge(
  jobs: ShardJobs,
  arrays: readonly string[],
  known: ReadonlySet<string>,
): Promise<string> {
  const script = putScript(jobs, 'merge.sh', slurmMergeScript(jobs));
  const job = await submitToSlurm(script, slurmMergeName(jobs), slurmMergeWords(jobs, arrays), known);
  print([`job ${job}: merges all runs into ${jobs.merged}`]);
  return job;
}

/** Scripts and what tasks write stand in the folder, for whoever wants to know. */
function putScript({ dir }: ShardJobs, name: string, lines: readonly string[]): string {
  const file = join(dir, 'jobs', name);
  try {
    mkdirSync(join(dir, 'jobs'), { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
  } catch (error) {
    throwFileError(file, error);
  }
  return file;
}
