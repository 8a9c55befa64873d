// How much slower the working tree is than an earlier commit, as far as paired measurements show.
import { median } from 'd3-array';
import type { Estimate } from '../validate/statistics.ts';

/** Cost of the same work in one build and, just before or after, in the other: milliseconds or bytes. */
export interface Pair {
  now: number;
  former: number;
}

/** A median ratio significantly above this counts as slower. */
export const LIMIT = 1.03;

/** Fewer values have no 95 % interval. */
export const LEAST_ROUNDS = 6;

/**
 * Median of independent values with the sign-test interval between order statistics. Its confidence is at least the requested one,
 * for any distribution. No random numbers are used, so it is reproducible.
 * @throws {RangeError} where there are too few values.
 */
export function medianInterval(values: readonly number[], confidence = 0.95): Estimate {
  const n = values.length;
  const sorted = values.slice().sort((a, b) => a - b);
  let tail = 0;
  let outside = 0;
  for (let chance = 0.5 ** n; ; outside++) {
    tail += chance;
    if (2 * tail > 1 - confidence) break;
    chance *= (n - outside) / (outside + 1);
  }
  if (outside === 0) throw new RangeError(`${n} values are too few for an interval of ${100 * confidence} %`);
  return { value: median(sorted)!, low: sorted[outside - 1]!, high: sorted[n - outside]! };
}

/**
 * Ratio of the working tree to the earlier commit. Pairs of one round share their processes or pages and are not independent, so a
 * round counts once, by its median.
 */
export const medianRatio = (rounds: readonly (readonly Pair[])[]): Estimate =>
  medianInterval(rounds.map((pairs) => median(pairs, ({ now, former }) => now / former)!));

export type Verdict = 'slower' | 'unsure' | 'faster' | 'alike';

export function slownessOf({ low, high }: Estimate): Verdict {
  if (low > LIMIT) return 'slower';
  if (high < 1) return 'faster';
  return high > LIMIT ? 'unsure' : 'alike';
}
