import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalProbability, normalQuantile } from '../../../sim/exact/normal.ts';
import { always } from '../arbitrary.ts';

const relative = (got: number, wanted: number): number => Math.abs(got / wanted - 1);

describe('the quantile of the standard normal distribution', () => {
  // The first three are the check values of Wichura (1988); the others from 30 digits of erfc.
  it.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [1e-300, -37.0470962993612],
  ])('at %d is %d', (p, wanted) => {
    expect(relative(normalQuantile(p), wanted)).toBeLessThan(1e-15);
  });

  it('is 0 in the middle, infinite at the ends and nothing beyond them', () => {
    expect([0, 0.5, 1].map(normalQuantile)).toEqual([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY]);
    expect([-0.1, 1.1, Number.NaN].map(normalQuantile)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('is the inverse of the probability', () => {
    always(fc.double({ min: -37, max: 5, noNaN: true }), (x) => {
      expect(normalQuantile(normalProbability(x))).toBeCloseTo(x, 9);
    });
  });
});

describe('the probability below a value', () => {
  // Abramowitz & Stegun (1964), tables 26.1 and 26.2.
  it.each([
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517795],
    [3, 0.9986501019683699],
    [-5, 2.866515718791939e-7],
    [-10, 7.619853024160527e-24],
  ])('%d is %d', (x, wanted) => {
    expect(relative(normalProbability(x), wanted)).toBeLessThan(1e-14);
  });

  it('never falls, and is mirrored', () => {
    const value = fc.double({ min: -40, max: 40, noNaN: true });
    always(fc.tuple(value, value), ([x, y]) => {
      expect(normalProbability(Math.min(x, y))).toBeLessThanOrEqual(normalProbability(Math.max(x, y)));
      expect(normalProbability(x) + normalProbability(-x)).toBeCloseTo(1, 15);
    });
  });

  it('is 0 and 1 at the infinities', () => {
    expect([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(normalProbability)).toEqual([0, 1]);
  });
});
