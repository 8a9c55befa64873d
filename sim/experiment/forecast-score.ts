/** Share of runs in which something happened, with the bounds of its 95 % interval. */
export interface Proportion {
  share: number;
  low: number;
  high: number;
}

/** Quantile of the standard normal: 95 % of it lie within so many standard deviations. */
const Z = 1.959963984540054;

/**
 * Share of `times` in `runs` with the interval of Wilson (1927), which stays within [0, 1] and is accurate near its ends too.
 * @param runs at least 1.
 */
export function proportionOf(times: number, runs: number): Proportion {
  const share = times / runs;
  const weight = 1 + (Z * Z) / runs;
  const middle = (share + (Z * Z) / (2 * runs)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / runs + (Z * Z) / (4 * runs * runs));
  // Rounding must not put the share outside its own interval.
  return { share, low: Math.max(0, Math.min(share, middle - half)), high: Math.min(1, Math.max(share, middle + half)) };
}

/**
 * Brier score (1950) of shares as forecasts of events that did happen: the mean of (1 − share)², 0 at best and 1 at worst.
 * @param shares at least one.
 */
export const brierOf = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => sum + (1 - share) * (1 - share), 0) / shares.length;

/**
 * The Brier score of the uninformed forecast, one half for every event. A constant forecast fitted to the shares would be no
 * benchmark: (1 − mean)² is never more than the mean of (1 − share)², so no model could beat it.
 */
export const BASE_BRIER = 0.25;
