import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  FOOTER_BYTES,
  footerLength,
  originFault,
  type ParquetFooter,
  readFooter,
} from '../formats/sweep/parquet-footer.ts';
import { inspectSeries } from '../formats/sweep/series-parquet.ts';
import { inspectShard } from '../formats/sweep/shard-parquet.ts';
import type { ShardOrigin } from '../sim/experiment/sweep/columns.ts';
import { throwFileError, throwInputError } from './input-error.ts';
import { readBytes } from './read.ts';
import { seriesPath, shardPath } from './sweep-folder.ts';

// A final file counts once it is the one expected. Another is refused by name and left where it is.

const SHARD_BYTES = 1024 * 1024 * 1024;

/**
 * The footer of a final shard, which is the one expected. Reads its last kilobytes alone.
 * @throws {InputError} one sentence that names the file.
 */
export function shardFooter(dir: string, expected: ShardOrigin): ParquetFooter {
  const file = shardPath(dir, expected.shard);
  const footer = readFileFooter(file);
  refuse(file, originFault(footer, expected));
  return footer;
}

/** Whether a shard has runs that may come to something when they are made again. */
export const hasFailedRuns = ({ statuses }: ParquetFooter): boolean =>
  (statuses.failed ?? 0) > 0 || (statuses.timeout ?? 0) > 0;

/** The bytes of a final shard, all of which are as expected. @throws {InputError} one sentence that names the file. */
export function shardBytes(dir: string, expected: ShardOrigin): Uint8Array {
  const file = shardPath(dir, expected.shard);
  const bytes = readBytes(file, SHARD_BYTES);
  refuse(file, inspectShard(bytes, expected));
  return bytes;
}

/** The bytes of the per-tick series of a final shard, as shardBytes. */
export function seriesBytes(dir: string, expected: ShardOrigin): Uint8Array {
  const file = seriesPath(dir, expected.shard);
  const bytes = readBytes(file, SHARD_BYTES);
  refuse(file, inspectSeries(bytes, expected));
  return bytes;
}

function refuse(file: string, fault: string | undefined): void {
  if (fault !== undefined) throwInputError(`${file}: ${fault}`);
}

/**
 * The footer of a file of a shard, without the rest.
 * @throws {InputError} one sentence that names the file, for one that is damaged.
 */
export function readFileFooter(file: string): ParquetFooter {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { size } = fstatSync(handle);
    const end = lastBytes(handle, size, FOOTER_BYTES);
    const length = footerLength(end, size) ?? 0;
    return readFooter(length > end.length ? lastBytes(handle, size, length) : end, size);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return throwFileError(file, error);
    return throwInputError(`${file}: ${(error as Error).message}`);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function lastBytes(handle: number, size: number, count: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(size, count));
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(handle, bytes, at, bytes.length - at, size - bytes.length + at);
    if (read === 0) break;
    at += read;
  }
  return bytes;
}
