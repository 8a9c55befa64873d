import { csvFormatRow } from 'd3-dsv';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, SweepColumn, SweepRow, SweepType } from '../../sim/experiment/sweep/columns.ts';
import { harmless, realText } from '../cell.ts';
import { checkedCell, schemaOf, typedColumns } from './typed-columns.ts';

/** The rows of many shards, shard by shard. */
export type RowsByShard = Iterable<readonly SweepRow[]> | AsyncIterable<readonly SweepRow[]>;

/** Cells and rows in a row group: many, since readers skip and share work by row groups, and few enough for little memory. */
const CELLS = 500_000;
const ROWS = 100_000;

/**
 * The rows of many shards as one Parquet file, piece by piece; no more than a row group and a shard are in memory. Row groups depend on
 * the number of columns alone, so the same rows give the same bytes, however they are sharded.
 * @throws {Error} as typedColumns.
 */
export async function* mergeParquet(
  columns: readonly SweepColumn[],
  shards: RowsByShard,
  origin: { plan: string; engine: string },
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: schemaOf(columns),
    createdBy: origin.engine,
    kvMetadata: [
      { key: 'foedus.plan', value: origin.plan },
      { key: 'foedus.engine', value: origin.engine },
      { key: 'foedus.columns', value: JSON.stringify(columns) },
    ],
  });
  const groupOf = (rows: readonly SweepRow[]): Uint8Array => {
    file.write({ columnData: typedColumns(columns, rows).map(withoutType), rowGroupSize: Math.max(1, rows.length) });
    return taken(writer);
  };
  const size = Math.max(1, Math.min(ROWS, Math.floor(CELLS / Math.max(1, columns.length))));
  for await (const rows of inGroups(shards, size)) yield groupOf(rows);
  file.finish();
  yield taken(writer);
}

/** The file's schema says the type already. */
const withoutType = ({ type: _, ...column }: ReturnType<typeof typedColumns>[number]) => column;

/** What was written since the last time. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

async function* inGroups(shards: RowsByShard, size: number): AsyncGenerator<readonly SweepRow[]> {
  let waiting: SweepRow[] = [];
  for await (const rows of shards)
    for (const row of rows) {
      waiting.push(row);
      if (waiting.length < size) continue;
      yield waiting;
      waiting = [];
    }
  if (waiting.length > 0) yield waiting;
}

/** Ends a record (RFC 4180). */
const END = '\r\n';

/**
 * The rows of many shards as CSV, piece by piece: null is an empty cell, and a text that a spreadsheet would take for a formula has an
 * apostrophe before it.
 * @throws {Error} as checkedCell.
 */
export async function* mergeCsv(columns: readonly SweepColumn[], shards: RowsByShard): AsyncGenerator<string> {
  yield csvFormatRow(columns.map(({ name }) => harmless(name))) + END;
  let row = 0;
  for await (const rows of shards) {
    let piece = '';
    for (const cells of rows) {
      piece += csvFormatRow(
        columns.map((column, k) => textOf(checkedCell(cells[k] ?? null, column, row), column.type)),
      );
      piece += END;
      row++;
    }
    yield piece;
  }
}

function textOf(cell: Cell, type: SweepType): string {
  if (cell === null) return '';
  return type === 'STRING' ? harmless(String(cell)) : typeof cell === 'number' ? realText(cell) : String(cell);
}
