import { describe, expect, it } from 'vitest';
import { designDraws } from '../../../../sim/exact/design-draws.ts';
import { seedShare } from '../../../../sim/experiment/sensitivity/luck-share.ts';

/** Points of value `slope`·u with `replicates` runs each, whose luck is uniform. */
function sweep(points: number, replicates: number, slope: number): Float64Array[] {
  const draw = designDraws('1', 'sweep');
  return Array.from({ length: points }, (_, k) =>
    new Float64Array(replicates).map(() => (slope * (k + 0.5)) / points + draw()),
  );
}

describe('the share of luck in the variance', () => {
  it.each([
    [0, 1],
    [1, 1 / 2],
    [3, 1 / 10],
  ])('is what it is by construction with an input %d times as strong', (slope, wanted) => {
    expect(seedShare(sweep(500, 10, slope))).toBeCloseTo(wanted, 1);
    expect(Math.abs(seedShare(sweep(2_000, 10, slope))! - wanted)).toBeLessThan(0.02);
  });

  it('is exact by hand', () => {
    // Within: 2 and 2; all of 1, 3, 5, 7: 20 / 3.
    expect(seedShare([Float64Array.of(1, 3), Float64Array.of(5, 7)])).toBeCloseTo(0.3, 15);
    expect(seedShare([Float64Array.of(1, 3), Float64Array.of(1, 3)])).toBe(1);
    expect(seedShare([Float64Array.of(2, 2), Float64Array.of(5, 5)])).toBe(0);
  });

  it('leaves out runs without a value, and points with one run from what luck does', () => {
    expect(seedShare([Float64Array.of(1, 3, Number.NaN), Float64Array.of(5, 7), Float64Array.of(4)])).toBeCloseTo(
      2 / 5,
      15,
    );
  });

  it('is not told below two replicates, nor where nothing varies', () => {
    expect(seedShare([Float64Array.of(1), Float64Array.of(2)])).toBeNull();
    expect(seedShare([])).toBeNull();
    expect(seedShare([Float64Array.of(0.1, 0.1), Float64Array.of(0.1, 0.1)])).toBeNull();
  });
});
