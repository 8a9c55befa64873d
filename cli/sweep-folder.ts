import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { numberIn, planName, seriesName, shardName } from '../formats/sweep/folder-names.ts';
import { PLAN_BYTES } from '../sim/experiment/sweep/hashed-plan.ts';
import { flushFolder, putFile, putNewFile } from './durable-file.ts';
import { throwFileError, throwInputError } from './input-error.ts';
import { readText } from './read.ts';
import { clearTemporaries, temporaryName } from './temporary-files.ts';

// Plans never change. What is done is told by the names of the final files alone.

/** Paths of a folder: its n-th plan, from 1; its k-th shard, from 0. */
export const planPath = (dir: string, n: number): string => join(dir, planName(n));
export const shardPath = (dir: string, k: number): string => join(dir, 'shards', shardName(k));
export const seriesPath = (dir: string, k: number): string => join(dir, 'series', seriesName(k));

/**
 * Makes a folder of a sweep, or takes one that has this very plan.
 * @throws {InputError} one sentence, for a folder of anything else; it stays as it was.
 */
export function createFolder(dir: string, plan: string): void {
  makeFolder(dir);
  const names = namesIn(dir).filter((name) => !name.startsWith('.'));
  if (names.length > 0 && !names.includes(planName(1)))
    throwInputError(`${dir}: the folder is not empty, and no sweep`);
  putPlan(dir, 1, plan);
}

/**
 * Writes the n-th plan of a folder, where there is none or the same. Of two processes with different plans, one is refused.
 * @throws {InputError} one sentence.
 */
export function putPlan(dir: string, n: number, plan: string): void {
  const file = planPath(dir, n);
  const isThere = namesIn(dir).includes(planName(n));
  if (!isThere && putNewFile(file, new TextEncoder().encode(plan))) return;
  if (readText(file, PLAN_BYTES) !== plan) throwInputError(`${dir}: the folder is of another plan: ${file} differs`);
}

/**
 * The texts of a folder's plans, in order.
 * @throws {InputError} one sentence, where there is no sweep.
 */
export function readPlans(dir: string): string[] {
  const names = new Set(namesIn(dir));
  if (!names.has(planName(1))) throwInputError(`${dir}: no sweep is here: there is no ${planName(1)}`);
  const plans: string[] = [];
  while (names.has(planName(plans.length + 1))) plans.push(readText(planPath(dir, plans.length + 1), PLAN_BYTES));
  const later = [...names].find((name) => (numberIn(name, planName) ?? 0) > plans.length);
  if (later) throwInputError(`${join(dir, later)}: ${planName(plans.length + 1)} before it is missing`);
  return plans;
}

/** Refuses a folder that cannot be written, before hours are spent on what cannot be kept. @throws {InputError} one sentence. */
export function checkWritable(dir: string): void {
  const file = join(dir, temporaryName('try'));
  try {
    writeFileSync(file, '');
    rmSync(file);
  } catch (error) {
    throwFileError(dir, error);
  }
}

/** Makes a network file system look anew at which shards there are: what it remembers of a folder ends with a change of our own. */
export function lookAgain(dir: string): void {
  try {
    checkWritable(join(dir, 'shards'));
  } catch {} // there are none, or somebody may only read them
}

/** The numbers of the final shards, by name alone, in order. A listing, since network file systems learn of new files by it. */
export const finalShards = (dir: string): number[] => finalIn(join(dir, 'shards'), shardName);

/** The numbers of the shards that have per-tick series, in order. */
export const finalSeries = (dir: string): number[] => finalIn(join(dir, 'series'), seriesName);

const finalIn = (folder: string, nameOf: (k: number) => string): number[] =>
  namesIn(folder, true)
    .flatMap((name) => numberIn(name, nameOf) ?? [])
    .sort((a, b) => a - b);

/**
 * Puts a finished shard into its place, after its per-tick series, so that no shard is there without them. One that stands there is
 * replaced at once.
 * @throws {InputError} one sentence; `isPassing` tells whether it may succeed later.
 */
export function putShard(dir: string, k: number, bytes: Uint8Array, series?: Uint8Array): void {
  if (series) {
    makeFolder(join(dir, 'series'));
    putFile(seriesPath(dir, k), series);
  }
  makeFolder(join(dir, 'shards'));
  putFile(shardPath(dir, k), bytes);
}

/** Removes what ended processes left under way. */
export function clearFolder(dir: string): void {
  for (const folder of [dir, join(dir, 'shards'), join(dir, 'series')]) clearTemporaries(folder);
}

/** A folder, which is made where there is none, with those above it. Step by step: at once Node names the wrong reason for a refusal. */
function makeFolder(dir: string): void {
  try {
    mkdirSync(dir);
    flushFolder(dirname(dir));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory())
        throwInputError(`${dir}: expected a folder, but it is a file`);
      return;
    }
    if (code !== 'ENOENT' || dirname(dir) === dir) throwFileError(dir, error);
    makeFolder(dirname(dir));
    makeFolder(dir);
  }
}

/** The names in a folder. @param mayLack whether there need not be one */
function namesIn(dir: string, mayLack = false): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (mayLack && code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throwInputError(`${dir}: expected a folder, but it is a file`);
    return throwFileError(dir, error);
  }
}
