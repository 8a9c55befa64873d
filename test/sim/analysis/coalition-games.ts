import fc from 'fast-check';
import { expect } from 'vitest';

// Each against what is slower and plainer: all orders, all partitions, all rivals at random.

/** A game of 1 to `most` players with small whole worths, so that ties are common. */
export const game = (most: number, low = -3, high = 9) =>
  fc
    .integer({ min: 1, max: most })
    .chain((n) =>
      fc
        .array(fc.integer({ min: low, max: high }), { minLength: 2 ** n - 1, maxLength: 2 ** n - 1 })
        .map((values) => ({ n, worth: Float64Array.of(0, ...values) })),
    );

export const orders = (players: readonly number[]): number[][] =>
  players.length === 0 ? [[]] : players.flatMap((p) => orders(players.filter((q) => q !== p)).map((o) => [p, ...o]));

export const partitionsOf = (players: readonly number[]): number[][] => {
  const [first, ...rest] = players;
  if (first === undefined) return [[]];
  return partitionsOf(rest).flatMap((blocks) => [
    [1 << first, ...blocks],
    ...blocks.map((_, k) => blocks.map((block, b) => (b === k ? block | (1 << first) : block))),
  ]);
};
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
export const sumOver = (x: readonly number[], set: number): number =>
  x.reduce((sum, value, i) => sum + ((set >> i) & 1 ? value : 0), 0);
export const close = (found: ArrayLike<number>, expected: readonly number[], digits = 7): void => {
  expect(found.length).toBe(expected.length);
  expected.forEach((x, i) => {
    expect(found[i]).toBeCloseTo(x, digits);
  });
};
