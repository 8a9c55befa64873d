/**
 * Voting weights and the quota, as whole numbers without a common factor where possible. A coalition wins if it reaches the
 * quota.
 */
export interface Ballot {
  weights: number[];
  quota: number;
  /** Whether all weights are whole numbers, so that sums can be counted one by one. */
  whole: boolean;
}

/** Decimals up to this scale are read exactly as written. */
const MOST_SCALE = 1e6;

/**
 * Scales decimals to whole numbers and divides out common factors, so that 0.1 + 0.2 reaches 0.3 and [510; 500, 490, 10] is as
 * quick as [51; 50, 49, 1]. Other numbers stay as they are, with some tolerance in the quota.
 */
export function ballotOf(weights: readonly number[], quota: number): Ballot {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let scale = 1; scale <= MOST_SCALE; scale *= 10) {
    const scaled = weights.map((weight) => Math.round(weight * scale));
    if (total * scale > 1e15) break;
    if (weights.some((weight, i) => Math.abs(weight * scale - scaled[i]!) > 1e-9 * Math.max(1, weight * scale)))
      continue;
    const factor = scaled.reduce(greatestCommonDivisor, 0) || 1;
    const needed = (quota * scale) / factor;
    return {
      weights: scaled.map((weight) => weight / factor),
      quota: Math.ceil(needed - 1e-9 * Math.max(1, needed)),
      whole: true,
    };
  }
  return { weights: [...weights], quota: quota - 1e-12 * total, whole: false };
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
