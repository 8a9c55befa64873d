import { describe, expect, it } from 'vitest';
import { designDraws } from '../../../../sim/exact/design-draws.ts';
import { randomDesign } from '../../../../sim/experiment/designs/random-design.ts';

const draws = (seed: number) => designDraws(String(seed), 'random');

describe('a random design', () => {
  it('is drawn point by point, so a larger one begins with it', () => {
    const small = randomDesign(50, 3, draws(1));
    expect(randomDesign(80, 3, draws(1)).subarray(0, small.length)).toEqual(small);
    expect(randomDesign(50, 3, draws(2))).not.toEqual(small);
  });

  it('stays in the unit cube', () => {
    expect(randomDesign(1_000, 4, draws(1)).every((x) => x >= 0 && x < 1)).toBe(true);
  });
});
