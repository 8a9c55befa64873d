import { writeShard } from '../formats/sweep/shard-parquet.ts';
import type { SweepRow } from '../sim/experiment/sweep/columns.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../sim/experiment/sweep/run-row.ts';
import { timeRuns } from '../workers/time-runs.ts';

/** A cluster is asked for so many times what a shard took here: its machines are others. */
const MARGIN = 3;
/** Engines count whole minutes, and tell a task some time before its end. */
const LEAST_MINUTES = 5;

/** What a few runs of a plan tell of all. */
export interface SweepTrial {
  rows: readonly SweepRow[];
  /** Seconds of a run. */
  seconds: number;
  /** Bytes of all runs. */
  bytes: number;
  /** Minutes to ask a cluster for, a shard. */
  minutes: number;
}

/** Makes some runs of a plan, for about two seconds. */
export async function tryPlan(plan: SweepPlan): Promise<SweepTrial> {
  const { runs, numbering, columns, engine } = plan;
  const { runRow } = openRowRunner(plan);
  const { seconds, rows } = await timeRuns(
    plan,
    (run) => runRow(run).row,
    () => performance.now(),
  );
  const origin = { plan: '0'.repeat(16), engine, shard: 0, firstRun: 0, rows: rows.length };
  const perShard = seconds * Math.min(runs, numbering.runsPerShard);
  return {
    rows,
    seconds,
    bytes: (writeShard(columns, rows, origin).length / rows.length) * runs,
    minutes: Math.max(LEAST_MINUTES, Math.ceil((MARGIN * perShard) / 60)),
  };
}
