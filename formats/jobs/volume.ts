import type { ShardJobs } from './shard-jobs.ts';

/** Where a container sees the folder of the results. */
export const VOLUME = '/results';

/** The same jobs as they are called within a container. */
export const inVolume = (jobs: ShardJobs): ShardJobs => ({
  ...jobs,
  command: ['foedus'],
  dir: VOLUME,
  plans: jobs.plans.map(({ plan, shards }) => ({ plan: `${VOLUME}${plan.slice(plan.lastIndexOf('/'))}`, shards })),
});
