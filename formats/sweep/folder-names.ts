// The files of a sweep's folder: DIR/plan.json, plan-2.json …; DIR/shards/shard-00000.parquet …; DIR/series/00000.pq ….

const number = (k: number): string => String(k).padStart(5, '0');

/** The n-th plan of a folder, from 1. */
export const planName = (n: number): string => (n === 1 ? 'plan.json' : `plan-${n}.json`);
/** Within the folder `shards`, from 0. */
export const shardName = (k: number): string => `shard-${number(k)}.parquet`;
/** Within the folder `series`, from 0. */
export const seriesName = (k: number): string => `${number(k)}.pq`;

/** The number in a name that this function makes; undefined for a name that is written otherwise, as `shard-000000.parquet`. */
export function numberIn(name: string, nameOf: (k: number) => string): number | undefined {
  // A first plan has no number in its name.
  const k = Number(/\d{1,15}/.exec(name)?.[0] ?? 1);
  return nameOf(k) === name ? k : undefined;
}
