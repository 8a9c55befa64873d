import { ENGINE } from '../sim/engine/version.ts';
import { finalDigest } from '../sim/history/digests.ts';
import type { History } from '../sim/history/history.ts';
import { ACTOR_SERIES } from '../sim/history/series.ts';
import { MEASURES } from '../sim/measures/index.ts';

/** What the cells of a column are: text, a whole number of 32 bits, a real of 64 bits, or one of 32 (a `single`). */
export interface TableColumns {
  text: readonly string[];
  whole: Int32Array;
  real: Float64Array;
  single: Float32Array;
}
export type ColumnKind = keyof TableColumns;
export type TableColumn = { [K in ColumnKind]: { name: string; kind: K; cells: TableColumns[K] } }[ColumnKind];

/** Columns of equal length, in the order in which they stand in a file. */
export interface Table {
  columns: readonly TableColumn[];
  rows: number;
}

export interface Heading {
  name: string;
  kind: ColumnKind;
}

/** A row of every table begins with these: which run it is, and when. `year` is that of the tick; negative is BCE. */
const WHEN: readonly Heading[] = [
  { name: 'run', kind: 'text' },
  { name: 'seed', kind: 'text' },
  { name: 'tick', kind: 'whole' },
  { name: 'year', kind: 'real' },
];

/**
 * The tables there are. Both have a row for each sampled tick (every tick, or every so many of a long run): `actors` one an actor,
 * `world` one for all. They are joined by run and tick. Two rather than one with the world's measures beside every actor, since
 * each then has one kind of row: a mean over it is the mean of what it says.
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

/** Names a run in a table of many: begins with a letter, so that no reader of a CSV takes a digest for a number. */
export const runNameOf = (history: History): string => `${history.model.scenario.id}#${finalDigest(history)}`;

/** What a format may say of where it comes from. */
export const origin = (history: History): string =>
  `${ENGINE}, scenario ${history.model.scenario.id}, seed ${history.seed}, digest ${finalDigest(history)}`;

/** The columns every table begins with, of `each` rows for each sampled tick. */
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

/** The table whose columns have these names in this order, or undefined. */
export function headingsFor(names: readonly string[]): readonly Heading[] | undefined {
  return Object.values(TABLES).find(
    (headings) => headings.length === names.length && headings.every(({ name }, k) => name === names[k]),
  );
}

/**
 * Makes a table of what a file holds.
 * @param read gives the cell of a column and a row, or throws.
 */
export function gather(
  headings: readonly Heading[],
  rows: number,
  read: (heading: Heading, row: number) => string | number,
): Table {
  const columns = headings.map((heading): TableColumn => {
    const { name, kind } = heading;
    if (kind === 'text')
      return { name, kind, cells: Array.from({ length: rows }, (_, row) => String(read(heading, row))) };
    const numbers = { length: rows };
    const number = (_: unknown, row: number): number => Number(read(heading, row));
    if (kind === 'whole') return { name, kind, cells: Int32Array.from(numbers, number) };
    if (kind === 'real') return { name, kind, cells: Float64Array.from(numbers, number) };
    return { name, kind, cells: Float32Array.from(numbers, number) };
  });
  return { columns, rows };
}
