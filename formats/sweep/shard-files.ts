import type { SweepRow } from '../../sim/experiment/sweep/columns.ts';
import { type HashedPlan, originOf } from '../../sim/experiment/sweep/hashed-plan.ts';
import { writeSeries } from './series-parquet.ts';
import { writeShard } from './shard-parquet.ts';

/** A shard as its files hold it. */
export interface ShardFiles {
  shard: Uint8Array;
  series: Uint8Array | undefined;
}

/** Writes a shard as it follows from its plan and its rows alone: in the page and in the command the same bytes. */
export function writeShardFiles(
  plan: HashedPlan,
  { shard, rows, series }: { shard: number; rows: readonly SweepRow[]; series: readonly SweepRow[] },
): ShardFiles {
  const origin = originOf(plan, shard);
  const { columns, series: measures } = plan.plan;
  return {
    shard: writeShard(columns, rows, origin),
    series: measures && writeSeries(measures, series, origin),
  };
}
