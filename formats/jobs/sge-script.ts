import { byIndex, closedArrays, logsOf, merging, type ShardJobs, shardCount } from './shard-jobs.ts';
import { clock, keeping, shellWords, tryingAgain } from './shell.ts';

// Grid Engine: qsub(1). Indices begin at 1, an array is one range without gaps; `max_aj_tasks` is 75,000.

const USUAL = 75_000;

const head = ({ name }: ShardJobs, minutes: number): string[] => [
  '#!/bin/bash',
  `#$ -N ${name}`,
  '#$ -S /bin/bash',
  `#$ -l h_rt=${clock(minutes)}`,
  '#$ -r y',
  '#$ -notify',
  '#$ -j y',
];

export function sgeScript(jobs: ShardJobs): string[] {
  const first = jobs.first ?? 1;
  const arrays = closedArrays(jobs, jobs.tasks ?? USUAL);
  const options = shellWords(['-o', `${logsOf(jobs)}/`, ...jobs.words]);
  return [
    '#!/usr/bin/env bash',
    `# Grid Engine: ${shardCount(jobs)} shards of a sweep, then a job that merges them. To be run where qsub is.`,
    'set -euo pipefail',
    `mkdir -p ${shellWords([logsOf(jobs)])}`,
    ...arrays.flatMap((array, k) =>
      keeping(`array${k}`, `qsub -terse -t ${first}-${first + array.count - 1} ${options}`, [
        ...head(jobs, jobs.minutes),
        ...tryingAgain(byIndex(jobs, array, first)),
      ]),
    ),
    '# A job that is held begins when the others have ended, however they did.',
    ...keeping('merge', `qsub -terse -hold_jid ${arrays.map((_, k) => `"\${array${k}%%.*}"`).join(',')} ${options}`, [
      ...head(jobs, jobs.mergeMinutes),
      `exec ${shellWords(merging(jobs))}`,
    ]),
    'echo "the merge is job $merge"',
  ];
}
