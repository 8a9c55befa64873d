import { writeFileSync } from 'node:fs';
import { writePoints } from '../formats/sweep/points-csv.ts';
import { nameOf } from '../sim/experiment/sweep/entry-values.ts';
import { numberedPoints } from '../sim/experiment/sweep/extension.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { throwFileError } from './input-error.ts';
import { timeText } from './progress.ts';
import { tryPlan } from './sweep-trial.ts';
import { print } from './terminal.ts';

/** Says what a sweep will cost, after a trial of a few runs. */
export async function dryRun(plan: SweepPlan, workers: number, pointsFile: string | undefined): Promise<void> {
  if (pointsFile !== undefined) writeDesign(plan, pointsFile);
  const { runs, shards, numbering, columns } = plan;
  const { rows, seconds, bytes, minutes } = await tryPlan(plan);
  const status = columns.length - 2;
  const refused = rows.filter((row) => row[status] === 'refused' || row[status] === 'failed');
  const perShard = seconds * numbering.runsPerShard;
  print([
    `${runs} runs: ${numbering.points} points × ${numbering.variants} variants × ${numbering.replicates} replicates`,
    `${(seconds * 1_000).toFixed(1)} ms a run: ${timeText((seconds * runs) / workers)} on ${workers} processors, ${timeText(seconds * runs)} on one`,
    `${sizeText(bytes)} in ${shards} shards of ${numbering.runsPerShard} runs, ${timeText(perShard)} each`,
    `time limit to ask a cluster for: ${timeText(60 * minutes)} a shard`,
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
