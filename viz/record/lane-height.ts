import type { RecordedHistory, RecordedSpell } from '../../sim/results/recorded-history.ts';

// How high the lane of the record is: known before anything in it is drawn, so that what lies above stays where it is.

/** How a lane is drawn: where the page is narrow lower, folded on one line. */
export type LaneForm = 'wide' | 'narrow' | 'folded';

/** Size of a mark. */
export const MARK = 12;
export const FOLDED_HEIGHT = 20;
/** Height of a row of bars: what there is divided by the rows, within these. */
const ROWS = { wide: { all: 42, least: 3, most: 13 }, narrow: { all: 20, least: 2, most: 6 } } as const;

/** Whether anything of it lies in the run. */
export const isInRun = ({ from, to }: { from: number; to: number }, ticks: number): boolean => from < ticks && to > 0;

/** The rows of spells that come in the order of their beginnings: each in the first that is free. */
export function rowsOf(spells: readonly Pick<RecordedSpell, 'from' | 'to'>[]): number[] {
  const ends: number[] = [];
  return spells.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = to;
    return row;
  });
}

export function rowHeight(rows: readonly number[], form: LaneForm): number {
  if (form === 'folded') return MARK;
  const { all, least, most } = ROWS[form];
  return Math.max(least, Math.min(most, Math.floor(all / Math.max(1, rowCount(rows)))));
}

const rowCount = (rows: readonly number[]): number => rows.reduce((most, row) => Math.max(most, row + 1), 0);

/** Where the first row begins. */
export const topOf = ({ marks }: RecordedHistory): number => (marks.length > 0 ? MARK + 4 : 2);

/** Height of the whole lane of a run. */
export function laneHeight(record: RecordedHistory, ticks: number, form: LaneForm): number {
  if (form === 'folded') return FOLDED_HEIGHT;
  const rows = rowsOf(record.spells.filter((spell) => isInRun(spell, ticks)));
  return topOf(record) + rowCount(rows) * rowHeight(rows, form) + 4;
}
