import { deviation, mean } from 'd3-array';
import { normalQuantile } from '../../sim/exact/normal.ts';
import { studentQuantile } from '../../sim/experiment/sensitivity/intervals.ts';
import { mulberry32 } from '../kernel.ts';

/** An estimate and the bounds of its interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Mean of independent values with the interval of Student's t. */
export function sampleMean(values: ArrayLike<number>, confidence = 0.95): Estimate {
  const all = Array.from(values);
  const value = mean(all) ?? Number.NaN;
  const half = (studentQuantile((1 + confidence) / 2, all.length - 1) * (deviation(all) ?? 0)) / Math.sqrt(all.length);
  return { value, low: value - half, high: value + half };
}

/** Mean of `a − b`, paired by seed: what both owe to the seed cancels out. */
export function paired(a: ArrayLike<number>, b: ArrayLike<number>, confidence?: number): Estimate {
  return sampleMean(
    Array.from(a, (value, k) => value - b[k]!),
    confidence,
  );
}

/** Share of runs with the interval of Wilson (1927), which is accurate near 0 and 1 too. */
export function wilson(hits: ArrayLike<number>, confidence = 0.95): Estimate {
  const n = hits.length;
  const value = mean(Array.from(hits)) ?? Number.NaN;
  const z2 = normalQuantile((1 + confidence) / 2) ** 2;
  const centre = (value + z2 / (2 * n)) / (1 + z2 / n);
  const half = Math.sqrt(z2 * ((value * (1 - value)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { value, low: centre - half, high: centre + half };
}

const RESAMPLES = 2_000;

/**
 * Σ parts / Σ wholes over runs, with the interval between percentiles of resampled runs (bootstrap, Efron 1979), since the calls
 * within one run are not independent.
 */
export function shareEstimate(parts: ArrayLike<number>, wholes: ArrayLike<number>, seed = 1): Estimate {
  const random = mulberry32(seed);
  const n = parts.length;
  const share = (pick: (k: number) => number): number => {
    let part = 0;
    let whole = 0;
    for (let k = 0; k < n; k++) {
      const at = pick(k);
      part += parts[at]!;
      whole += wholes[at]!;
    }
    return whole > 0 ? part / whole : 0;
  };
  const drawn = Float64Array.from({ length: RESAMPLES }, () => share(() => Math.floor(random() * n))).sort();
  return {
    value: share((k) => k),
    low: drawn[Math.floor(0.025 * RESAMPLES)]!,
    high: drawn[Math.floor(0.975 * RESAMPLES)]!,
  };
}

/** Difference of two such shares over the same seeds, resampled together. */
export function shareDifference(
  [a, ofA]: readonly [ArrayLike<number>, ArrayLike<number>],
  [b, ofB]: readonly [ArrayLike<number>, ArrayLike<number>],
): Estimate {
  const random = mulberry32(2);
  const n = a.length;
  const difference = (pick: (k: number) => number): number => {
    const sum = [0, 0, 0, 0];
    for (let k = 0; k < n; k++) {
      const at = pick(k);
      [a, ofA, b, ofB].forEach((column, c) => {
        sum[c]! += column[at]!;
      });
    }
    return (sum[1]! > 0 ? sum[0]! / sum[1]! : 0) - (sum[3]! > 0 ? sum[2]! / sum[3]! : 0);
  };
  const drawn = Float64Array.from({ length: RESAMPLES }, () => difference(() => Math.floor(random() * n))).sort();
  return {
    value: difference((k) => k),
    low: drawn[Math.floor(0.025 * RESAMPLES)]!,
    high: drawn[Math.floor(0.975 * RESAMPLES)]!,
  };
}
