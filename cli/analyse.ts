import { once } from 'node:events';
import { basename } from 'node:path';
import { finiteJson } from '../formats/finite-json.ts';
import { readOutputs } from '../formats/sweep/points-csv.ts';
import { readShard } from '../formats/sweep/shard-parquet.ts';
import { analyseSweep, type SweepAnalysis } from '../sim/experiment/sweep/analyse.ts';
import { nameOf } from '../sim/experiment/sweep/entry-values.ts';
import { type HashedPlan, originOf } from '../sim/experiment/sweep/hashed-plan.ts';
import { makePlan } from '../sim/experiment/sweep/make-plan.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { measuredColumns, openRunValues, type RunValues } from '../sim/experiment/sweep/run-values.ts';
import { analysisHtml } from './analysis-html.ts';
import { analysisReport } from './analysis-report.ts';
import { accept, throwFileError, throwInputError } from './input-error.ts';
import { openTarget } from './output-target.ts';
import { analysisProgressOf, sweepProgressOf } from './progress.ts';
import { readText } from './read.ts';
import { shardBytes } from './shard-file.ts';
import { shardPath } from './sweep-folder.ts';
import { plansIn, shardsOfPlan } from './sweep-plans.ts';
import { readSweepSpec } from './sweep-spec.ts';
import { complain, print, printable } from './terminal.ts';

export interface AnalyseOptions {
  json?: boolean;
  spec?: string;
  table?: string;
  out?: string;
}

/** Analyses the runs of a folder, or any outputs of the design of a sweep, one row a run. */
export async function analyseCommand(
  dir: string | undefined,
  { json, spec, table, out }: AnalyseOptions,
): Promise<void> {
  if (out !== undefined && !/\.html$/i.test(out)) throwInputError(`--out: ${out} has an unknown ending (known: .html)`);
  const analysis = await analysed(dir, spec, table);
  const { missing, notes } = analysis;
  if (missing > 0) complain(`${dir}: ${missing} of ${missing + analysis.runs} runs are missing`);
  for (const note of notes) complain(note);
  if (out !== undefined) await writeReport(out, analysis, dir ?? table!);
  if (json) await printAnalysis(analysis);
  else if (out === undefined) print(analysisReport(analysis));
}

function analysed(dir?: string, spec?: string, table?: string): SweepAnalysis | Promise<SweepAnalysis> {
  if ((spec === undefined) !== (table === undefined))
    throwInputError(`--${spec === undefined ? 'table' : 'spec'}: expected --spec and --table, or neither`);
  if ((dir === undefined) === (spec === undefined))
    throwInputError('analyse: expected either the folder of a sweep, or --spec and --table');
  return dir === undefined ? analysedOutputs(spec!, table!) : analysedFolder(dir);
}

async function analysedFolder(dir: string): Promise<SweepAnalysis> {
  const hashed = plansIn(dir);
  const plans = hashed.map(({ plan }) => plan);
  const names = measuredColumns(plans.at(-1)!).map(({ name }) => name);
  const values = openRunValues(plans, names);
  const shards = hashed.flatMap((plan) => shardsOfPlan(dir, plan).present.map((shard) => ({ plan, shard })));
  const runs = shards.reduce((sum, { plan, shard }) => sum + originOf(plan, shard).rows, 0);
  const onRead = sweepProgressOf(runs, 'runs read');
  let read = 0;
  try {
    for (const { plan, shard } of shards) {
      await readRuns(dir, plan, shard, values);
      read += originOf(plan, shard).rows;
      onRead?.(read);
    }
  } finally {
    // Of a shard that is refused too: the sentence has a line of its own.
    onRead?.(runs);
  }
  return analysedValues(plans, values);
}

function analysedValues(plans: readonly SweepPlan[], values: RunValues): SweepAnalysis {
  const progress = analysisProgressOf();
  try {
    return analyseSweep(plans, values, progress?.onMeasure);
  } finally {
    progress?.clear();
  }
}

/** Statuses of runs that came to their end. */
const ENDED = new Set(['done', 'stopped']);

async function readRuns(dir: string, plan: HashedPlan, shard: number, { names, put }: RunValues): Promise<void> {
  const bytes = shardBytes(dir, originOf(plan, shard));
  const { rows } = await readShard(bytes, ['run', 'status', ...names]).catch((error: Error) =>
    throwInputError(`${shardPath(dir, shard)}: ${error.message}`),
  );
  for (const [run, status, ...found] of rows)
    put(run as number, ENDED.has(status as string), found as (number | null)[]);
}

const TABLE_BYTES = 512 * 1024 * 1024;

/** Columns that say which run a row is. */
const NUMBERS = ['run', 'point', 'replicate', 'variant', 'seed'];

function analysedOutputs(specFile: string, tableFile: string): SweepAnalysis {
  const plan = accept(makePlan(readSweepSpec(specFile)), specFile);
  const outputs = outputsIn(tableFile, plan);
  const rows = outputs.values().next().value!.length;
  if (rows !== plan.runs)
    throwInputError(
      `${tableFile}: expected ${plan.runs} rows, one for each run of ${specFile} in their order, got ${rows}`,
    );
  const unordered = outputs.get('run')?.findIndex((run, k) => run !== k) ?? -1;
  if (unordered >= 0)
    throwInputError(
      `${tableFile}: row ${unordered + 1}, column run: expected ${unordered}, since rows are in the order of the runs`,
    );
  const settings = new Set([...NUMBERS, ...plan.spec.vary.map(nameOf)]);
  const names = [...outputs.keys()].filter((name) => !settings.has(name));
  if (names.length === 0) throwInputError(`${tableFile}: expected a column of outputs, got settings alone`);
  const columns = names.map((name) => outputs.get(name)!);
  const values = openRunValues([plan], names);
  for (let run = 0; run < rows; run++)
    values.put(
      run,
      true,
      columns.map((column) => column[run]!),
    );
  return analysedValues([plan], values);
}

function outputsIn(file: string, plan: SweepPlan): Map<string, Float64Array> {
  const text = readText(file, TABLE_BYTES);
  try {
    return readOutputs(text, plan.runs);
  } catch (error) {
    return throwInputError(`${file}: ${(error as Error).message}`);
  }
}

async function writeReport(file: string, analysis: SweepAnalysis, of: string): Promise<void> {
  try {
    const target = openTarget(file);
    target.put(Buffer.from(analysisHtml(analysis, `Analysis of ${basename(of)}`)));
    await target.finish();
  } catch (error) {
    throwFileError(`--out: ${file}`, error);
  }
}

/** Characters that are printed at once. */
const PIECE = 65_536;

/** As JSON, point by point: of millions not all are in memory. */
async function printAnalysis({
  runs,
  count,
  summary,
  sobol,
  morris,
  seedShares,
  replicates,
}: SweepAnalysis): Promise<void> {
  let piece = `{\n  "runs": ${runs},\n  "points": [`;
  for (let k = 0; k < count; k++) {
    piece += `${k === 0 ? '' : ','}\n    ${printable(finiteJson(summary(k)))}`;
    if (piece.length < PIECE) continue;
    await send(piece);
    piece = '';
  }
  const rest = finiteJson(
    {
      ...(sobol && { sobol }),
      ...(morris && { morris }),
      ...(seedShares && Object.fromEntries([['luck', seedShares]])),
      replicates,
    },
    2,
  );
  await send(`${piece}\n  ],\n${printableLines(rest).slice(2)}\n`);
}

const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');

async function send(piece: string): Promise<void> {
  if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}
