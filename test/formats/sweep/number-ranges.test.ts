import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingFrom, rangesText } from '../../../formats/sweep/number-ranges.ts';
import { always } from '../../sim/arbitrary.ts';

describe('a list of numbers as schedulers take it', () => {
  it.each<[number[], string]>([
    [[], ''],
    [[0], '0'],
    [[3, 17, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52], '3,17,40-52'],
    [[0, 1], '0-1'],
    [[0, 2, 4], '0,2,4'],
    [[9, 10, 12], '9-10,12'],
  ])('writes %j as %j', (numbers, text) => {
    expect(rangesText(numbers)).toBe(text);
  });

  it('names every number once, in order', () => {
    always(fc.uniqueArray(fc.nat({ max: 60 })), (some) => {
      const numbers = some.sort((a, b) => a - b);
      const read = rangesText(numbers)
        .split(',')
        .filter((part) => part !== '')
        .flatMap((part) => {
          const [from = 0, to = from] = part.split('-').map(Number);
          return Array.from({ length: to - from + 1 }, (_, k) => from + k);
        });
      expect(read).toEqual(numbers);
    });
  });

  it('has what is missing', () => {
    expect(missingFrom([0, 2, 9], 4)).toEqual([1, 3]);
    expect(missingFrom([12], 3, 10)).toEqual([10, 11]);
    expect(missingFrom([], 0)).toEqual([]);
  });
});
