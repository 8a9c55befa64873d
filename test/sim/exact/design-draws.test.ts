import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { designDraws } from '../../../sim/exact/design-draws.ts';

const first = (draw: () => number, count: number): number[] => Array.from({ length: count }, draw);

describe('the random numbers of a design', () => {
  it('are those of seedrandom’s tychei, whose seed is name and seed', () => {
    const reference = seedrandom.tychei('lhs/7');
    expect(first(designDraws('7', 'lhs'), 100)).toEqual(first(reference.double, 100));
  });

  it('are others with another seed or another name', () => {
    const drawn = [designDraws('7', 'lhs'), designDraws('8', 'lhs'), designDraws('7', 'random')].map((draw) => draw());
    expect(new Set(drawn).size).toBe(3);
  });

  it('are uniform within (0, 1)', () => {
    const drawn = first(designDraws('1', 'random'), 20_000);
    expect(drawn.every((x) => x > 0 && x < 1)).toBe(true);
    expect(drawn.reduce((sum, x) => sum + x, 0) / drawn.length).toBeCloseTo(0.5, 2);
  });
});
