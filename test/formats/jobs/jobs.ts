import type { ShardJobs } from '../../../formats/jobs/shard-jobs.ts';

/** The shards from one to another, less some. */
export const shards = (from: number, to: number, ...without: readonly number[]): number[] =>
  Array.from({ length: to - from + 1 }, (_, k) => from + k).filter((k) => !without.includes(k));

/** Jobs as the command describes them: 25 shards of a plan and 3 of one that extends it. */
export const jobs = (change: Partial<ShardJobs> = {}): ShardJobs => ({
  name: 'foedus-0123abcd',
  plans: [
    { plan: '/data/sweep/plan.json', shards: shards(0, 24) },
    { plan: '/data/sweep/plan-2.json', shards: shards(25, 27) },
  ],
  dir: '/data/sweep',
  merged: '/data/sweep.parquet',
  command: ['/usr/bin/node', '/opt/foedus/foedus.js'],
  minutes: 90,
  mergeMinutes: 6,
  words: [],
  image: 'foedus:0.2.0',
  ...change,
});
