import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designDraws } from '../../../../sim/exact/design-draws.ts';
import { morrisDesign } from '../../../../sim/experiment/designs/morris.ts';
import { always } from '../../arbitrary.ts';

const draws = (seed: number) => designDraws(String(seed), 'morris');
const cases = fc.tuple(
  fc.integer({ min: 1, max: 20 }),
  fc.integer({ min: 1, max: 8 }),
  fc.integer({ min: 1, max: 6 }).map((half) => 2 * half),
  fc.nat(),
);

describe('a Morris trajectory', () => {
  it('moves every input once, by Δ, and stays on the levels', () => {
    always(cases, ([size, d, levels, seed]) => {
      const { points, moved, steps } = morrisDesign(size, d, levels, draws(seed));
      const delta = levels / (2 * (levels - 1));
      const grid = new Set(Array.from({ length: levels }, (_, level) => level / (levels - 1)));
      expect(points.length).toBe(size * (d + 1) * d);
      expect(points.every((x) => grid.has(x))).toBe(true);
      for (let t = 0; t < size; t++) {
        const inputs = [...moved.subarray(t * d, (t + 1) * d)];
        expect(inputs.sort((a, b) => a - b)).toEqual(inputs.map((_, k) => k));
        for (let s = 0; s < d; s++) {
          const step = steps[t * d + s]!;
          expect(Math.abs(step)).toBe(delta);
          for (let i = 0; i < d; i++) {
            const at = (t * (d + 1) + s) * d + i;
            expect(points[at + d]! - points[at]!).toBeCloseTo(i === moved[t * d + s] ? step : 0, 14);
          }
        }
      }
    });
  });

  it('starts at any level of any input equally often, and moves in any order', () => {
    const size = 6_000;
    const { points, moved } = morrisDesign(size, 3, 4, draws(1));
    const levels = new Map<string, number>();
    const orders = new Map<string, number>();
    const count = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1);
    for (let t = 0; t < size; t++) {
      for (let d = 0; d < 3; d++) count(levels, `${d}: ${Math.round(3 * points[t * 12 + d]!)}`);
      count(orders, moved.subarray(t * 3, t * 3 + 3).join());
    }
    expect([levels.size, orders.size]).toEqual([12, 6]);
    // Five standard errors, of pairs.
    for (const seen of levels.values()) expect(Math.abs(seen - 1_500)).toBeLessThan(240);
    for (const seen of orders.values()) expect(Math.abs(seen - 1_000)).toBeLessThan(210);
  });

  it('begins a larger design', () => {
    const small = morrisDesign(7, 4, 4, draws(2));
    const large = morrisDesign(12, 4, 4, draws(2));
    expect(large.points.subarray(0, small.points.length)).toEqual(small.points);
    expect(large.steps.subarray(0, small.steps.length)).toEqual(small.steps);
    expect(large.moved.subarray(0, small.moved.length)).toEqual(small.moved);
  });

  it.each([0, 1, 3, 2.5, -4, Number.NaN, Number.POSITIVE_INFINITY])('is refused on %d levels', (levels) => {
    expect(() => morrisDesign(2, 2, levels, draws(1))).toThrow(
      `a Morris design needs an even number of levels, 2 or more, not ${levels}`,
    );
  });
});
