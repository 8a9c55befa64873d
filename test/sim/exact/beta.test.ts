import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, betaStep, incompleteBeta, logGamma } from '../../../sim/exact/beta.ts';
import { always } from '../arbitrary.ts';

describe('the logarithm of the gamma function', () => {
  it.each([
    [0.5, Math.log(Math.PI) / 2],
    [1, 0],
    [2, 0],
    [3, Math.log(2)],
    [11, Math.log(3_628_800)],
    [100, 359.1342053695754], // ln 99!
  ])('at %d is %d', (x, wanted) => {
    expect(logGamma(x)).toBeCloseTo(wanted, 12);
  });

  it('grows by log x from x to x + 1', () => {
    always(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
      expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 9);
    });
  });
});

describe('the incomplete beta function', () => {
  it.each([
    ['1 − (1 − x)^b with a = 1', 0.2, 1, 7, 1 - 0.8 ** 7],
    ['x^a with b = 1', 0.7, 3.5, 1, 0.7 ** 3.5],
    ['the arcsine law with both ½', 0.1, 0.5, 0.5, (2 / Math.PI) * Math.asin(Math.sqrt(0.1))],
    ['a binomial tail with whole numbers', 0.3, 2, 3, 0.3483],
    ['one half in the middle of a symmetric one', 0.5, 1_000, 1_000, 0.5],
    ['0 at 0', 0, 2, 3, 0],
    ['1 at 1', 1, 2, 3, 1],
  ])('is %s', (_, x, a, b, wanted) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(wanted, 11);
  });

  const shape = fc.double({ min: 0.5, max: 500, noNaN: true });
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  it('is its mirror, and steps by betaStep', () => {
    always(fc.tuple(share, shape, shape), ([x, a, b]) => {
      expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 11);
      expect(incompleteBeta(x, a, b) - incompleteBeta(x, a + 1, b)).toBeCloseTo(betaStep(x, a, b), 11);
    });
  });

  it('is inverted by its quantile', () => {
    always(fc.tuple(share, shape, shape), ([p, a, b]) => {
      expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
    });
  });
});
