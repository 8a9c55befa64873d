import { accessSync, constants, realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ShardJobs } from '../formats/jobs/shard-jobs.ts';
import { ENGINE } from '../sim/engine/version.ts';
import { digestText } from '../sim/exact/hash.ts';
import type { HashedPlan } from '../sim/experiment/sweep/hashed-plan.ts';
import { throwFileError, throwInputError } from './input-error.ts';
import { demandOutside } from './merged-file.ts';
import { wholeNumber } from './options.ts';
import { planPath } from './sweep-folder.ts';
import type { SweepOptions } from './sweep-options.ts';
import { tryPlan } from './sweep-trial.ts';
import { printable } from './terminal.ts';

/** The built file beside this one. */
const file = './foedus.js';

const MOST_TASKS = 1_000_000;
/** Rows that are merged in a minute, on a slow machine. */
const ROWS = 100_000;

/** The jobs that make these shards. @throws {InputError} one sentence. */
export async function shardJobsOf(
  dir: string,
  work: readonly { plan: HashedPlan; shards: readonly number[] }[],
  options: SweepOptions,
): Promise<ShardJobs> {
  const whole = plainPath(realpathSync(dir));
  const trials: number[] = [];
  for (const { plan, shards } of work) if (shards.length > 0) trials.push((await tryPlan(plan.plan)).minutes);
  const runs = work.reduce((sum, { plan }) => sum + plan.plan.runs, 0);
  return {
    name: `foedus-${digestText(`${work[0]!.plan.hash} ${whole}`).slice(0, 8)}`,
    plans: work.flatMap(({ shards }, k) =>
      shards.length > 0 ? [{ plan: resolve(whole, basename(planPath(dir, k + 1))), shards }] : [],
    ),
    dir: whole,
    merged: mergedFile(whole, options.merge),
    command: [process.execPath, fileURLToPath(new URL(file, import.meta.url))].map(plainPath),
    minutes: Math.max(5, ...trials),
    mergeMinutes: 5 + Math.ceil(runs / ROWS),
    ...(options.first !== undefined && { first: wholeNumber('first', options.first, 0, MOST_TASKS) }),
    ...(options.tasks !== undefined && { tasks: wholeNumber('tasks', options.tasks, 1, MOST_TASKS) }),
    ...(options.retryFailed && { retryFailed: true }),
    words: (options.words ?? []).map((word) => (printable(word) === word ? word : refuseWord(word))),
    image: plainWord(options.image ?? ENGINE.replace('/', ':')),
  };
}

/** Beside the folder: within it a reader of all its files would count every run twice. */
function mergedFile(dir: string, asked: string | undefined): string {
  const merged = plainPath(resolve(asked ?? `${dir}.parquet`));
  if (!/\.(parquet|csv)$/i.test(merged))
    throwInputError(`--merge: ${merged} has an unknown ending (known: .parquet, .csv)`);
  demandOutside(dir, merged, '--merge');
  try {
    accessSync(dirname(merged), constants.W_OK);
  } catch (error) {
    throwFileError(`--merge: ${merged}`, error);
  }
  return merged;
}

/** A script holds a path as it is. */
function plainPath(path: string): string {
  if (printable(path) === path) return path;
  return throwInputError(`${path}: a path with such characters cannot stand in a script`);
}

const refuseWord = (word: string): never =>
  throwInputError(`${JSON.stringify(word)}: such characters cannot stand in a script`);

function plainWord(image: string): string {
  if (/^[\w./:@-]{1,255}$/.test(image)) return image;
  return throwInputError(`--image: expected the name of an image, got ${JSON.stringify(image.slice(0, 40))}`);
}
