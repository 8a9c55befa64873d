/** How often something happened in so many runs, with the ends of its 95 % interval. */
export interface Proportion {
  share: number;
  low: number;
  high: number;
}

/** Of the standard normal: 95 % lie within so many standard deviations. */
const Z = 1.959963984540054;

/**
 * Share of `times` in `runs` with the interval of Wilson (1927), which stays within [0, 1] and holds near its ends too.
 * @param runs at least 1.
 */
export function proportionOf(times: number, runs: number): Proportion {
  const share = times / runs;
  const weight = 1 + (Z * Z) / runs;
  const middle = (share + (Z * Z) / (2 * runs)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / runs + (Z * Z) / (4 * runs * runs));
  // Rounding must not leave the share outside its own interval.
  return { share, low: Math.max(0, Math.min(share, middle - half)), high: Math.min(1, Math.max(share, middle + half)) };
}

/**
 * Brier’s score (1950) of shares as forecasts of what then did happen: the mean of (1 − share)², 0 at best and 1 at worst.
 * @param shares at least one.
 */
export const brierOf = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => sum + (1 - share) * (1 - share), 0) / shares.length;

/**
 * The score of whoever says one half of everything, knowing nothing. A constant forecast that had been fitted to the shares
 * would be no yardstick: (1 − mean)² is never more than the mean of (1 − share)², so that no model could ever beat it.
 */
export const BASE_BRIER = 0.25;
