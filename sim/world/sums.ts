import type { World } from './state.ts';

// Sums over the whole world in a fixed order, for the same bits everywhere.

export function sum<T>(of: Iterable<T>, value: (one: T) => number): number {
  let sum = 0;
  for (const one of of) sum += value(one);
  return sum;
}

/** Mean of the values; 0 for none. */
export const meanOf = (values: Float64Array): number =>
  values.length > 0 ? sum(values, (value) => value) / values.length : 0;

/** Mean of an n × n matrix without its diagonal; 0 for fewer than two actors. */
export function meanOfPairs(matrix: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) sum += matrix[i * n + j]!;
  return n > 1 ? sum / (n * (n - 1)) : 0;
}

/** Number of actors that are members of any alliance. */
export const countAllied = ({ derived: { treaties } }: World): number =>
  treaties.reduce((count, own) => count + (own.length > 0 ? 1 : 0), 0);
