import type { ShardOrigin, SweepColumn, SweepRow } from '../../sim/experiment/sweep/columns.ts';
import { originFault, verifiedFooter } from './parquet-footer.ts';
import { readTyped, writeTyped } from './typed-parquet.ts';

/** The runs of a shard as Parquet. The same rows give the same bytes. @throws {Error} one sentence that names the row and the column. */
export const writeShard = (
  columns: readonly SweepColumn[],
  rows: readonly SweepRow[],
  origin: ShardOrigin,
): Uint8Array => writeTyped('runs', columns, rows, origin);

/**
 * Reads a shard, or some of its columns.
 * @throws {Error} the end of a sentence, for bytes that writeShard did not write.
 */
export const readShard = (bytes: Uint8Array, names?: readonly string[]): ReturnType<typeof readTyped> =>
  readTyped(bytes, names);

/** Why these bytes are not the shard expected, as the end of a sentence; undefined if they are. Looks at every byte. */
export function inspectShard(bytes: Uint8Array, expected: ShardOrigin): string | undefined {
  try {
    return originFault(verifiedFooter(bytes), expected);
  } catch (error) {
    return (error as Error).message;
  }
}
