import { saltelliBlocks } from '../designs/saltelli.ts';
import { sampleQuantiles, shiftedMean } from './intervals.ts';

/** Shares of the variance that one factor explains, with 95 % intervals; NaN where the output does not vary. */
export interface SobolIndex {
  /** First order: alone. */
  s1: number;
  s1Low: number;
  s1High: number;
  /** Total: alone and together with others. */
  st: number;
  stLow: number;
  stHigh: number;
}

export interface SobolIndices {
  /** One for each input, by name, then one for `luck`. */
  indices: Record<string, SobolIndex>;
  /** Base points whose runs all have a value. */
  used: number;
  /** Base points left out, since a run of theirs has none. */
  dropped: number;
}

const RESAMPLES = 1_000;

/** What the estimators need of each base point. The outputs of A and B, centred; of each factor B·(AB − A), AB − A and its square. */
interface Terms {
  a: Float64Array;
  b: Float64Array;
  factors: { product: Float64Array; difference: Float64Array; square: Float64Array }[];
}

function termsOf(outputs: Float64Array, bases: readonly number[], rows: number): Terms {
  const column = (place: number): Float64Array => Float64Array.from(bases, (k) => outputs[k * rows + place]!);
  const [rawA, rawB] = [column(0), column(1)];
  const centre = shiftedMean(Float64Array.of(shiftedMean(rawA), shiftedMean(rawB)));
  const a = rawA.map((y) => y - centre);
  const b = rawB.map((y) => y - centre);
  const factors = Array.from({ length: rows - 2 }, (_, factor) => {
    const difference = column(factor + 2).map((y, k) => y - rawA[k]!);
    return { difference, product: difference.map((d, k) => d * b[k]!), square: difference.map((d) => d * d) };
  });
  return { a, b, factors };
}

/** s1 and st of each factor, where base point k counts `counts[k]` times. */
function estimates({ a, b, factors }: Terms, counts: Float64Array): { s1: number; st: number }[] {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < counts.length; k++) {
    const count = counts[k]!;
    n += count;
    sum += count * (a[k]! + b[k]!);
    squares += count * (a[k]! * a[k]! + b[k]! * b[k]!);
  }
  const mean = sum / (2 * n);
  const variance = squares / (2 * n) - mean * mean;
  return factors.map(({ product, difference, square }) => {
    let products = 0;
    let differences = 0;
    let total = 0;
    for (let k = 0; k < counts.length; k++) {
      const count = counts[k]!;
      products += count * product[k]!;
      differences += count * difference[k]!;
      total += count * square[k]!;
    }
    return { s1: (products - mean * differences) / n / variance, st: total / (2 * n) / variance };
  });
}

/**
 * First-order indices by the estimator of Saltelli et al. (2010), total ones by that of Jansen (1999), of outputs centred at their mean.
 * The intervals are percentiles of a bootstrap over the base points. They take these for independent, which points of a Sobol’
 * sequence are not: the true error is rather smaller.
 * @param outputs one a row of a Saltelli design, in its order; NaN where a run has none.
 * @param draw uniform in [0, 1).
 */
export function sobolIndices(outputs: Float64Array, inputs: readonly string[], draw: () => number): SobolIndices {
  const rows = saltelliBlocks(inputs.length);
  const size = Math.floor(outputs.length / rows);
  const bases: number[] = [];
  for (let k = 0; k < size; k++) if (!outputs.subarray(k * rows, (k + 1) * rows).some(Number.isNaN)) bases.push(k);
  const n = bases.length;
  const terms = termsOf(outputs, bases, rows);
  const found = estimates(terms, new Float64Array(n).fill(1));
  const resampled = found.map(() => ({ s1: new Float64Array(RESAMPLES), st: new Float64Array(RESAMPLES) }));
  const counts = new Float64Array(n);
  for (let r = 0; r < RESAMPLES; r++) {
    counts.fill(0);
    for (let k = 0; k < n; k++) counts[Math.floor(draw() * n)]!++;
    estimates(terms, counts).forEach(({ s1, st }, factor) => {
      resampled[factor]!.s1[r] = s1;
      resampled[factor]!.st[r] = st;
    });
  }
  const entries = found.map(({ s1, st }, factor): [string, SobolIndex] => {
    const [s1Low, s1High] = sampleQuantiles(resampled[factor]!.s1, [0.025, 0.975]);
    const [stLow, stHigh] = sampleQuantiles(resampled[factor]!.st, [0.025, 0.975]);
    return [inputs[factor] ?? 'luck', { s1, s1Low: s1Low!, s1High: s1High!, st, stLow: stLow!, stHigh: stHigh! }];
  });
  return { indices: Object.fromEntries(entries), used: n, dropped: size - n };
}
