import { rangesText } from '../sweep/number-ranges.ts';
import { byIndex, logsOf, merging, type ShardArray, type ShardJobs, shardArrays, shardCount } from './shard-jobs.ts';
import { keeping, shellWords, TRIES } from './shell.ts';

// Slurm: sbatch(1). MaxArraySize caps the index of a task, not their number.

/** Indices below the MaxArraySize that Slurm comes with. */
const USUAL = 1_001;

/**
 * What the job of an array is called. It ends with the number that makes a shard of an index, so that whoever lists the queue knows
 * which shards are in it.
 */
export const slurmArrayName = ({ name, first = 0 }: Pick<ShardJobs, 'name' | 'first'>, offset: number): string =>
  `${name}-${offset - first}`;

/** The shard of a task, by the name of its job; undefined for another job. */
export function slurmShard({ name }: Pick<ShardJobs, 'name'>, job: string, index: number): number | undefined {
  const number = job.startsWith(`${name}-`) ? job.slice(name.length + 1) : '';
  return /^-?\d+$/.test(number) ? index + Number(number) : undefined;
}

export const slurmMergeName = ({ name }: Pick<ShardJobs, 'name'>): string => `${name}-merge`;

/** The arrays of a sweep where indices stay below `maxArraySize`. */
export const slurmArrays = (jobs: ShardJobs, maxArraySize = USUAL): ShardArray[] =>
  shardArrays(jobs, Math.min(maxArraySize - (jobs.first ?? 0), jobs.tasks ?? Number.MAX_SAFE_INTEGER));

/** `%` begins a pattern in the names of log files. */
const logFile = (jobs: ShardJobs, name: string): string => `${logsOf(jobs).replaceAll('%', '%%')}/${name}`;

/** Options of an array that hold paths or lists: given as words, since Slurm reads those in a script by rules of its own. */
export const slurmArrayWords = (jobs: ShardJobs, { offset, shards }: ShardArray): string[] => [
  `--array=${rangesText(shards.map((shard) => shard - offset + (jobs.first ?? 0)))}`,
  `--output=${logFile(jobs, '%A_%a.log')}`,
  ...jobs.words,
];

/**
 * @param after the arrays to wait for. `afterok` would never come true: a task that was put back into the queue by its exit code counts
 *   as failed, whatever came of it.
 */
export const slurmMergeWords = (jobs: ShardJobs, after: readonly string[]): string[] => [
  `--output=${logFile(jobs, 'merge-%j.log')}`,
  ...jobs.words,
  ...(after.length > 0 ? [`--dependency=afterany:${after.join(':')}`] : []),
];

const head = (name: string, minutes: number): string[] => [
  '#!/bin/bash',
  `#SBATCH --job-name=${name}`,
  `#SBATCH --time=${minutes}`,
  '#SBATCH --ntasks=1',
  '#SBATCH --cpus-per-task=1',
  '#SBATCH --requeue',
  '#SBATCH --open-mode=append',
];

/** The script of an array. The command takes the place of the shell, so that signals reach it. */
export const slurmArrayScript = (jobs: ShardJobs, array: ShardArray): string[] => [
  ...head(slurmArrayName(jobs, array.offset), jobs.minutes),
  '# Before its time is up a task is told, lets go of what it has begun, and ends with 75.',
  '#SBATCH --signal=B:USR1@20',
  '# Exit codes: 0 done, 2 refused for ever, any other may pass. Where RequeueExit has 75, Slurm begins such a task again.',
  `if [ "\${SLURM_RESTART_COUNT:-0}" -ge ${TRIES} ]; then`,
  `  echo 'foedus: the task was begun ${TRIES} times' >&2`,
  '  exit 1',
  'fi',
  `exec ${shellWords(byIndex(jobs, array, jobs.first ?? 0))}`,
];

export const slurmMergeScript = (jobs: ShardJobs): string[] => [
  ...head(slurmMergeName(jobs), jobs.mergeMinutes),
  '#SBATCH --kill-on-invalid-dep=yes',
  `exec ${shellWords(merging(jobs))}`,
];

export function slurmScript(jobs: ShardJobs): string[] {
  const arrays = slurmArrays(jobs);
  return [
    '#!/usr/bin/env bash',
    `# Slurm: ${shardCount(jobs)} shards of a sweep, then a job that merges them. To be run where sbatch is.`,
    'set -euo pipefail',
    `mkdir -p ${shellWords([logsOf(jobs)])}`,
    ...arrays.flatMap((array, k) =>
      keeping(
        `array${k}`,
        `sbatch --parsable ${shellWords(slurmArrayWords(jobs, array))}`,
        slurmArrayScript(jobs, array),
      ),
    ),
    ...keeping(
      'merge',
      `sbatch --parsable ${shellWords(slurmMergeWords(jobs, []))} --dependency=afterany${arrays.map((_, k) => `:"\${array${k}%%;*}"`).join('')}`,
      slurmMergeScript(jobs),
    ),
    'echo "the merge is job $merge"',
  ];
}
