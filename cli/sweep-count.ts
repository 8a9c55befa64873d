import { type HashedPlan, originOf } from '../sim/experiment/sweep/hashed-plan.ts';
import { shardFooter } from './shard-file.ts';
import { shardsOfPlan } from './sweep-plans.ts';

export const STATUSES = ['done', 'stopped', 'failed', 'refused', 'timeout'] as const;
export type StatusCounts = Record<(typeof STATUSES)[number], number>;

/** What is in a folder of a sweep: runs by status, as the footers of its shards say, and how many runs and shards there are to be. */
export function countRuns(dir: string, plans: readonly HashedPlan[]) {
  const counts: StatusCounts = { done: 0, stopped: 0, failed: 0, refused: 0, timeout: 0 };
  const sums = { runs: 0, present: 0, shards: 0, shardsDone: 0 };
  for (const plan of plans) {
    sums.runs += plan.plan.runs;
    sums.shards += plan.plan.shards;
    for (const k of shardsOfPlan(dir, plan).present) {
      const origin = originOf(plan, k);
      const { statuses } = shardFooter(dir, origin);
      for (const status of STATUSES) counts[status] += statuses[status] ?? 0;
      sums.present += origin.rows;
      sums.shardsDone++;
    }
  }
  return { ...sums, counts };
}

/** `398 done, 2 refused`. */
export const countsText = (counts: StatusCounts): string =>
  STATUSES.flatMap((status) => (counts[status] > 0 ? [`${counts[status]} ${status}`] : [])).join(', ');

/** `400 runs in results: 398 done, 2 refused`. */
export function summaryOf(dir: string, plans: readonly HashedPlan[]): string {
  const { present, counts } = countRuns(dir, plans);
  return `${present} runs in ${dir}: ${countsText(counts)}`;
}
