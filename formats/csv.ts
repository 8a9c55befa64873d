import { csvFormatRow, csvParseRows } from 'd3-dsv';
import { harmless, original, readReal, readWhole, realText, singleText } from './cell.ts';
import { finiteTable, gather, type Heading, headingsFor, type Table, type TableColumn } from './table.ts';

/** Ends a record (RFC 4180). */
const END = '\r\n';

/** Rows in a piece: few enough for little memory, many enough for few pieces. */
const PIECE = 1_000;

/** A table as CSV (RFC 4180, UTF-8 without a byte order mark), piece by piece. The first record holds the column names. @throws {Error} as finiteTable. */
export function* writeCsv(table: Table): Generator<string> {
  const { columns, rows } = finiteTable(table);
  yield csvFormatRow(columns.map(({ name }) => name)) + END;
  const cells = columns.map(cellsOf);
  for (let from = 0; from < rows; from += PIECE) {
    let piece = '';
    for (let row = from; row < Math.min(rows, from + PIECE); row++)
      piece += csvFormatRow(cells.map((cell) => cell(row))) + END;
    yield piece;
  }
}

function cellsOf(column: TableColumn): (row: number) => string {
  switch (column.kind) {
    case 'text':
      return (row) => harmless(column.cells[row]!);
    case 'single':
      return (row) => singleText(column.cells[row]!);
    case 'optional':
      return (row) => (column.cells[row] === null ? '' : realText(column.cells[row]!));
    default:
      return (row) => realText(column.cells[row]!);
  }
}

/**
 * Reads a table that writeCsv wrote. A byte order mark, which spreadsheets add, is ignored.
 * @throws {Error} one sentence that names the row (1 is the first after the names) and the column, for any other text.
 */
export function readCsv(text: string): Table {
  const [names = [], ...records] = csvParseRows(text.replace(/^\ufeff/, ''));
  const headings = headingsFor(names);
  if (!headings) throw new Error('the first line does not name the columns of a table of a run');
  records.forEach((record, row) => {
    if (record.length !== headings.length)
      throw new Error(`row ${row + 1}: expected ${headings.length} cells, got ${record.length}`);
  });
  const place = new Map(headings.map((heading, k) => [heading, k]));
  return gather(headings, records.length, (heading, row) => {
    try {
      return readers[heading.kind](records[row]![place.get(heading)!]!);
    } catch (error) {
      throw new Error(`row ${row + 1}, column ${heading.name}: ${(error as Error).message}`);
    }
  });
}

const readers: Record<Heading['kind'], (cell: string) => string | number | null> = {
  text: original,
  whole: readWhole,
  real: readReal,
  single: readReal,
  optional: (cell) => (cell === '' ? null : readReal(cell)),
};
