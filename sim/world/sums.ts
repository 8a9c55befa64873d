import type { World } from './state.ts';

// Sums over the whole world, in the order of its parts: the same bits everywhere.

export function sum<T>(of: Iterable<T>, value: (one: T) => number): number {
  let sum = 0;
  for (const one of of) sum += value(one);
  return sum;
}

/** 0 for none. */
export const meanOf = (values: Float64Array): number =>
  values.length > 0 ? sum(values, (value) => value) / values.length : 0;

/** Mean of an n × n matrix, its diagonal left out; 0 for fewer than two. */
export function meanOfPairs(matrix: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) sum += matrix[i * n + j]!;
  return n > 1 ? sum / (n * (n - 1)) : 0;
}

/** Actors that are in any alliance. */
export const countAllied = ({ derived: { treaties } }: World): number =>
  treaties.reduce((count, own) => count + (own.length > 0 ? 1 : 0), 0);
