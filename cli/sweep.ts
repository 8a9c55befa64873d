import { availableParallelism } from 'node:os';
import { writeShardFiles } from '../formats/sweep/shard-files.ts';
import { type HashedPlan, originOf } from '../sim/experiment/sweep/hashed-plan.ts';
import { makePlan } from '../sim/experiment/sweep/make-plan.ts';
import { planText, type SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { runSweepHere } from '../workers/node-sweep.ts';
import type { FinishedShard } from '../workers/sweep-runs.ts';
import { accept, throwInputError } from './input-error.ts';
import { wholeNumber } from './options.ts';
import { sweepProgressOf } from './progress.ts';
import { hasFailedRuns, shardFooter } from './shard-file.ts';
import { summaryOf } from './sweep-count.ts';
import { dryRun } from './sweep-dry-run.ts';
import { checkWritable, clearFolder, createFolder, putPlan, putShard } from './sweep-folder.ts';
import type { SweepOptions } from './sweep-options.ts';
import { hashedPlan, plansIn, shardsOfPlan } from './sweep-plans.ts';
import { readSweepSpec } from './sweep-spec.ts';
import { print } from './terminal.ts';

const MOST_WORKERS = 1_024;

export async function sweepCommand(file: string, options: SweepOptions): Promise<void> {
  if (needsOn(options)) (await import('./sweep-on.ts')).checkOn(options);
  const workers =
    options.workers === undefined ? availableParallelism() : wholeNumber('workers', options.workers, 1, MOST_WORKERS);
  const spec = readSweepSpec(file);
  if (options.dryRun) return dryRun(accept(makePlan(spec), file), workers, options.points);
  if (options.points !== undefined) throwInputError('--points: goes with --dry-run');
  const dir = options.out ?? throwInputError('--out: expected a folder for the results');
  const plans = planned(dir, file, spec, options);
  checkWritable(dir);
  clearFolder(dir);
  const work = plans.map((plan) => ({ plan, shards: shardsToMake(dir, plan, options) }));
  if (options.on !== undefined) return (await import('./sweep-on.ts')).sweepOn(file, dir, work, options);
  const onRuns = sweepProgressOf(work.reduce((sum, { plan, shards }) => sum + runsIn(plan, shards), 0));
  let before = 0;
  for (const { plan, shards } of work) {
    await runSweepHere(workers, {
      plan: plan.plan,
      shards,
      onShard: (finished) => keepShard(dir, plan, finished),
      ...(onRuns && { onProgress: (done: number) => onRuns(before + done) }),
    });
    before += runsIn(plan, shards);
  }
  print([summaryOf(dir, plans)]);
}

const needsOn = ({ on, engine, merge, tasks, image, wait, first }: SweepOptions): boolean =>
  [on, engine, merge, tasks, image, wait, first].some((option) => option !== undefined);

const runsIn = (plan: HashedPlan, shards: readonly number[]): number =>
  shards.reduce((sum, k) => sum + originOf(plan, k).rows, 0);

/** Writes a shard as it follows from its plan and its rows alone. */
export function keepShard(dir: string, plan: HashedPlan, finished: FinishedShard): void {
  const { shard, series } = writeShardFiles(plan, finished);
  putShard(dir, finished.shard, shard, series);
}

/** The plans of the folder, with that of the sweep: a new one, the one that is there already, or one that extends those. */
function planned(
  dir: string,
  file: string,
  spec: Parameters<typeof makePlan>[0],
  { extend, resume, retryFailed }: SweepOptions,
): HashedPlan[] {
  if (extend) {
    const before = plansIn(dir);
    const plan = accept(
      makePlan(
        spec,
        before.map(({ plan: one }) => one),
      ),
      file,
    );
    const text = planText(plan);
    putPlan(dir, before.length + 1, text);
    return [...before, hashedPlan(text, file)];
  }
  if (resume || retryFailed) {
    const there = plansIn(dir);
    if (there.some((_, k) => isOf(there, k, spec))) return there;
    return throwInputError(`${dir}: the folder is of another plan than ${file}`);
  }
  const text = planText(accept(makePlan(spec), file));
  createFolder(dir, text);
  const plans = plansIn(dir);
  const finished = plans.reduce((sum, plan) => sum + shardsOfPlan(dir, plan).present.length, 0);
  if (finished > 0) throwInputError(`${dir}: ${finished} shards are finished here: --resume goes on with the rest`);
  return plans;
}

/** Whether a plan of the folder is the one that this sweep makes. */
function isOf(there: readonly HashedPlan[], k: number, spec: Parameters<typeof makePlan>[0]): boolean {
  const made = makePlan(
    spec,
    there.slice(0, k).map(({ plan }): SweepPlan => plan),
  );
  return 'value' in made && hashedPlan(planText(made.value), '').hash === there[k]!.hash;
}

/** The shards that are not there; with `retryFailed` also those with runs that failed or took too long. */
function shardsToMake(dir: string, plan: HashedPlan, { retryFailed }: SweepOptions): number[] {
  const { present, missing } = shardsOfPlan(dir, plan);
  const again = present.filter((k) => {
    // A damaged shard is refused by name, and left for whoever knows more.
    const footer = shardFooter(dir, originOf(plan, k));
    return retryFailed && hasFailedRuns(footer);
  });
  return [...missing, ...again].sort((a, b) => a - b);
}
