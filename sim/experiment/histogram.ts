import { bin, max, min, ticks } from 'd3-array';

/**
 * One bin: values from `from` up to, not including, `to`; the last bin includes its end. `rows` are the indices of its values in
 * the column.
 */
export interface Bin {
  from: number;
  to: number;
  rows: readonly number[];
}

/** Limit on the number of bins. */
const MOST = 24;

/**
 * Histogram of the column: a bin for each whole number where there are few of them, else about `MOST` bins of a round width.
 * @param values at least one.
 */
export function binsOf(values: Float64Array): { whole: boolean; bins: Bin[] } {
  const least = min(values)!;
  const most = max(values)!;
  const whole = most - least < MOST && values.every(Number.isInteger);
  const edges = whole ? Array.from({ length: most - least }, (_, k) => least + k + 0.5) : roundEdges(least, most);
  const domain: [number, number] = whole ? [least - 0.5, most + 0.5] : [least, most];
  const share = bin<number, number>()
    .domain(domain)
    .thresholds(edges)
    .value((row) => values[row]!);
  const found = share(Array.from(values.keys()));
  return { whole, bins: found.map((rows) => ({ from: rows.x0!, to: rows.x1!, rows: Array.from(rows) })) };
}

/** Values that differ by no more than rounding share a bin: no round number lies between them. */
const FINEST = 1e-12;

function roundEdges(least: number, most: number): number[] {
  if (most - least <= FINEST * Math.max(Math.abs(least), Math.abs(most), FINEST)) return [];
  return ticks(least, most, MOST).filter((edge) => edge > least && edge < most);
}
