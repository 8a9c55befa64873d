import { clamp, exp, log } from '../../exact/exact-math.ts';
import type { SweepValue, Vary, VaryDistribution } from './spec.ts';

// From a coordinate of the unit cube to the value of an entry of `vary`.

export const isExpression = (vary: Vary): vary is Extract<Vary, { expression: string }> => 'expression' in vary;

export const nameOf = ({ as, path }: Vary): string => as ?? path;

/** The quantile of a distribution; its file says from where each is. */
export type QuantileOf = (distribution: VaryDistribution) => (u: number) => number;

/** The value at a coordinate in [0, 1]: a list is divided evenly, a whole number has an even share of its range. */
export function entryValue(vary: Exclude<Vary, { expression: string }>, u: number, quantileOf: QuantileOf): SweepValue {
  if ('values' in vary) return vary.values[Math.min(vary.values.length - 1, Math.floor(u * vary.values.length))]!;
  if ('distribution' in vary) {
    const { distribution: given } = vary;
    // Half a step beyond each end, so that the ends are as likely as the numbers between them.
    if (vary.whole && given.kind === 'uniform') return wholeAt(given.from, given.to, u);
    const value = quantileOf(given)(u);
    return vary.whole ? wholeWithin(given, value) : value;
  }
  const { from, to, scale } = vary;
  if (scale === 'log') {
    const value = quantileOf({ kind: 'loguniform', from, to })(u);
    return vary.whole ? wholeWithin(vary, value) : value;
  }
  return vary.whole ? wholeAt(from, to, u) : quantileOf({ kind: 'uniform', from, to })(u);
}

/** The nearest whole number within a range. */
const wholeWithin = (
  { from = -Infinity, to = Infinity }: { from?: number | undefined; to?: number | undefined },
  x: number,
) => clamp(Math.round(x), Math.ceil(from), Math.floor(to));

const wholeAt = (from: number, to: number, u: number): number => {
  const low = Math.ceil(from);
  const count = Math.floor(to) - low + 1;
  return low + Math.min(count - 1, Math.floor(u * count));
};

/** The number of values of an entry in a full design. */
export const levelCount = (vary: Exclude<Vary, { expression: string }>): number | undefined =>
  'values' in vary ? vary.values.length : 'steps' in vary ? vary.steps : undefined;

/** The values of an entry in a full design; undefined where it has no number of steps. */
export function levelsOf(vary: Exclude<Vary, { expression: string }>): readonly SweepValue[] | undefined {
  if ('values' in vary) return vary.values;
  if ('distribution' in vary || vary.steps === undefined) return undefined;
  const { from, to, steps, scale } = vary;
  return Array.from({ length: steps }, (_, k) => {
    if (k === 0) return vary.whole ? Math.ceil(from) : from;
    if (k === steps - 1) return vary.whole ? Math.floor(to) : to;
    const value = scale === 'log' ? logStep(from, to, k / (steps - 1)) : evenStep(from, to, k, steps - 1);
    return vary.whole ? wholeWithin(vary, value) : value;
  });
}

/** Twelve digits, so that the steps from 1 to 1,000 are 10 and 100 rather than their neighbours. */
const logStep = (from: number, to: number, share: number): number =>
  Number((from * exp(share * log(to / from))).toPrecision(12));

/** The k-th of n steps. Ends of few decimals are taken as whole numbers, whose quotient is the number as a person writes it: 0.3. */
function evenStep(from: number, to: number, k: number, n: number): number {
  const unit = Number(`1e${Math.max(decimals(from), decimals(to))}`);
  const sum = Math.round(from * unit) * (n - k) + Math.round(to * unit) * k;
  return Math.abs(sum) < MOST && n * unit < MOST ? sum / (n * unit) : from + ((to - from) * k) / n;
}

const MOST = Number.MAX_SAFE_INTEGER;

/** Digits behind the point; of numbers with an exponent too many to count. */
function decimals(x: number): number {
  const text = String(x);
  if (text.includes('e')) return 300;
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
}
