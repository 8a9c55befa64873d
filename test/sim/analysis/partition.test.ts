import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSizes } from '../../../sim/analysis/coalition-sizes.ts';
import { bestPartition, membersOf } from '../../../sim/analysis/partition.ts';
import { always } from '../arbitrary.ts';
import { game, partitionsOf, upTo } from './coalition-games.ts';

describe('the best structure', () => {
  it('is the best of all partitions, and its ties are counted', () => {
    always(
      game(6),
      ({ n, worth }) => {
        const values = partitionsOf(upTo(n)).map((blocks) => blocks.reduce((sum, block) => sum + worth[block]!, 0));
        const most = Math.max(...values);
        const found = bestPartition(n, worth);
        expect(found.worth).toBeCloseTo(most, 9);
        expect(found.ties).toBe(values.filter((x) => x === most).length);
        expect(found.partitions).toHaveLength(Math.min(100, found.ties));
        expect(new Set(found.partitions.map((blocks) => blocks.join())).size).toBe(found.partitions.length);
        for (const blocks of found.partitions) {
          expect(blocks.reduce((sum, block) => sum + worth[block]!, 0)).toBeCloseTo(most, 9);
          expect(blocks.reduce((all, block) => all | block, 0)).toBe(worth.length - 1);
        }
      },
      100,
    );
  });

  it('of fifteen players to whom it is all the same has a tie in every partition', () => {
    const found = bestPartition(15, new Float64Array(1 << 15));
    expect(found).toMatchObject({ worth: 0, ties: 1_382_958_545 });
    expect(found.partitions).toHaveLength(100);
    expect(membersOf(0b10110)).toEqual([2, 3, 5]);
  });

  it('by sizes is the best of all ways to write the number as a sum', () => {
    const sums = (left: number, most: number): number[][] =>
      left === 0
        ? [[]]
        : upTo(Math.min(left, most)).flatMap((k) => sums(left - k - 1, k + 1).map((rest) => [k + 1, ...rest]));
    always(fc.array(fc.integer({ min: -4, max: 9 }), { minLength: 1, maxLength: 11 }), (worth) => {
      const values = sums(worth.length, worth.length).map((sizes) =>
        sizes.reduce((sum, size) => sum + worth[size - 1]!, 0),
      );
      const most = Math.max(...values);
      const found = bestSizes(worth);
      expect(found.best).toBe(most);
      expect(found.ties).toBe(values.filter((x) => x === most).length);
      for (const sizes of found.structures) {
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(worth.length);
        expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
      }
    });
  });
});
