import { describe, expect, it } from 'vitest';
import { firstDifference } from '../../../viz/run-view/first-difference.ts';

describe('two runs', () => {
  const digests = (...words: number[]) => ({ ticks: words.length / 2, digests: Uint32Array.from(words) });

  it.each([
    [digests(1, 2, 3, 4), digests(1, 2, 3, 4), null],
    [digests(1, 2, 3, 4), digests(1, 2, 3, 5), 1],
    [digests(1, 2, 3, 4), digests(9, 2, 3, 4), 0],
    [digests(1, 2, 3, 4), digests(1, 2), 1],
  ])('differ first where their digests do', (a, b, first) => {
    expect(firstDifference(a, b)).toBe(first);
  });
});
