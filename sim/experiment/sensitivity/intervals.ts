import { quantileSorted, sort } from 'd3-array';
import { betaQuantile } from '../../exact/beta.ts';

/** A mean over runs with the bounds of its 95 % interval; NaN where there are too few runs. */
export interface MeanInterval {
  n: number;
  mean: number;
  low: number;
  high: number;
  /** With n − 1 in the denominator. */
  sd: number;
}

/** The values that are there. The same array where all are: a sweep may have half a million of them. */
export const presentIn = (values: Float64Array): Float64Array =>
  values.some(Number.isNaN) ? values.filter((value) => !Number.isNaN(value)) : values;

/** The sum, shifted by the first value: equal values then have exactly their own mean, and a variance of 0. */
export function shiftedMean(values: Float64Array): number {
  const first = values[0] ?? Number.NaN;
  let sum = 0;
  for (const value of values) sum += value - first;
  return first + sum / values.length;
}

/** Sum of squared deviations from the mean. */
export function squaresOf(values: Float64Array): number {
  const mean = shiftedMean(values);
  let sum = 0;
  for (const value of values) sum += (value - mean) * (value - mean);
  return sum;
}

/** Sample variance, with n − 1 in the denominator; NaN below two values. */
export const varianceOf = (values: Float64Array): number =>
  values.length < 2 ? Number.NaN : squaresOf(values) / (values.length - 1);

/** Quantile of Student’s t (1908). @param p above 0 and below 1. */
export function studentQuantile(p: number, freedom: number): number {
  const x = betaQuantile(Math.abs(2 * p - 1), 0.5, freedom / 2);
  return Math.sign(p - 0.5) * Math.sqrt((freedom * x) / (1 - x));
}

const kept = new Map<number, number>();

/** The quantile for 95 %, kept: a sweep has thousands of means over equally many runs. */
function bound95(freedom: number): number {
  const bound = kept.get(freedom) ?? studentQuantile(0.975, freedom);
  kept.set(freedom, bound);
  return bound;
}

/** Mean of the runs that have a value, with the t-interval of 95 %. */
export function meanInterval(values: Float64Array): MeanInterval {
  const present = presentIn(values);
  const n = present.length;
  const mean = shiftedMean(present);
  if (n < 2) return { n, mean, low: Number.NaN, high: Number.NaN, sd: Number.NaN };
  const sd = Math.sqrt(varianceOf(present));
  const half = (bound95(n - 1) * sd) / Math.sqrt(n);
  return { n, mean, low: mean - half, high: mean + half, sd };
}

/** Quantiles of the runs that have a value, by linear interpolation (type 7 of Hyndman & Fan 1996); NaN where there is none. */
export function sampleQuantiles(values: Float64Array, shares: readonly number[]): number[] {
  const sorted = sort(values.filter((value) => !Number.isNaN(value)));
  return shares.map((share) => quantileSorted(sorted, share) ?? Number.NaN);
}
