import { presentIn, shiftedMean, varianceOf } from './intervals.ts';

/**
 * Share of the variance of an output that the seed makes: the mean variance within a point over the variance of all runs, at most 1.
 * null where no point has two runs with a value, or nothing varies.
 * @param points the values of each point’s runs; NaN where a run has none.
 */
export function seedShare(points: readonly Float64Array[]): number | null {
  const present = points.map(presentIn);
  const repeated = present.filter(({ length }) => length >= 2);
  if (repeated.length === 0) return null;
  const total = varianceOf(Float64Array.from(present.flatMap((values) => [...values])));
  if (total === 0) return null;
  return Math.min(1, shiftedMean(Float64Array.from(repeated, varianceOf)) / total);
}
