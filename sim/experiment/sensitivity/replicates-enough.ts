import { anovaPower, replicatesForPower } from './anova-power.ts';
import { presentIn, shiftedMean, squaresOf } from './intervals.ts';

export interface ReplicatesVerdict {
  enough: boolean;
  /** Replicates a point in all; null where these runs cannot tell. */
  needed: number | null;
  /** The rule in words. */
  rule: string;
}

const STABLE = 0.01;

/**
 * Lee et al. (2015): the fewest replicates from which on the coefficient of variation of all the first n stays within .01 of itself;
 * null where it never does. The last n always would, since nothing follows, so it must hold over the second half of the runs.
 */
export function stableFrom(values: Float64Array): number | null {
  const variations = new Float64Array(values.length + 1);
  let mean = 0;
  let squares = 0;
  values.forEach((value, k) => {
    // Welford (1962).
    const away = value - mean;
    mean += away / (k + 1);
    squares += away * (value - mean);
    variations[k + 1] = squares === 0 ? 0 : Math.sqrt(squares / k) / Math.abs(mean);
  });
  let found: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let n = values.length; n >= 2; n--) {
    const variation = variations[n]!;
    if (n <= values.length / 2 && most - variation < STABLE && variation - least < STABLE) found = n;
    least = Math.min(least, variation);
    most = Math.max(most, variation);
  }
  return found;
}

function variationVerdict(values: Float64Array): ReplicatesVerdict {
  const needed = stableFrom(values);
  const rule =
    'Lee et al. (2015): enough from where the coefficient of variation of the runs so far stays within .01 of itself, over the second half of the runs at least.';
  return { enough: needed !== null, needed, rule };
}

/**
 * Cohen’s f of an output over the points of a sweep, from its one-way analysis of variance: standard deviation of the points’ means
 * over that within points. Freed of what luck alone adds to the means, as ω² is (Hays 1963): f² = (k − 1)(F − 1) / N, at least 0.
 */
export function cohensF(points: readonly Float64Array[]): number {
  const runs = points.reduce((sum, { length }) => sum + length, 0);
  const within = points.reduce((sum, values) => sum + squaresOf(values), 0);
  const all = Float64Array.from(points.flatMap((values) => [...values]));
  const grand = shiftedMean(all);
  const between = points.reduce(
    (sum, values) => sum + values.length * (shiftedMean(values) - grand) * (shiftedMean(values) - grand),
    0,
  );
  if (within === 0) return between === 0 ? 0 : Number.POSITIVE_INFINITY;
  const degrees = points.length - 1;
  return Math.sqrt(Math.max(0, (between * (runs - points.length)) / within - degrees) / runs);
}

/** Secchi & Seri (2017) recommend both for simulations; the least effect is what they and Cohen (1988) call small. */
const ALPHA = 0.01;
const POWER = 0.95;
const LEAST_EFFECT = 0.1;

function powerVerdict(points: readonly Float64Array[]): ReplicatesVerdict {
  const runs = points.reduce((sum, { length }) => sum + length, 0);
  const test = `a one-way analysis of variance over ${points.length} points at α = .01 finds the effect with a power of .95`;
  if (runs === points.length)
    return {
      enough: false,
      needed: 2,
      rule: `Secchi & Seri (2017): enough where ${test}. One replicate a point does not show what luck does; at least two do.`,
    };
  const effect = cohensF(points);
  const sought = Math.max(effect, LEAST_EFFECT);
  const seen = Number.isFinite(effect) ? `f = ${Math.round(sought * 1000) / 1000}` : 'no luck at all';
  const why = effect < LEAST_EFFECT ? ', the least one sought, since the one seen is smaller' : ' as seen';
  return {
    enough: anovaPower(points.length, runs, sought, ALPHA) >= POWER,
    needed: replicatesForPower(points.length, sought, ALPHA, POWER),
    rule: `Secchi & Seri (2017): enough where ${test} (Cohen’s ${seen}${why}).`,
  };
}

/**
 * Whether a sweep has enough replicates to judge an output by: over several points by the power of the test between them, at a single
 * point by the stability of its variation.
 * @param points the values of each point’s runs in their order; NaN where a run has none.
 */
export function replicatesEnough(points: readonly Float64Array[]): ReplicatesVerdict {
  const present = points.map(presentIn).filter(({ length }) => length > 0);
  return present.length >= 2 ? powerVerdict(present) : variationVerdict(present[0] ?? new Float64Array());
}
