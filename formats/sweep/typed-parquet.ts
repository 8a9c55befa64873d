import { parquetRead } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Cell, ShardOrigin, SweepColumn, SweepRow } from '../../sim/experiment/sweep/columns.ts';
import { footerEntries, type ParquetFooter, type ShardContent, sealFile, verifiedFooter } from './parquet-footer.ts';
import { typedColumns } from './typed-columns.ts';

/** A file of a shard, in one row group, compressed with Snappy. The same rows give the same bytes. @throws {Error} as typedColumns. */
export function writeTyped(
  content: ShardContent,
  columns: readonly SweepColumn[],
  rows: readonly SweepRow[],
  origin: ShardOrigin,
): Uint8Array {
  if (origin.rows !== rows.length) throw new Error(`expected ${origin.rows} rows, got ${rows.length}`);
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      columnData: typedColumns(columns, rows),
      kvMetadata: footerEntries(content, origin, statusesOf(columns, rows)),
      createdBy: origin.engine,
      rowGroupSize: Math.max(1, rows.length),
    }),
  );
  sealFile(bytes);
  return bytes;
}

/** Number of rows by status, in alphabetical order, so that a state of many files needs no rows. */
function statusesOf(columns: readonly SweepColumn[], rows: readonly SweepRow[]): Record<string, number> {
  const at = columns.findIndex(({ name }) => name === 'status');
  const counts = new Map<string, number>();
  if (at >= 0) for (const row of rows) counts.set(String(row[at]), (counts.get(String(row[at])) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The reader's own decoder drops a byte order mark, although a text may contain one. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const stringFromBytes = (bytes: Uint8Array | undefined): string | undefined => bytes && decoder.decode(bytes);

/**
 * Reads a file that writeTyped wrote.
 * @param names of the columns wanted, in the order wanted; all by default
 * @throws {Error} the end of a sentence, for any other bytes.
 */
export async function readTyped(
  bytes: Uint8Array,
  names?: readonly string[],
): Promise<Omit<ParquetFooter, 'columns'> & { columns: SweepColumn[]; rows: SweepRow[] }> {
  const footer = verifiedFooter(bytes);
  const wanted = names ?? footer.columns.map(({ name }) => name);
  const columns = wanted.map((wantedName) => {
    const column = footer.columns.find(({ name }) => name === wantedName);
    if (!column) throw new Error(`it has no column ${JSON.stringify(wantedName)}`);
    return column;
  });
  let found: readonly (readonly unknown[])[] = [];
  await parquetRead({
    file: new Uint8Array(bytes).buffer,
    columns: [...wanted],
    parsers: { stringFromBytes },
    onComplete: (rows) => (found = rows as unknown[][]),
  });
  return { ...footer, columns, rows: found.map((row) => row.map(cellOf)) };
}

const cellOf = (value: unknown): Cell => (typeof value === 'bigint' ? Number(value) : ((value ?? null) as Cell));
