import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  meanInterval,
  sampleQuantiles,
  shiftedMean,
  studentQuantile,
  varianceOf,
} from '../../../../sim/experiment/sensitivity/intervals.ts';
import { always } from '../../arbitrary.ts';

describe('the quantile of Student’s t', () => {
  // Fisher & Yates (1963), table III.
  it.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 4, 2.776],
    [0.975, 9, 2.262],
    [0.975, 30, 2.042],
    [0.975, 120, 1.98],
    [0.995, 10, 3.169],
    [0.95, 20, 1.725],
    [0.025, 9, -2.262],
    [0.5, 9, 0],
  ])('at %d with %i degrees of freedom is %d', (p, freedom, wanted) => {
    expect(studentQuantile(p, freedom)).toBeCloseTo(wanted, 3);
  });

  it('has a closed form with one and with two degrees of freedom, and is normal with very many', () => {
    always(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
      expect(studentQuantile(p, 1) / Math.tan(Math.PI * (p - 0.5) + 1e-300)).toBeCloseTo(1, 9);
      expect(studentQuantile(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 9);
    });
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(1.959964, 5);
  });
});

describe('the interval of a mean', () => {
  // “Student” (1908), the hours of sleep that ten patients gained: 2.33 ± 1.43.
  it('is that of Student’s patients', () => {
    const found = meanInterval(Float64Array.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4));
    expect(found.n).toBe(10);
    expect(found.mean).toBeCloseTo(2.33, 12);
    expect(found.sd).toBeCloseTo(2.00225, 5);
    expect(found.low).toBeCloseTo(0.8976775, 6);
    expect(found.high).toBeCloseTo(3.7623225, 6);
  });

  it('leaves out runs without a value', () => {
    expect(meanInterval(Float64Array.of(1, Number.NaN, 3))).toEqual(meanInterval(Float64Array.of(1, 3)));
  });

  it('has no width for one run, and no mean for none', () => {
    expect(meanInterval(Float64Array.of(2))).toEqual({
      n: 1,
      mean: 2,
      low: Number.NaN,
      high: Number.NaN,
      sd: Number.NaN,
    });
    expect(meanInterval(new Float64Array(3).fill(Number.NaN)).mean).toBeNaN();
  });

  it('is the value itself, exactly, where all are equal', () => {
    always(fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 2, max: 50 })), ([x, n]) => {
      const values = new Float64Array(n).fill(x);
      expect(shiftedMean(values)).toBe(x + 0);
      expect(varianceOf(values)).toBe(0);
    });
  });
});

describe('quantiles of a sample', () => {
  // As R's quantile(c(1, 2, 4, 8), c(0, .1, .5, .9, 1)), type 7.
  it('lie between its values, linearly', () => {
    const found = sampleQuantiles(Float64Array.of(8, 1, 4, Number.NaN, 2), [0, 0.1, 0.5, 0.9, 1]);
    [1, 1.3, 3, 6.8, 8].forEach((wanted, k) => {
      expect(found[k]).toBeCloseTo(wanted, 12);
    });
  });

  it('are nothing for no value', () => {
    expect(sampleQuantiles(new Float64Array(), [0.5])).toEqual([Number.NaN]);
  });
});
