import { writeFileSync } from 'node:fs';
import { writePoints } from '../formats/sweep/points-csv.ts';
import { writeShard } from '../formats/sweep/shard-parquet.ts';
import { nameOf } from '../sim/experiment/sweep/entry-values.ts';
import { numberedPoints } from '../sim/experiment/sweep/extension.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../sim/experiment/sweep/run-row.ts';
import { throwFileError } from './input-error.ts';
import { timeText } from './progress.ts';
import { print } from './terminal.ts';

/** Seconds of trial, and runs in it at most. */
const TRIAL = 2;
const MOST_RUNS = 50;
/** A cluster is asked for so many times what a shard took here: its machines are others. */
const MARGIN = 3;

/** Says what a sweep will cost: makes its first and its last run, and as many between them as fit in two seconds. */
export function dryRun(plan: SweepPlan, workers: number, pointsFile: string | undefined): void {
  if (pointsFile !== undefined) writeDesign(plan, pointsFile);
  const { runs, shards, numbering, columns, engine } = plan;
  const { runRow } = openRowRunner(plan);
  const tried = Math.min(runs, MOST_RUNS);
  const rows = [];
  const begun = performance.now();
  for (let k = 0; k < tried; k++) {
    // The last run comes second: what is wrong with it shall be seen however slow the rest.
    const at = k === 0 ? 0 : k === 1 ? runs - 1 : Math.floor((k - 1) * (runs / tried));
    rows.push(runRow(numbering.firstRun + at).row);
    if (k > 0 && performance.now() - begun > 1_000 * TRIAL) break;
  }
  const seconds = (performance.now() - begun) / 1_000 / rows.length;
  const origin = { plan: '0'.repeat(16), engine, shard: 0, firstRun: 0, rows: rows.length };
  const bytes = (writeShard(columns, rows, origin).length / rows.length) * runs;
  const status = columns.length - 2;
  const refused = rows.filter((row) => row[status] === 'refused' || row[status] === 'failed');
  const perShard = seconds * numbering.runsPerShard;
  print([
    `${runs} runs: ${numbering.points} points × ${numbering.variants} variants × ${numbering.replicates} replicates`,
    `${(seconds * 1_000).toFixed(1)} ms a run: ${timeText((seconds * runs) / workers)} on ${workers} processors, ${timeText(seconds * runs)} on one`,
    `${sizeText(bytes)} in ${shards} shards of ${numbering.runsPerShard} runs, ${timeText(perShard)} each`,
    `time limit to ask a cluster for: ${timeText(Math.max(60, MARGIN * perShard))} a shard`,
    ...(refused.length > 0
      ? [`${refused.length} of ${rows.length} runs tried give no result: ${String(refused[0]!.at(-1))}`]
      : []),
  ]);
}

function writeDesign({ spec, predecessor }: SweepPlan, file: string): void {
  const points = numberedPoints(spec, predecessor);
  const all = Array.from({ length: points.count }, (_, point) => points.settings(point));
  try {
    writeFileSync(file, [...writePoints(spec.vary.map(nameOf), all)].join(''));
  } catch (error) {
    throwFileError(`--points: ${file}`, error);
  }
}

function sizeText(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
