import type { Axis } from '../ui/measure.ts';
import { memo } from '../ui/memo.tsx';
import { straight } from '../ui/path.ts';

/** A curve's row, px: how high it is, and from where on within it the curve has its room. */
export interface SparkRow {
  height: number;
  top: number;
  /** The middle of its name and figure. */
  name: number;
}

/** Where there is no room beside a curve for its name and its figure, they stand above it. */
const BELOW: SparkRow = { height: 66, top: 22, name: 12 };

/** The row of one of several curves: beside each other with their names and figures they share the height that there is. */
export function sparkRow(narrow: boolean, height: number, curves: number): SparkRow {
  if (narrow) return BELOW;
  const own = Math.max(12, Math.min(30, (height - 4) / Math.max(1, curves)));
  return { height: own, top: 0, name: own / 2 };
}

/** Height of a value within its row; a figure that never changes runs through the middle. */
export function sparkLevel(row: SparkRow, low: number, high: number, value: number): number {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return row.height - 3.5 - share * (row.height - row.top - 7);
}

interface Sparked {
  /** One a sample, the first being the start. */
  values: Float64Array;
  low: number;
  high: number;
  axis: Axis;
  row: SparkRow;
  /** Ticks from one sample to the next. */
  stride: number;
}

export const SparkPath = memo(({ values, low, high, axis, row, stride }: Sparked) => {
  const from = values.length > 1 ? 1 : 0;
  const x = (s: number): number => Math.max(axis.left, axis.edge((s + from) * stride - 0.5));
  const points = Array.from(values.subarray(from), (value, s) => [x(s), sparkLevel(row, low, high, value)] as const);
  return <path class="spark-line" d={straight(points, 1)} />;
});
