import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { core, coreVertices } from '../../../sim/analysis/core.ts';
import { tabulate } from '../../../sim/analysis/shapley.ts';
import { always } from '../arbitrary.ts';
import { close, game, sumOver } from './coalition-games.ts';

describe('the core', () => {
  it('of three is empty as Bondareva and Shapley say', () => {
    always(
      fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 7, maxLength: 7 }),
      (values) => {
        const [a, b, ab, c, ac, bc, abc] = values as [number, number, number, number, number, number, number];
        const needed = Math.max(a + b + c, ab + c, ac + b, bc + a, (ab + ac + bc) / 2);
        const found = core(3, Float64Array.of(0, ...values));
        expect(found.needed).toBeCloseTo(needed, 9);
        expect(found.point.length === 0).toBe(needed > abc);
      },
      300,
    );
  });

  it('holds its point and its corners, and has corners where it has a point', () => {
    always(
      game(4, 0, 8),
      ({ n, worth }) => {
        worth[worth.length - 1] = worth[worth.length - 1]! + 4;
        const { point } = core(n, worth);
        const corners = coreVertices(n, worth);
        expect(corners.length > 0).toBe(point.length > 0);
        for (const x of point.length > 0 ? [point, ...corners] : []) {
          expect(sumOver(x, worth.length - 1)).toBeCloseTo(worth[worth.length - 1]!, 8);
          worth.forEach((value, set) => {
            expect(sumOver(x, set)).toBeGreaterThanOrEqual(value - 1e-7);
          });
        }
      },
      150,
    );
  });

  it('of a game of right and left gloves is known', () => {
    const gloves = tabulate(3, (inside) => Math.min(inside[0]! + inside[1]!, inside[2]!));
    expect(coreVertices(3, gloves)).toEqual([[0, 0, 1]]);
    expect(coreVertices(2, Float64Array.of(0, 0, 0, 1))).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('is found of twelve players', () => {
    const found = core(
      12,
      tabulate(12, (inside) => inside.reduce((sum, x) => sum + x, 0) ** 2),
    );
    close(found.point, new Array<number>(12).fill(12), 6);
  });
});
