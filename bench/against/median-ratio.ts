// How much slower the present state is than a former commit, as far as measurements in pairs can tell.
import { median } from 'd3-array';
import type { Estimate } from '../validate/statistics.ts';

/** What the same work cost the one and, just before or after, the other: milliseconds or bytes. */
export interface Pair {
  now: number;
  former: number;
}

/** A median ratio that lies above it for sure is slower. */
export const LIMIT = 1.03;

/** Fewer values have no interval of 95 %. */
export const LEAST_ROUNDS = 6;

/**
 * Median of independent values with the interval between the order statistics that the sign test gives: its confidence is at
 * least the one that is asked for, whatever the distribution, and nothing is drawn, so that it is always the same.
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
 * The ratio of the present state to the former one. Pairs of one round share their processes or pages and are not independent:
 * a round counts once, by its median.
 */
export const medianRatio = (rounds: readonly (readonly Pair[])[]): Estimate =>
  medianInterval(rounds.map((pairs) => median(pairs, ({ now, former }) => now / former)!));

export type Verdict = 'slower' | 'unsure' | 'faster' | 'alike';

export function slownessOf({ low, high }: Estimate): Verdict {
  if (low > LIMIT) return 'slower';
  if (high < 1) return 'faster';
  return high > LIMIT ? 'unsure' : 'alike';
}
