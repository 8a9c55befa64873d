import { byIndex, byNumber, closedArrays, logsOf, merging, type ShardJobs, shardCount } from './shard-jobs.ts';
import { clock, keeping, shellWords, tryingAgain } from './shell.ts';

// PBS Professional and OpenPBS: qsub(1B). An array is one range without gaps, of two tasks or more; `max_array_size` is 10,000.

const USUAL = 10_000;

const head = ({ name }: ShardJobs, minutes: number): string[] => [
  '#!/bin/bash',
  `#PBS -N ${name}`,
  '#PBS -l select=1:ncpus=1',
  `#PBS -l walltime=${clock(minutes)}`,
  '#PBS -r y',
  '#PBS -j oe',
];

export function pbsScript(jobs: ShardJobs): string[] {
  const first = jobs.first ?? 0;
  const arrays = closedArrays(jobs, jobs.tasks ?? USUAL);
  const options = ['-o', `${logsOf(jobs)}/`, ...jobs.words];
  return [
    '#!/usr/bin/env bash',
    `# PBS: ${shardCount(jobs)} shards of a sweep, then a job that merges them. To be run where qsub is.`,
    'set -euo pipefail',
    `mkdir -p ${shellWords([logsOf(jobs)])}`,
    ...arrays.flatMap((array, k) => {
      const isOne = array.count === 1;
      const words = isOne ? byNumber(jobs, array.plan, array.offset) : byIndex(jobs, array, first);
      const range = isOne ? [] : ['-J', `${first}-${first + array.count - 1}`];
      const script = [...head(jobs, jobs.minutes), ...tryingAgain(words)];
      return keeping(`array${k}`, `qsub ${shellWords([...options, ...range])}`, script);
    }),
    ...keeping(
      'merge',
      `qsub ${shellWords(options)} -W depend=afterany${arrays.map((_, k) => `:"$array${k}"`).join('')}`,
      [...head(jobs, jobs.mergeMinutes), `exec ${shellWords(merging(jobs))}`],
    ),
    'echo "the merge is job $merge"',
  ];
}
