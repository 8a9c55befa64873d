import { quantileSorted, sort } from 'd3-array';

/** The distribution of a figure over runs: its median, and the bounds of the central 90 %. */
export interface Distribution {
  least: number;
  low: number;
  median: number;
  high: number;
  most: number;
}

/** Quantiles by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996). @param values at least one. */
export function distributionOf(values: Float64Array): Distribution {
  const sorted = sort(values);
  const at = (p: number): number => quantileSorted(sorted, p) ?? Number.NaN;
  return { least: at(0), low: at(0.05), median: at(0.5), high: at(0.95), most: at(1) };
}

/** Share of the values below `value`, equal ones counted half: 0 to 1. @param values at least one. */
export function percentileOf(values: Float64Array, value: number): number {
  let below = 0;
  let equal = 0;
  for (const other of values) {
    if (other < value) below++;
    else if (other === value) equal++;
  }
  return (below + equal / 2) / values.length;
}

/** For each value the share of the values below it; equal ones, itself included, counted half. */
export function percentilesOf(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, k) => k).sort((a, b) => values[a]! - values[b]!);
  const shares = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) shares[order[k]!] = (from + to) / 2 / order.length;
    from = to;
  }
  return shares;
}

export const isConstant = (values: Float64Array): boolean => values.every((value) => value === values[0]);

/**
 * How atypical each run is, 0 to 1: the mean over the figures of twice the distance of its percentile from one half. Percentiles
 * are used so that no figure dominates because of its unit or of one extreme run.
 * @param columns one figure each, one value a run; figures that are equal in all runs do not count.
 */
export function strangeness(columns: readonly Float64Array[]): Float64Array {
  const telling = columns.filter((column) => !isConstant(column));
  const sums = new Float64Array(columns[0]?.length ?? 0);
  for (const column of telling)
    percentilesOf(column).forEach((share, k) => {
      sums[k]! += Math.abs(2 * share - 1) / telling.length;
    });
  return sums;
}
