import { mergeCsv, mergeParquet } from '../formats/sweep/merge.ts';
import { rangesText } from '../formats/sweep/number-ranges.ts';
import { readShard } from '../formats/sweep/shard-parquet.ts';
import { ENGINE } from '../sim/engine/version.ts';
import type { SweepRow } from '../sim/experiment/sweep/columns.ts';
import { type HashedPlan, originOf } from '../sim/experiment/sweep/hashed-plan.ts';
import { throwFileError, throwInputError } from './input-error.ts';
import { demandOutside } from './merged-file.ts';
import { openTarget } from './output-target.ts';
import { wholeOf } from './shard.ts';
import { shardBytes } from './shard-file.ts';
import { countRuns, countsText } from './sweep-count.ts';
import { lookAgain } from './sweep-folder.ts';
import { plansIn, shardsOfPlan } from './sweep-plans.ts';
import { complain, print, printJson } from './terminal.ts';

/** How far a sweep is. */
export function statusCommand(dir: string, { json }: { json?: boolean }): void {
  const { runs, present, shards, shardsDone, counts } = countRuns(dir, plansIn(dir));
  if (json) {
    printJson({ runs, ...counts, missing: runs - present, shards, shardsDone, engine: ENGINE });
    return;
  }
  print([
    `${present} of ${runs} runs, ${shardsDone} of ${shards} shards`,
    ...(present > 0 ? [countsText(counts)] : []),
    ...(runs > present ? [`${runs - present} runs are missing: --resume makes them`] : []),
  ]);
}

/** The array indices of the shards that are missing, as schedulers take them. Exit code 1 if there are some. */
export function missingCommand(dir: string, { first = '0', offset = '0' }: { first?: string; offset?: string }): void {
  const missing = plansIn(dir).flatMap((plan) => shardsOfPlan(dir, plan).missing);
  const from = wholeOf(first, '--first') - wholeOf(offset, '--offset');
  if (missing.length === 0) return;
  print([rangesText(missing.map((k) => k + from))]);
  process.exitCode = 1;
}

/** All finished runs of a sweep in one file. It must not lie among the shards: a glob over them would count every run twice. */
export async function mergeCommand(
  dir: string,
  { out, complete }: { out?: string; complete?: boolean },
): Promise<void> {
  const file = out ?? throwInputError('--out: expected a file that ends in .parquet or .csv');
  const isCsv = /\.csv$/i.test(file);
  if (!isCsv && !/\.parquet$/i.test(file))
    throwInputError(`--out: ${file} has an unknown ending (known: .parquet, .csv)`);
  const plans = plansIn(dir);
  const { columns, engine } = plans[0]!.plan;
  demandOutside(dir, file, '--out');
  if (complete) lookAgain(dir);
  const missing = plans.flatMap((plan) => shardsOfPlan(dir, plan).missing);
  if (complete && missing.length > 0) {
    complain(`${dir}: nothing is merged, since these shards are missing: ${rangesText(missing)}`);
    process.exitCode = 1;
    return;
  }
  if (missing.length > 0) complain(`${dir}: ${missing.length} shards are missing: only finished runs are merged`);
  const target = attempt(file, () => openTarget(file));
  const encoder = new TextEncoder();
  if (isCsv) for await (const text of mergeCsv(columns, rowsIn(dir, plans))) target.put(encoder.encode(text));
  else
    for await (const bytes of mergeParquet(columns, rowsIn(dir, plans), { plan: plans[0]!.hash, engine }))
      target.put(bytes);
  await target.finish().catch((error) => throwFileError(file, error));
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    return throwFileError(`--out: ${file}`, error);
  }
}

async function* rowsIn(dir: string, plans: readonly HashedPlan[]): AsyncGenerator<readonly SweepRow[]> {
  for (const plan of plans)
    for (const k of shardsOfPlan(dir, plan).present) {
      const { rows } = await readShard(shardBytes(dir, originOf(plan, k)));
      yield rows;
    }
}
