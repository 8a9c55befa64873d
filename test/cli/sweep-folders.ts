import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { isInputError } from '../../cli/input-error.ts';
import { createFolder } from '../../cli/sweep-folder.ts';
import { writeShard } from '../../formats/sweep/shard-parquet.ts';
import { COLUMNS, origin, runs } from '../formats/sweep/rows.ts';

/** Folders that last as long as the tests of one file. */
export function sweepFolders() {
  const top = mkdtempSync(join(tmpdir(), 'foedus-sweep-folder-'));
  afterAll(() => rmSync(top, { recursive: true, force: true }));
  let count = 0;
  /** A path at which nothing is. */
  const fresh = (): string => join(top, `sweep-${count++}`);
  /** A folder of a sweep without a shard. */
  const folder = (): string => {
    const dir = fresh();
    createFolder(dir, '{"plan": 1}\n');
    return dir;
  };
  return { top, fresh, folder };
}

/** A shard of ten runs. */
export const of = (shard: number) => origin(10, { shard, firstRun: 10 * shard });
export const bytesOf = (shard: number): Uint8Array =>
  writeShard(
    COLUMNS,
    runs(10, 10 * shard, () => shard),
    of(shard),
  );

/** All paths within a folder. */
export const everything = (dir: string): string[] => readdirSync(dir, { recursive: true }).map(String).sort();

/** The sentence of a refusal. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isInputError(error)) return error.message;
    throw error;
  }
  return expect.unreachable('was not refused');
}
