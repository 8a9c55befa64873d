import { rangesText } from '../sweep/number-ranges.ts';
import { byIndex, logsOf, merging, type ShardJobs, shardArrays, shardCount } from './shard-jobs.ts';
import { keeping, shellWords, tryingAgain } from './shell.ts';

// LSF: bsub(1). Indices begin at 1; MAX_JOB_ARRAY_SIZE, which caps the index, is 1,000.

const USUAL = 1_000;

const head = (minutes: number): string[] => ['#!/bin/bash', '#BSUB -n 1', `#BSUB -W ${minutes}`, '#BSUB -r'];

export function lsfScript(jobs: ShardJobs): string[] {
  const first = jobs.first ?? 1;
  const arrays = shardArrays(jobs, jobs.tasks ?? USUAL - first + 1);
  return [
    '#!/usr/bin/env bash',
    `# LSF: ${shardCount(jobs)} shards of a sweep, then a job that merges them. To be run where bsub is.`,
    'set -euo pipefail',
    `mkdir -p ${shellWords([logsOf(jobs)])}`,
    '# bsub says "Job <123> is submitted …".',
    `submit() { bsub "$@" | sed -n 's/^Job <\\([0-9]*\\)>.*/\\1/p'; }`,
    ...arrays.flatMap((array, k) => {
      const indices = rangesText(array.shards.map((shard) => shard - array.offset + first));
      const words = ['-J', `${jobs.name}[${indices}]`, '-o', `${logsOf(jobs)}/%J_%I.log`];
      const script = [...head(jobs.minutes), ...tryingAgain(byIndex(jobs, array, first))];
      return keeping(`array${k}`, `submit ${shellWords([...words, ...jobs.words])}`, script);
    }),
    ...keeping(
      'merge',
      `submit ${shellWords(['-J', `${jobs.name}-merge`, '-o', `${logsOf(jobs)}/merge-%J.log`, ...jobs.words])} -w "${arrays.map((_, k) => `ended($array${k})`).join(' && ')}"`,
      [...head(jobs.mergeMinutes), `exec ${shellWords(merging(jobs))}`],
    ),
    'echo "the merge is job $merge"',
  ];
}
