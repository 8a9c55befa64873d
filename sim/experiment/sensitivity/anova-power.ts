import { betaQuantile, betaStep, incompleteBeta, logGamma } from '../../exact/beta.ts';
import { exp, log } from '../../exact/exact-math.ts';

/** The value that an F variable exceeds with probability `alpha`. */
export function fCritical(alpha: number, between: number, within: number): number {
  const y = betaQuantile(alpha, within / 2, between / 2);
  return (within * (1 - y)) / (between * y);
}

/**
 * Probability that a noncentral F variable exceeds `f`: beta probabilities weighted by a Poisson distribution (Johnson, Kotz &
 * Balakrishnan 1995, 30.10). The sum leaves out what is nine standard deviations from its middle, less than 1e-16.
 */
export function noncentralFTail(f: number, between: number, within: number, noncentrality: number): number {
  const y = within / (within + between * f);
  const half = noncentrality / 2;
  const reach = 9 * Math.sqrt(half);
  const from = Math.max(0, Math.floor(half - reach));
  const to = Math.ceil(half + reach + 40);
  // Each tail is the one before and a positive step, so no digits cancel.
  let tail = incompleteBeta(y, within / 2, between / 2 + from);
  let sum = 0;
  for (let j = from; j <= to; j++) {
    const weight = half === 0 ? +(j === 0) : exp(j * log(half) - half - logGamma(j + 1));
    sum += weight * tail;
    tail += betaStep(1 - y, between / 2 + j, within / 2);
  }
  return Math.min(1, sum);
}

/** Above this noncentrality the sum gets long, and the power is 1 but for far digits. */
const MOST_NONCENTRAL = 1_000_000;

/**
 * Power of a one-way analysis of variance: how likely its F test finds an effect of this size (Cohen 1988, chapter 8).
 * @param runs of all groups together, more than `groups`.
 * @param effect Cohen’s f: standard deviation of the group means over that within groups.
 */
export function anovaPower(groups: number, runs: number, effect: number, alpha: number): number {
  const [between, within] = [groups - 1, runs - groups];
  const noncentrality = Math.min(MOST_NONCENTRAL, effect * effect * runs);
  return noncentralFTail(fCritical(alpha, between, within), between, within, noncentrality);
}

/** The fewest replicates a group, at least 2, with which the power is reached. @param effect above 0. */
export function replicatesForPower(groups: number, effect: number, alpha: number, power: number): number {
  const isEnough = (replicates: number): boolean => anovaPower(groups, groups * replicates, effect, alpha) >= power;
  let enough = 2;
  while (!isEnough(enough)) enough *= 2;
  let short = enough === 2 ? 1 : enough / 2;
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else short = middle;
  }
  return enough;
}
