import { describe, expect, it } from 'vitest';
import { simplex } from '../../../sim/analysis/simplex.ts';
import { close } from './coalition-games.ts';

describe('a linear programme', () => {
  const programme = (rows: number[][], right: number[], cost: number[]) =>
    simplex({
      rows: rows.map((row) => Float64Array.from(row)),
      right: Float64Array.from(right),
      cost: Float64Array.from(cost),
    });

  it('is solved, its prices with it', () => {
    // Least 2a + 3b where a + b − s = 4, a + 3b − t = 6: a = 3, b = 1.
    const { cost, y, prices } = programme(
      [
        [1, 1, -1, 0],
        [1, 3, 0, -1],
      ],
      [4, 6],
      [2, 3, 0, 0],
    )!;
    expect(cost).toBeCloseTo(9, 12);
    close(y, [3, 1, 0, 0], 12);
    close(prices, [1.5, 0.5], 12);
  });

  it('takes a right side below 0 and a row said twice', () => {
    const { cost, y } = programme(
      [
        [-1, -1],
        [1, 1],
      ],
      [-2, 2],
      [1, 3],
    )!;
    expect(cost).toBeCloseTo(2, 12);
    close(y, [2, 0], 12);
  });

  it('without a solution or an end has no answer', () => {
    expect(programme([[1], [1]], [1, 2], [1])).toBeUndefined();
    expect(programme([[1, -1]], [1], [-1, 0])).toBeUndefined();
  });
});
