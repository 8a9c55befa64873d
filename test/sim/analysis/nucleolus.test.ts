import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { core } from '../../../sim/analysis/core.ts';
import { nucleolus } from '../../../sim/analysis/nucleolus.ts';
import { tabulate } from '../../../sim/analysis/shapley.ts';
import { always } from '../arbitrary.ts';
import { close, game, sumOver, upTo } from './coalition-games.ts';

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
