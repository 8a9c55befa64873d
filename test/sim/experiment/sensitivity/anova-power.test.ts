import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anovaPower,
  fCritical,
  noncentralFTail,
  replicatesForPower,
} from '../../../../sim/experiment/sensitivity/anova-power.ts';
import { always } from '../../arbitrary.ts';

describe('the critical value of F', () => {
  // Pearson & Hartley (1966), table 18.
  it.each([
    [0.05, 1, 10, 4.96],
    [0.05, 3, 20, 3.1],
    [0.01, 2, 20, 5.85],
    [0.01, 5, 60, 3.34],
    [0.01, 1, 10, 10.04],
  ])('at %d with %i and %i degrees of freedom is %d', (alpha, between, within, wanted) => {
    expect(fCritical(alpha, between, within)).toBeCloseTo(wanted, 2);
  });
});

describe('the tail of the noncentral F distribution', () => {
  // As scipy 1.17 has them: stats.ncf.sf(f, between, within, noncentrality).
  it.each([
    [2.5, 3, 20, 4.5, 0.446478251650216],
    [1, 2, 5, 1, 0.5672781991545531],
  ])('beyond %d with %i, %i and λ = %d is %d', (f, between, within, noncentrality, wanted) => {
    expect(noncentralFTail(f, between, within, noncentrality)).toBeCloseTo(wanted, 12);
  });

  const freedom = fc.integer({ min: 1, max: 200 });
  it('without noncentrality is that of F, and grows with it', () => {
    const level = fc.double({ min: 0.001, max: 0.5, noNaN: true });
    const shift = fc.double({ min: 0, max: 200, noNaN: true });
    always(fc.tuple(level, freedom, freedom, shift), ([alpha, between, within, lambda]) => {
      const f = fCritical(alpha, between, within);
      const [none, some, more] = [0, lambda, lambda + 1].map((x) => noncentralFTail(f, between, within, x));
      expect(none).toBeCloseTo(alpha, 9);
      expect(some! >= none! - 1e-12 && more! >= some! - 1e-12 && more! <= 1).toBe(true);
    });
  });
});

describe('the power of an analysis of variance', () => {
  // R's power.anova.test(groups = 4, n = 5, between.var = 1, within.var = 3), from its manual: f² = ¾ · 1 / 3.
  it('is that of R’s manual', () => {
    expect(anovaPower(4, 20, 0.5, 0.05)).toBeCloseTo(0.3535594, 6);
  });

  it.each([
    // R's manual: n = 11.92613, and 15.18834 for the means 120, 130, 140, 150 with a variance within of 500.
    [4, Math.sqrt(0.25), 0.05, 0.8, 12],
    [4, Math.sqrt(125 / 500), 0.05, 0.9, 16],
    // Cohen (1988), as G*Power has the totals: 128, 159, 180, 66, 969.
    [2, 0.25, 0.05, 0.8, 64],
    [3, 0.25, 0.05, 0.8, 53],
    [4, 0.25, 0.05, 0.8, 45],
    [3, 0.4, 0.05, 0.8, 22],
    [3, 0.1, 0.05, 0.8, 323],
  ])(
    'of %i groups with f = %d at α = %d reaches %d with %i replicates each',
    (groups, effect, alpha, power, wanted) => {
      expect(replicatesForPower(groups, effect, alpha, power)).toBe(wanted);
    },
  );

  // Seri & Secchi (2017, table 11.4) approximate the runs for α = .01 and a power of .95 by a formula.
  it.each([
    [2, 0.1, 875.55],
    [2, 0.2, 221.02],
    [2, 0.4, 55.79],
    [3, 0.1, 675.44],
    [5, 0.1, 487.08],
    [5, 0.2, 122.96],
    [10, 0.1, 312.57],
    [10, 0.2, 78.9],
    [10, 0.4, 19.92],
    [20, 0.2, 50.63],
    [50, 0.1, 111.58],
    [100, 0.1, 71.6],
    [100, 0.2, 18.08],
  ])('of %i points with f = %d needs about as many runs as Secchi & Seri say: %d', (groups, effect, wanted) => {
    const needed = replicatesForPower(groups, effect, 0.01, 0.95);
    expect(Math.abs(needed - wanted)).toBeLessThan(0.06 * wanted + 2.5);
  });

  it('grows with the runs and with the effect', () => {
    const effect = fc.double({ min: 0.05, max: 2, noNaN: true });
    always(fc.tuple(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 2, max: 50 }), effect), ([groups, n, f]) => {
      const power = anovaPower(groups, groups * n, f, 0.01);
      expect(anovaPower(groups, groups * (n + 1), f, 0.01)).toBeGreaterThanOrEqual(power - 1e-9);
      expect(anovaPower(groups, groups * n, 1.1 * f, 0.01)).toBeGreaterThanOrEqual(power - 1e-9);
    });
  });

  it('is 1 for effects beyond measure, and two replicates are enough for them', () => {
    expect(anovaPower(10, 1_000, 1e9, 0.01)).toBeCloseTo(1, 9);
    expect(replicatesForPower(10, Number.POSITIVE_INFINITY, 0.01, 0.95)).toBe(2);
  });
});
