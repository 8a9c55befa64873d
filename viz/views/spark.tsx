import { straight } from '../chart/path.ts';
import type { Axis } from './measure.ts';
import { memo } from './memo.tsx';

/** Height of a row. */
export const SPARK = 20;

/** Height of a value within its row; a figure that never changes runs through the middle. */
export function sparkLevel(low: number, high: number, value: number): number {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return SPARK - 3.5 - share * (SPARK - 7);
}

interface Sparked {
  /** One a sample, the first being the start. */
  values: Float64Array;
  low: number;
  high: number;
  axis: Axis;
  /** Ticks from one sample to the next. */
  stride: number;
}

export const SparkPath = memo(({ values, low, high, axis, stride }: Sparked) => {
  const from = values.length > 1 ? 1 : 0;
  const x = (s: number): number => Math.max(axis.left, axis.edge((s + from) * stride - 0.5));
  const points = Array.from(values.subarray(from), (value, s) => [x(s), sparkLevel(low, high, value)] as const);
  return <path class="spark-line" d={straight(points, 1)} />;
});
