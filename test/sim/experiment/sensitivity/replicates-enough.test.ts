import { describe, expect, it } from 'vitest';
import { designDraws } from '../../../../sim/exact/design-draws.ts';
import { normalQuantile } from '../../../../sim/exact/normal.ts';
import { replicatesForPower } from '../../../../sim/experiment/sensitivity/anova-power.ts';
import { cohensF, replicatesEnough, stableFrom } from '../../../../sim/experiment/sensitivity/replicates-enough.ts';

/** `groups` points whose means differ by Cohen's f, with normal luck of variance 1. */
function sweep(groups: number, replicates: number, effect: number, seed = 1): Float64Array[] {
  const draw = designDraws(String(seed), 'sweep');
  const spread = Math.sqrt((groups * groups - 1) / 12) || 1; // of 0, 1, 2, …
  return Array.from({ length: groups }, (_, k) =>
    new Float64Array(replicates).map(() => (effect * k) / spread + normalQuantile(draw())),
  );
}

describe('Cohen’s f of a sweep', () => {
  it.each([0.1, 0.25, 0.4, 1])('is the one that it was made with: %d', (effect) => {
    expect(Math.abs(cohensF(sweep(5, 4_000, effect)) - effect)).toBeLessThan(0.02);
  });

  it('does not take for an effect what luck adds to the means of a few runs', () => {
    const found = Array.from({ length: 40 }, (_, seed) => cohensF(sweep(20, 3, 0, seed)) ** 2);
    // Without the correction it would be 19 / 40 in the mean.
    expect(found.reduce((sum, x) => sum + x, 0) / found.length).toBeLessThan(0.08);
  });

  it('is by hand', () => {
    // Between 9, within 4, 4 runs: F = 4.5, f² = 3.5 / 4.
    expect(cohensF([Float64Array.of(0, 2), Float64Array.of(3, 5)])).toBeCloseTo(Math.sqrt(3.5 / 4), 12);
    expect(cohensF([Float64Array.of(1, 1), Float64Array.of(2, 2)])).toBe(Number.POSITIVE_INFINITY);
    expect(cohensF([Float64Array.of(1, 1), Float64Array.of(1, 1)])).toBe(0);
  });
});

describe('whether the replicates of several points are enough', () => {
  it.each([
    [4, 0.25, 30, false],
    [4, 0.25, 300, true],
    [10, 0.4, 8, false],
    [10, 0.4, 60, true],
    [2, 0.8, 5, false],
    [2, 0.8, 60, true],
  ])('is as the power says: %i points, f = %d, %i replicates: %s', (groups, effect, replicates, enough) => {
    const verdict = replicatesEnough(sweep(groups, replicates, effect));
    expect(verdict.enough).toBe(enough);
    expect(verdict.rule).toContain('Secchi & Seri (2017)');
    expect(verdict.enough).toBe(verdict.needed! <= replicates);
  });

  it('names the replicates that the exact effect needs, from enough runs', () => {
    const needed = replicatesForPower(4, 0.25, 0.01, 0.95);
    expect(Math.abs(replicatesEnough(sweep(4, 20_000, 0.25)).needed! / needed - 1)).toBeLessThan(0.15);
  });

  it('seeks no effect that is less than small', () => {
    const verdict = replicatesEnough(sweep(4, 4_000, 0));
    expect(verdict).toMatchObject({ enough: true, needed: replicatesForPower(4, 0.1, 0.01, 0.95) });
    expect(verdict.rule).toContain('f = 0.1, the least one sought');
  });

  it('is not shown by one replicate a point, and by two where luck does nothing', () => {
    expect(replicatesEnough([Float64Array.of(1), Float64Array.of(2)])).toMatchObject({ enough: false, needed: 2 });
    expect(replicatesEnough([Float64Array.of(1, 1), Float64Array.of(2, 2)])).toMatchObject({ enough: true, needed: 2 });
  });

  it('leaves out runs without a value, and points that have none', () => {
    const points = sweep(4, 50, 0.4);
    const holes = [...points.map((values) => Float64Array.of(Number.NaN, ...values)), Float64Array.of(Number.NaN)];
    expect(replicatesEnough(holes)).toEqual(replicatesEnough(points));
  });
});

describe('whether the replicates of one point are enough', () => {
  const normal = (count: number, mean: number, sd: number) => sweep(1, count, 0)[0]!.map((z) => mean + sd * z);

  it('is as soon as the coefficient of variation has settled (Lee et al. 2015)', () => {
    const values = normal(2_000, 10, 2);
    const verdict = replicatesEnough([values]);
    expect(verdict.enough).toBe(true);
    expect(verdict.rule).toContain('Lee et al. (2015)');
    // By the definition, word by word.
    const variation = (n: number): number => {
      const part = [...values.subarray(0, n)];
      const mean = part.reduce((sum, x) => sum + x, 0) / n;
      return Math.sqrt(part.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1)) / Math.abs(mean);
    };
    const isStable = (n: number): boolean => {
      for (let m = n + 1; m <= values.length; m++) if (Math.abs(variation(m) - variation(n)) >= 0.01) return false;
      return true;
    };
    expect(isStable(verdict.needed!)).toBe(true);
    for (let n = 2; n < Math.min(40, verdict.needed!); n++) expect(isStable(n)).toBe(false);
  });

  it('needs more runs where they vary more', () => {
    expect(stableFrom(normal(20_000, 10, 5))!).toBeGreaterThan(stableFrom(normal(20_000, 10, 1))!);
  });

  it('is not told by few runs, or by a mean of nothing', () => {
    expect(replicatesEnough([Float64Array.of(1, 5, 2)])).toMatchObject({ enough: false, needed: null });
    expect(replicatesEnough([normal(200, 0, 1)]).enough).toBe(false);
    expect(replicatesEnough([]).enough).toBe(false);
    expect(replicatesEnough([Float64Array.of(1)]).enough).toBe(false);
  });

  it('is at once where all are equal', () => {
    expect(stableFrom(new Float64Array(10).fill(3))).toBe(2);
    expect(stableFrom(new Float64Array(10))).toBe(2);
  });
});
