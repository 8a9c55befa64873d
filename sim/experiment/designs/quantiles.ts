import { clamp, exp, log } from '../../exact/exact-math.ts';
import { normalProbability, normalQuantile } from '../../exact/normal.ts';

/** From a share of the distribution, 0 to 1, the value below which it lies. */
export type Quantile = (share: number) => number;

export type InputDistribution =
  | { kind: 'uniform' | 'loguniform'; from: number; to: number }
  | { kind: 'normal'; mean: number; sd: number; from?: number | undefined; to?: number | undefined }
  | { kind: 'triangular'; from: number; mode: number; to: number };

/** Rounding must neither miss the ends nor leave them. */
const within =
  (from: number, to: number, inside: Quantile): Quantile =>
  (share) =>
    share <= 0 ? from : share >= 1 ? to : clamp(inside(share), from, to);

/** Uniform in the logarithm. @param from above 0. */
function loguniform(from: number, to: number): Quantile {
  const [low, high] = [log(from), log(to)];
  return within(from, to, (share) => exp(low + share * (high - low)));
}

/** Normal, cut at its bounds where there are any. Above the mean it is computed as its mirror, since lower tails have more digits. */
function normal(mean: number, sd: number, from: number, to: number): Quantile {
  if (from > mean) {
    const mirror = normal(-mean, sd, -to, -from);
    return (share) => -mirror(1 - share);
  }
  const low = normalProbability((from - mean) / sd);
  const high = normalProbability((to - mean) / sd);
  // Some 38 standard deviations below the mean no mass is left to divide: all that there is lies at the upper bound.
  return within(from, to, (share) => (high === 0 ? to : mean + sd * normalQuantile(low + share * (high - low))));
}

function triangular(from: number, mode: number, to: number): Quantile {
  const width = to - from;
  return within(from, to, (share) =>
    share * width < mode - from
      ? from + Math.sqrt(share * width * (mode - from))
      : to - Math.sqrt((1 - share) * width * (to - mode)),
  );
}

/** The quantile function of an input. Nothing is checked: from ≤ mode ≤ to, sd > 0 and a loguniform `from` > 0 are assumed. */
export function quantileOf(distribution: InputDistribution): Quantile {
  switch (distribution.kind) {
    case 'uniform':
      return within(
        distribution.from,
        distribution.to,
        (share) => distribution.from + share * (distribution.to - distribution.from),
      );
    case 'loguniform':
      return loguniform(distribution.from, distribution.to);
    case 'normal': {
      const { mean, sd, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = distribution;
      return normal(mean, sd, from, to);
    }
    case 'triangular':
      return triangular(distribution.from, distribution.mode, distribution.to);
  }
}

/** Whether the values at 0 or 1 are infinite, which Morris’s design visits. */
export const isUnbounded = (distribution: InputDistribution): boolean =>
  distribution.kind === 'normal' && (distribution.from === undefined || distribution.to === undefined);
