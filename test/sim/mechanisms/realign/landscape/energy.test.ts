import { describe, expect, it } from 'vitest';
import { energyOf, propensity } from '../../../../../sim/mechanisms/realign/landscape/energy.ts';

describe('a propensity', () => {
  const pairs = [1, 2, 3, 4, 5, 6];
  const full = [9, 1, 2, 3, 1, 9, 4, 5, 2, 4, 9, 6, 3, 5, 6, 9];
  it.each<[string, number | number[], (i: number, j: number) => number]>([
    ['one number', -2, () => -2],
    ['a list of one', [-2], () => -2],
    ['one a pair', pairs, (i, j) => full[i * 4 + j]!],
    ['one an ordered pair', full, (i, j) => full[i * 4 + j]!],
  ])('may be given as %s', (_, propensities, expected) => {
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++)
        if (i !== j) expect(propensity([{ weight: 1, propensities }], 4, i, j)).toBe(expected(i, j));
  });

  it('is the weighed sum of its factors, made symmetric', () => {
    const factors = [
      { weight: 2, propensities: [0, 3, -1, 0] },
      { weight: 0, propensities: 7 },
      { weight: 1, propensities: 1 },
    ];
    expect(propensity(factors, 2, 0, 1)).toBe(3);
    expect(propensity(factors, 2, 1, 0)).toBe(3);
  });
});

it('an energy counts each pair twice', () => {
  expect(energyOf(2, () => -3, [0, 1])).toBe(-6);
  expect(energyOf(2, () => -3, [1, 1])).toBe(0);
});
