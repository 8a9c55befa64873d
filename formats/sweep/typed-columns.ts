import { type BasicType, type ColumnSource, schemaFromColumnData } from 'hyparquet-writer';
import type { Cell, SweepColumn, SweepRow, SweepType } from '../../sim/experiment/sweep/columns.ts';

// Types come from the columns, never from the cells: a reader of many files takes the types of the first one for all.

const TYPES: Record<SweepType, BasicType> = { INT64: 'INT64', DOUBLE: 'DOUBLE', STRING: 'STRING', BOOLEAN: 'BOOLEAN' };

const EXPECTED: Record<SweepType, string> = {
  INT64: 'a whole number',
  DOUBLE: 'a number',
  STRING: 'a text',
  BOOLEAN: 'true or false',
};

const isOfType: Record<SweepType, (cell: Cell) => boolean> = {
  INT64: (cell) => Number.isSafeInteger(cell),
  DOUBLE: (cell) => typeof cell === 'number',
  STRING: (cell) => typeof cell === 'string',
  BOOLEAN: (cell) => typeof cell === 'boolean',
};

/**
 * A cell as it is written: NaN is null.
 * @param row 0 is the first
 * @throws {Error} one sentence that names the row (1 is the first) and the column.
 */
export function checkedCell(cell: Cell, { name, type, nullable }: SweepColumn, row: number): Cell {
  const refuse = (what: string): never => {
    throw new Error(`row ${row + 1}, column ${name}: ${what}`);
  };
  if (cell === null || Number.isNaN(cell)) return nullable ? null : refuse(`expected ${EXPECTED[type]}, got none`);
  if (cell === Number.POSITIVE_INFINITY || cell === Number.NEGATIVE_INFINITY)
    return refuse(`${cell} is no finite number, so it cannot be written`);
  return isOfType[type](cell) ? cell : refuse(`expected ${EXPECTED[type]}, got ${JSON.stringify(cell)}`);
}

/**
 * Columns for hyparquet-writer. All are plain: its dictionaries take −0 for 0, and their layout depends on a logarithm, which engines
 * round differently.
 * @throws {Error} as checkedCell, or where two columns have one name or a row is too short.
 */
export function typedColumns(columns: readonly SweepColumn[], rows: readonly SweepRow[]): ColumnSource[] {
  if (new Set(columns.map(({ name }) => name)).size < columns.length) throw new Error('two columns have the same name');
  rows.forEach(({ length }, row) => {
    if (length !== columns.length) throw new Error(`row ${row + 1}: expected ${columns.length} cells, got ${length}`);
  });
  return columns.map((column, k) => {
    const { name, type, nullable } = column;
    const cells = rows.map((cells, row) => checkedCell(cells[k]!, column, row));
    const data = type === 'INT64' ? cells.map((cell) => (cell === null ? null : BigInt(cell))) : cells;
    return { name, data, type: TYPES[type], nullable, encoding: 'PLAIN' };
  });
}

/** The columns as Parquet writes them down, without a row. */
export const schemaOf = (columns: readonly SweepColumn[]) =>
  schemaFromColumnData({ columnData: typedColumns(columns, []) });
