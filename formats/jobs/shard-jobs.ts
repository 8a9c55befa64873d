/** Shards that an engine is to make. Each is a call of `foedus shard`, in any order, wherever the folder of the results is seen. */
export interface ShardJobs {
  /** What the jobs are called: letters, digits and hyphens, 15 at most, since older PBS takes no more. */
  name: string;
  /** The plans of the folder, each with the shards that are to be made, in order. */
  plans: readonly { plan: string; shards: readonly number[] }[];
  /** The folder of the results. Paths are whole, and hold no character that acts on a terminal. */
  dir: string;
  /** The file into which all runs are merged. */
  merged: string;
  /** The words that start the command. */
  command: readonly string[];
  /** Minutes to ask for: for a shard, and for the merge. */
  minutes: number;
  mergeMinutes: number;
  /** The first index of an array; without it the engine’s. */
  first?: number;
  /** Tasks of an array at most; without it what the engine takes. */
  tasks?: number;
  /** Whether a shard that is there is made again, where it has runs that failed or took too long. */
  retryFailed?: boolean;
  /** Further words for the engine, as its own command takes them. */
  words: readonly string[];
  /** The image of a container that holds the command. */
  image: string;
}

/** The shards of one array: index − first + offset is the number of a shard. */
export interface ShardArray {
  plan: string;
  offset: number;
  shards: readonly number[];
}

/** An array for each so many shards of a plan, less those that are not to be made. */
export function shardArrays({ plans }: Pick<ShardJobs, 'plans'>, tasks: number): ShardArray[] {
  return plans.flatMap(({ plan, shards }) => {
    const arrays = new Map<number, number[]>();
    for (const shard of shards) {
      const offset = Math.floor(shard / tasks) * tasks;
      const array = arrays.get(offset);
      if (array) array.push(shard);
      else arrays.set(offset, [shard]);
    }
    return [...arrays].map(([offset, of]) => ({ plan, offset, shards: of }));
  });
}

/**
 * Likewise, for engines whose arrays have no gaps: each begins at its first shard and ends at its last. A task whose shard is there
 * already ends at once.
 */
export const closedArrays = (jobs: Pick<ShardJobs, 'plans'>, tasks: number): (ShardArray & { count: number })[] =>
  shardArrays(jobs, tasks).map(({ plan, shards }) => ({
    plan,
    shards,
    offset: shards[0]!,
    count: shards.at(-1)! - shards[0]! + 1,
  }));

/** The words that make the shard of a task, by the index that the engine gives it. */
export const byIndex = (jobs: ShardJobs, { plan, offset }: ShardArray, first: number): string[] => [
  ...making(jobs, plan),
  ...(first === 0 ? [] : ['--first', String(first)]),
  ...(offset === 0 ? [] : ['--offset', String(offset)]),
];

/** The words that make one shard. */
export const byNumber = (jobs: ShardJobs, plan: string, shard: number | string): string[] => [
  ...[...making(jobs, plan), '--shard', String(shard)],
];

const making = ({ command, dir, retryFailed }: ShardJobs, plan: string): string[] => [
  ...[...command, 'shard', '--plan', plan, '--out', dir],
  ...(retryFailed ? ['--retry-failed'] : []),
];

/** The words that merge all runs, and do nothing while some are missing: an engine’s word that all is done is no proof. */
export const merging = ({ command, dir, merged }: ShardJobs): string[] => [
  ...[...command, 'sweep', 'merge', dir, '--out', merged, '--complete'],
];

/** Where the engine writes what its tasks say. */
export const logsOf = ({ dir }: ShardJobs): string => `${dir}/jobs`;

export const shardCount = ({ plans }: Pick<ShardJobs, 'plans'>): number =>
  plans.reduce((sum, { shards }) => sum + shards.length, 0);
