import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contested, equalAwards, equalLosses, talmud } from '../../../sim/analysis/bankruptcy.ts';
import { banzhafOf } from '../../../sim/analysis/banzhaf.ts';
import { bestSizes } from '../../../sim/analysis/coalition-sizes.ts';
import { core, coreVertices } from '../../../sim/analysis/core.ts';
import { nucleolus } from '../../../sim/analysis/nucleolus.ts';
import { bestPartition, membersOf } from '../../../sim/analysis/partition.ts';
import { shapleyOf, tabulate } from '../../../sim/analysis/shapley.ts';
import { simplex } from '../../../sim/analysis/simplex.ts';
import { always } from '../arbitrary.ts';

// Each against what is slower and plainer: all orders, all partitions, all rivals at random.

/** A game of 1 to `most` players with small whole worths, so that ties are common. */
const game = (most: number, low = -3, high = 9) =>
  fc
    .integer({ min: 1, max: most })
    .chain((n) =>
      fc
        .array(fc.integer({ min: low, max: high }), { minLength: 2 ** n - 1, maxLength: 2 ** n - 1 })
        .map((values) => ({ n, worth: Float64Array.of(0, ...values) })),
    );

const orders = (players: readonly number[]): number[][] =>
  players.length === 0 ? [[]] : players.flatMap((p) => orders(players.filter((q) => q !== p)).map((o) => [p, ...o]));

const partitionsOf = (players: readonly number[]): number[][] => {
  const [first, ...rest] = players;
  if (first === undefined) return [[]];
  return partitionsOf(rest).flatMap((blocks) => [
    [1 << first, ...blocks],
    ...blocks.map((_, k) => blocks.map((block, b) => (b === k ? block | (1 << first) : block))),
  ]);
};
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const sumOver = (x: readonly number[], set: number): number =>
  x.reduce((sum, value, i) => sum + ((set >> i) & 1 ? value : 0), 0);
const close = (found: ArrayLike<number>, expected: readonly number[], digits = 7): void => {
  expect(found.length).toBe(expected.length);
  expected.forEach((x, i) => {
    expect(found[i]).toBeCloseTo(x, digits);
  });
};

describe('values', () => {
  it('are the mean of what each adds over all orders, and over all coalitions', () => {
    always(game(5), ({ n, worth }) => {
      const added = new Array<number>(n).fill(0);
      const all = orders(upTo(n));
      for (const order of all) {
        let before = 0;
        for (const p of order) {
          added[p] = added[p]! + (worth[before | (1 << p)]! - worth[before]!) / all.length;
          before |= 1 << p;
        }
      }
      close(shapleyOf(n, worth), added, 9);
      const swings = upTo(n).map((i) => {
        const without = Array.from(worth.keys()).filter((set) => !((set >> i) & 1));
        return without.reduce((sum, set) => sum + worth[set | (1 << i)]! - worth[set]!, 0) / without.length;
      });
      close(banzhafOf(n, worth), swings, 9);
    });
  });

  it('are tabulated by mask', () => {
    expect([...tabulate(2, (inside) => inside[0]! + 10 * inside[1]!)]).toEqual([0, 1, 10, 11]);
  });
});

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

/** Excesses of all coalitions, the worst off first. */
const excesses = (x: readonly number[], worth: Float64Array): number[] =>
  Array.from(worth, (value, set) => value - sumOver(x, set))
    .slice(1, -1)
    .sort((a, b) => b - a);

/** Whether the first list is lexicographically smaller, beyond rounding. */
const better = (a: readonly number[], b: readonly number[]): boolean => {
  const k = a.findIndex((x, i) => Math.abs(x - b[i]!) > 1e-7);
  return k >= 0 && a[k]! < b[k]!;
};

describe('the nucleolus', () => {
  it('is an imputation, and no other makes the worst-off better off', () => {
    const moves = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 }), {
      minLength: 40,
      maxLength: 40,
    });
    always(
      fc.tuple(game(5, 0, 12), moves),
      ([{ n, worth }, shifts]) => {
        const all = worth.length - 1;
        const alone = upTo(n).map((i) => worth[1 << i]!);
        const surplus = worth[all]! - alone.reduce((sum, x) => sum + x, 0);
        const x = nucleolus(n, worth);
        if (surplus < 0) {
          expect(x).toEqual([]);
          return;
        }
        expect(sumOver(x, all)).toBeCloseTo(worth[all]!, 8);
        const ours = excesses(x, worth);
        for (const shift of shifts)
          for (const scale of [10, 1000]) {
            const mean = shift.slice(0, n).reduce((sum, s) => sum + s, 0) / n;
            const y = x.map((value, i) => value + (shift[i]! - mean) / scale);
            if (y.every((value, i) => value >= alone[i]! - 1e-12)) expect(better(excesses(y, worth), ours)).toBe(false);
          }
        expect(upTo(n).every((i) => x[i]! >= alone[i]! - 1e-8)).toBe(true);
      },
      200,
    );
  });

  it('lies in the core where there is one', () => {
    always(
      game(5, 0, 8),
      ({ n, worth }) => {
        worth[worth.length - 1] = worth[worth.length - 1]! + 6;
        if (core(n, worth).point.length === 0) return;
        const x = nucleolus(n, worth);
        worth.forEach((value, set) => {
          expect(sumOver(x, set)).toBeGreaterThanOrEqual(value - 1e-7);
        });
      },
      100,
    );
  });

  it('of nine players stands against rivals too', () => {
    const values = Array.from({ length: 511 }, (_, k) => ((k * 7919 + 13) % 97) / 7);
    const worth = Float64Array.of(0, ...values.slice(0, -1), 90);
    const x = nucleolus(9, worth);
    const ours = excesses(x, worth);
    for (let i = 0; i < 9; i++)
      for (let j = 0; j < 9; j++) {
        if (i === j) continue;
        for (const step of [0.5, 0.01, 0.0001]) {
          const y = x.map((value, k) => value + (k === i ? step : k === j ? -step : 0));
          if (y[j]! >= worth[1 << j]!) expect(better(excesses(y, worth), ours)).toBe(false);
        }
      }
  });

  it('of ten players who are alike is equal', () => {
    const worth = tabulate(10, (inside) => Math.max(0, inside.reduce((sum, x) => sum + x, 0) - 3) * 1e6);
    close(nucleolus(10, worth), new Array<number>(10).fill(700_000), 3);
  });
});

describe('an estate', () => {
  const cases = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }).chain((claims) =>
    fc.record({
      claims: fc.constant(claims),
      estate: fc.integer({ min: 0, max: claims.reduce((sum, x) => sum + x, 0) }),
    }),
  );

  it('is divided by the Talmud as the nucleolus divides, as every two would a garment, and losses as gains', () => {
    always(
      cases,
      ({ claims, estate }) => {
        const total = claims.reduce((sum, x) => sum + x, 0);
        const awards = talmud(claims, estate);
        const worth = Float64Array.from({ length: 1 << claims.length }, (_, set) =>
          Math.max(0, estate - (total - sumOver(claims, set))),
        );
        close(nucleolus(claims.length, worth), awards, 7);
        const dual = talmud(claims, total - estate);
        close(
          awards,
          claims.map((claim, i) => claim - dual[i]!),
          9,
        );
        for (let i = 0; i < claims.length; i++)
          for (let j = 0; j < claims.length; j++)
            if (i !== j) expect(contested(claims[i]!, claims[j]!, awards[i]! + awards[j]!)).toBeCloseTo(awards[i]!, 9);
      },
      200,
    );
  });

  it('is all given away by every rule, and nobody gets more than the claim', () => {
    always(cases, ({ claims, estate }) => {
      for (const rule of [talmud, equalAwards, equalLosses]) {
        const awards = rule(claims, estate);
        expect(awards.reduce((sum, x) => sum + x, 0)).toBeCloseTo(estate, 9);
        awards.forEach((x, i) => {
          expect(x).toBeGreaterThanOrEqual(-1e-9);
          expect(x).toBeLessThanOrEqual(claims[i]! + 1e-9);
        });
      }
    });
  });
});

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
