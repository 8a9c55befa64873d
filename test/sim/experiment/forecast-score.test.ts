import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASE_BRIER, brierOf, proportionOf } from '../../../sim/experiment/forecast-score.ts';
import { always } from '../arbitrary.ts';

describe('the share of so many runs', () => {
  // By hand from Wilson's formula, and as Newcombe (1998, table I) has them: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [20, 20, 0.8389, 1],
    [1, 1, 0.2065, 1],
  ])('%i of %i lies between %d and %d', (times, runs, low, high) => {
    const found = proportionOf(times, runs);
    expect(found.share).toBe(times / runs);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('never leaves its interval, nor the interval what a share can be', () => {
    const cases = fc
      .integer({ min: 1, max: 100_000 })
      .chain((runs) => fc.tuple(fc.nat({ max: runs }), fc.constant(runs)));
    always(cases, ([times, runs]) => {
      const { share, low, high } = proportionOf(times, runs);
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
    });
  });
});

describe('the Brier score of shares, as forecasts of what did happen,', () => {
  it.each([
    [[1, 1], 0],
    [[0, 0, 0], 1],
    [[0.5, 0.5], BASE_BRIER],
    [[1, 0.5, 0.2], (0 + 0.25 + 0.64) / 3],
  ])('of %j is %d', (shares, expected) => {
    expect(brierOf(shares)).toBeCloseTo(expected, 12);
  });
});
