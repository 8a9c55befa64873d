import { rangesText } from '../sweep/number-ranges.ts';
import { byNumber, merging, type ShardJobs, shardCount } from './shard-jobs.ts';
import { shellWords, TRIES } from './shell.ts';

// GNU parallel: parallel(1). It has no arrays: every task is a number on its standard input.

/** Counted by the shell, so that the script stays short. */
const counting = (shards: readonly number[]): string =>
  rangesText(shards)
    .split(',')
    .map((range) => range.split('-'))
    .map(([from, to = from]) => `seq ${from} ${to}`)
    .join('; ');

/** Stands for the number. The usual `{}` could be part of a path. */
const NUMBER = '@shard@';

export const parallelScript = (jobs: ShardJobs): string[] => [
  '#!/usr/bin/env bash',
  `# GNU parallel: ${shardCount(jobs)} shards of a sweep, then their merge.`,
  'set -uo pipefail',
  'export SHELL=$BASH',
  '# Exit codes of a shard: 0 done, 2 refused for ever, any other may pass. So 2 is told as an end, and every other is tried again.',
  ...jobs.plans.map(({ plan, shards }) => {
    const task = `${shellWords(byNumber(jobs, plan, NUMBER))} || [ $? = 2 ]`;
    return `{ ${counting(shards)}; } | parallel ${shellWords(['--retries', String(TRIES), '-I', NUMBER, ...jobs.words, task])}`;
  }),
  `exec ${shellWords(merging(jobs))}`,
];
