import { proportionOf } from '../../sim/experiment/forecast-score.ts';
import { meanInterval } from '../../sim/experiment/sensitivity/intervals.ts';
import type { VariedAxis } from './levels.ts';

/** The runs of one cell of a chart, and what they come to. */
export interface ChartCell {
  /** Numbers of its runs that were made. */
  runs: readonly number[];
  /** Those of them that have a value. */
  n: number;
  mean: number;
  /** Bounds of the interval of 95 %; NaN where there are too few runs. */
  low: number;
  high: number;
}

export interface CellsOf {
  x: VariedAxis;
  /** Without it there is one row. */
  y?: VariedAxis | undefined;
  /** Of the measure, by run. */
  values: Float64Array;
  /** Which runs are looked at: those made, of the variant and slice that were chosen. */
  isShown(run: number): boolean;
  /** Whether the measure says if something happened: its interval is then that of a share. */
  isShare: boolean;
}

/** Rows of cells, in the order of the levels of both axes. */
export function chartCells({ x, y, values, isShown, isShare }: CellsOf): ChartCell[][] {
  const [columns, rows] = [x.levels.length, y?.levels.length ?? 1];
  const runs: number[][] = Array.from({ length: columns * rows }, () => []);
  for (let run = 0; run < values.length; run++) {
    const column = x.levelOf[run]!;
    const row = y ? y.levelOf[run]! : 0;
    if (column >= 0 && row >= 0 && isShown(run)) runs[row * columns + column]!.push(run);
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cellOf(runs[row * columns + column]!, values, isShare)),
  );
}

function cellOf(runs: readonly number[], all: Float64Array, isShare: boolean): ChartCell {
  const values = Float64Array.from(runs, (run) => all[run]!);
  if (!isShare) {
    const { n, mean, low, high } = meanInterval(values);
    return { runs, n, mean, low, high };
  }
  const judged = values.filter((value) => !Number.isNaN(value));
  const n = judged.length;
  if (n === 0) return { runs, n, mean: Number.NaN, low: Number.NaN, high: Number.NaN };
  const { share, low, high } = proportionOf(
    judged.reduce((sum, value) => sum + value, 0),
    n,
  );
  return { runs, n, mean: share, low, high };
}

/** Least and highest of some numbers, those that are none left out; undefined where all are. */
export function extentOf(values: Iterable<number>): [number, number] | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? [least, most] : undefined;
}
