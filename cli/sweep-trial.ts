import { writeShard } from '../formats/sweep/shard-parquet.ts';
import type { SweepRow } from '../sim/experiment/sweep/columns.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../sim/experiment/sweep/run-row.ts';

/** Seconds of trial, and runs in it at most. */
const TRIAL = 2;
const MOST_RUNS = 50;
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

/** Makes the first and the last run of a plan, and as many between them as fit in two seconds. */
export function tryPlan(plan: SweepPlan): SweepTrial {
  const { runs, numbering, columns, engine } = plan;
  const { runRow } = openRowRunner(plan);
  const tried = Math.min(runs, MOST_RUNS);
  const rows: SweepRow[] = [];
  const begun = performance.now();
  for (let k = 0; k < tried; k++) {
    // The last run comes second: what is wrong with it shall be seen however slow the rest.
    const at = k === 0 ? 0 : k === 1 ? runs - 1 : Math.floor((k - 1) * (runs / tried));
    rows.push(runRow(numbering.firstRun + at).row);
    if (k > 0 && performance.now() - begun > 1_000 * TRIAL) break;
  }
  const seconds = (performance.now() - begun) / 1_000 / rows.length;
  const origin = { plan: '0'.repeat(16), engine, shard: 0, firstRun: 0, rows: rows.length };
  const perShard = seconds * Math.min(runs, numbering.runsPerShard);
  return {
    rows,
    seconds,
    bytes: (writeShard(columns, rows, origin).length / rows.length) * runs,
    minutes: Math.max(LEAST_MINUTES, Math.ceil((MARGIN * perShard) / 60)),
  };
}
