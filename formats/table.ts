import { ENGINE } from '../sim/engine/version.ts';
import { finalDigest } from '../sim/history/digest-comparison.ts';
import type { History } from '../sim/history/history.ts';
import { ACTOR_SERIES } from '../sim/history/series.ts';
import { MEASURES } from '../sim/measures/index.ts';

/**
 * Column types: text, a whole number of 32 bits, a real number of 64 bits, one of 32 bits (`single`), or a real number that may be
 * missing (`optional`).
 */
export interface TableColumns {
  text: readonly string[];
  whole: Int32Array;
  real: Float64Array;
  single: Float32Array;
  optional: readonly (number | null)[];
}
export type ColumnKind = keyof TableColumns;
export type TableColumn = { [K in ColumnKind]: { name: string; kind: K; cells: TableColumns[K] } }[ColumnKind];

/** Columns of equal length, in the order of the file. */
export interface Table {
  columns: readonly TableColumn[];
  rows: number;
}

export interface Heading {
  name: string;
  kind: ColumnKind;
}

/** The first columns of every table: the run and the time. `year` is that of the tick; negative is BCE, and after −1 comes 1. */
const WHEN: readonly Heading[] = [
  { name: 'run', kind: 'text' },
  { name: 'seed', kind: 'text' },
  { name: 'tick', kind: 'whole' },
  { name: 'year', kind: 'real' },
];

/**
 * The tables. Both have rows for each sampled tick (every tick, or every so many of a long run): `actors` one for each actor,
 * `world` one. They are joined by run and tick. There are two tables so that each has one kind of row: world measures repeated
 * beside every actor would distort means over rows.
 */
export const TABLES: Readonly<Record<'actors' | 'world', readonly Heading[]>> = {
  actors: [
    ...WHEN,
    { name: 'actor', kind: 'text' },
    ...ACTOR_SERIES.map((name): Heading => ({ name, kind: 'single' })),
    { name: 'alliances', kind: 'text' },
  ],
  world: [...WHEN, ...MEASURES.map(({ name }): Heading => ({ name, kind: 'real' }))],
};

/** Name of a run in a table of many. It begins with a letter, so that no CSV reader takes a digest for a number. */
export const runNameOf = (history: History): string => `${history.model.scenario.id}#${finalDigest(history)}`;

/** Origin of the data, for formats that can store it. */
export const origin = (history: History): string =>
  `${ENGINE}, scenario ${history.model.scenario.id}, seed ${history.seed}, digest ${finalDigest(history)}`;

/** The first columns of every table, with `each` rows for each sampled tick. */
export function whenColumns(history: History, each: number): TableColumn[] {
  const { model, seed, series } = history;
  const rows = series.samples * each;
  const tick = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / each) * series.stride);
  return [
    { name: 'run', kind: 'text', cells: new Array<string>(rows).fill(runNameOf(history)) },
    { name: 'seed', kind: 'text', cells: new Array<string>(rows).fill(seed) },
    { name: 'tick', kind: 'whole', cells: tick },
    { name: 'year', kind: 'real', cells: Float64Array.from(tick, (at) => model.yearOf(at)) },
  ];
}

/**
 * Gives the table back, if all its numbers are finite.
 * @throws {Error} one sentence that names the column and the row (1 is the first).
 */
export function finiteTable(table: Table): Table {
  for (const { name, kind, cells } of table.columns) {
    if (kind === 'text') continue;
    const row = cells.findIndex((cell) => cell !== null && !Number.isFinite(cell));
    if (row >= 0)
      throw new Error(`row ${row + 1}, column ${name}: ${cells[row]} is no finite number, so it cannot be written`);
  }
  return table;
}

/** The table whose columns have these names in this order, or undefined. */
export function headingsFor(names: readonly string[]): readonly Heading[] | undefined {
  return Object.values(TABLES).find(
    (headings) => headings.length === names.length && headings.every(({ name }, k) => name === names[k]),
  );
}

/**
 * Builds a table from the cells of a file.
 * @param read gives the cell of a column and a row, or throws.
 */
export function gather(
  headings: readonly Heading[],
  rows: number,
  read: (heading: Heading, row: number) => string | number | null,
): Table {
  const columns = headings.map((heading): TableColumn => {
    const { name, kind } = heading;
    if (kind === 'text')
      return { name, kind, cells: Array.from({ length: rows }, (_, row) => String(read(heading, row))) };
    if (kind === 'optional')
      return { name, kind, cells: Array.from({ length: rows }, (_, row) => optionalNumber(read(heading, row))) };
    const numbers = { length: rows };
    const number = (_: unknown, row: number): number => Number(read(heading, row));
    if (kind === 'whole') return { name, kind, cells: Int32Array.from(numbers, number) };
    if (kind === 'real') return { name, kind, cells: Float64Array.from(numbers, number) };
    return { name, kind, cells: Float32Array.from(numbers, number) };
  });
  return { columns, rows };
}

const optionalNumber = (cell: string | number | null): number | null => (cell === null ? null : Number(cell));
