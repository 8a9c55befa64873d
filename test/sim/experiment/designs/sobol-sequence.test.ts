import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designDraws } from '../../../../sim/exact/design-draws.ts';
import { SOBOL_DIMENSIONS } from '../../../../sim/experiment/designs/joe-kuo.ts';
import { randomDesign } from '../../../../sim/experiment/designs/random-design.ts';
import { sobolPoints, sobolWords } from '../../../../sim/experiment/designs/sobol-sequence.ts';
import { always } from '../../arbitrary.ts';

const column = (points: Float64Array, dimensions: number, d: number): Float64Array =>
  points.filter((_, at) => at % dimensions === d);

/** Which of `count` equal strata each value is in, in order. */
const strata = (values: Float64Array, count: number): number[] =>
  [...values].map((x) => Math.floor(x * count)).sort((a, b) => a - b);

const everyStratum = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

describe('the Sobol’ sequence without scrambling', () => {
  it('begins as Joe & Kuo print it', () => {
    const wanted = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ];
    expect([...sobolWords(10, 3)].map((word) => word / 2 ** 32)).toEqual(wanted.flat());
  });

  // As scipy 1.17 has them: qmc.Sobol(256, scramble=False, bits=32).
  it.each([
    [5, [3758096384, 2684354560, 3758096384, 1610612736, 1610612736, 3758096384]],
    [1000, [415236096, 2243952640, 2059403264, 801112064, 3619684352, 1069547520]],
    [4095, [4042260480, 969932800, 2609905664, 4134535168, 3566206976, 2632974336]],
  ])('has at point %i of the dimensions 2, 21, 50, 100, 200 and 256 the published words', (point, wanted) => {
    const words = sobolWords(point + 1, 256).subarray(point * 256);
    expect([2, 21, 50, 100, 200, 256].map((d) => words[d - 1])).toEqual(wanted);
  });
});

describe('scrambled Sobol’ points', () => {
  it('have one point in each stratum of every dimension, at every power of two', () => {
    const points = sobolPoints(256, SOBOL_DIMENSIONS, 5);
    for (let d = 0; d < SOBOL_DIMENSIONS; d++) {
      const values = column(points, SOBOL_DIMENSIONS, d);
      for (let n = 1; n <= 256; n *= 2) expect(strata(values.subarray(0, n), n)).toEqual(everyStratum(n));
    }
  });

  it('have one point in each box of equal volume in the first two dimensions, whatever its shape', () => {
    always(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.maxSafeInteger()), ([m, seed]) => {
      const points = sobolPoints(2 ** m, 2, seed);
      const [first, second] = [column(points, 2, 0), column(points, 2, 1)];
      for (let wide = 0; wide <= m; wide++) {
        const [across, up] = [2 ** wide, 2 ** (m - wide)];
        const boxes = [...first].map((x, k) => Math.floor(x * across) * up + Math.floor(second[k]! * up));
        expect(boxes.sort((a, b) => a - b)).toEqual(everyStratum(2 ** m));
      }
    });
  });

  it('stay strictly within the unit cube, and a larger design begins with them', () => {
    always(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.maxSafeInteger()), ([dimensions, seed]) => {
      const points = sobolPoints(64, dimensions, seed);
      expect(points.every((x) => x > 0 && x < 1)).toBe(true);
      expect(sobolPoints(128, dimensions, seed).subarray(0, points.length)).toEqual(points);
    });
  });

  it('are each uniform over the seeds: the first point too', () => {
    const firsts = Float64Array.from({ length: 4_096 }, (_, seed) => sobolPoints(1, 2, seed)[1]!);
    // χ² on 15 degrees of freedom at p = 1e-6, and five standard errors of a mean.
    const counts = new Float64Array(16);
    for (const x of firsts) counts[Math.floor(x * 16)]!++;
    expect(counts.reduce((sum, seen) => sum + (seen - 256) ** 2 / 256, 0)).toBeLessThan(57);
    expect(Math.abs(firsts.reduce((sum, x) => sum + x - 0.5, 0) / 4_096)).toBeLessThan(5 / Math.sqrt(12 * 4_096));
  });

  it('find a mean of five inputs far better than random points', () => {
    const size = 1_024;
    const errorOf = (points: Float64Array): number => {
      let sum = 0;
      for (let k = 0; k < size; k++)
        sum += points.subarray(5 * k, 5 * k + 5).reduce((product, x) => product * (1 + 0.8 * (x - 0.5)), 1);
      return (sum / size - 1) ** 2;
    };
    const meanError = (design: (seed: number) => Float64Array): number =>
      Math.sqrt(everyStratum(20).reduce((sum, seed) => sum + errorOf(design(seed)), 0) / 20);
    const random = meanError((seed) => randomDesign(size, 5, designDraws(String(seed), 'random')));
    expect(meanError((seed) => sobolPoints(size, 5, seed))).toBeLessThan(random / 30);
  });

  it.each([
    [0, 3],
    [3, 3],
    [1_000, 3],
    [1.5, 3],
    [Number.NaN, 3],
    [2 ** 31, 3],
  ])('are refused at a size of %d', (size, dimensions) => {
    expect(() => sobolPoints(size, dimensions, 1)).toThrow(
      `a Sobol’ sequence is balanced at powers of two only, up to 2^30, not at ${size} points`,
    );
  });

  it('are refused in more dimensions than there are direction numbers for', () => {
    expect(() => sobolPoints(2, 257, 1)).toThrow('a Sobol’ sequence has at most 256 dimensions here, not 257');
  });
});
