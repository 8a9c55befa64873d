import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designDraws } from '../../../../sim/exact/design-draws.ts';
import { latinHypercube } from '../../../../sim/experiment/designs/latin-hypercube.ts';
import { always } from '../../arbitrary.ts';

const draws = (seed: number) => designDraws(String(seed), 'lhs');

describe('a Latin hypercube', () => {
  it('has one point in each stratum of each dimension', () => {
    always(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 6 }), fc.nat()), ([size, d, seed]) => {
      const points = latinHypercube(size, d, draws(seed));
      for (let k = 0; k < d; k++) {
        const strata = points.filter((_, at) => at % d === k).map((x) => Math.floor(x * size));
        expect(strata.sort()).toEqual(Float64Array.from({ length: size }, (_, stratum) => stratum));
      }
    });
  });

  it('is the same from the same draws, and pairs the strata at random', () => {
    const points = latinHypercube(1_000, 2, draws(1));
    expect(latinHypercube(1_000, 2, draws(1))).toEqual(points);
    let products = 0;
    for (let k = 0; k < 1_000; k++) products += (points[2 * k]! - 0.5) * (points[2 * k + 1]! - 0.5);
    // Five standard errors of a correlation.
    expect(Math.abs((products / 1_000) * 12)).toBeLessThan(5 / Math.sqrt(1_000));
  });

  it('places its points anywhere in their strata', () => {
    const places = latinHypercube(2_000, 1, draws(3)).map((x) => (x * 2_000) % 1);
    expect(places.reduce((sum, x) => sum + x, 0) / 2_000).toBeCloseTo(0.5, 1);
    expect(Math.min(...places)).toBeLessThan(0.01);
    expect(Math.max(...places)).toBeGreaterThan(0.99);
  });
});
