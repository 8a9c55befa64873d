import { SOBOL_DIMENSIONS } from './joe-kuo.ts';
import { sobolFault, sobolPoints } from './sobol-sequence.ts';

/** Rows that one base point k has: A, B, one AB for each input, and AB for luck. */
export const saltelliBlocks = (dimensions: number): number => dimensions + 3;

/** What one row of a Saltelli design is. */
export interface SaltelliRow {
  /** Number of its base point, from 0. */
  k: number;
  /** `ab`: A with one factor from B. */
  block: 'a' | 'b' | 'ab';
  /** The input that an `ab` takes from B; `dimensions` is luck, and −1 stands for none. */
  factor: number;
  /** Whether it runs with the seed of B: B itself and the `ab` of luck do, all others with that of A. */
  seedOfB: boolean;
}

export function saltelliRow(row: number, dimensions: number): SaltelliRow {
  const rows = saltelliBlocks(dimensions);
  const k = Math.floor(row / rows);
  const place = row % rows;
  if (place < 2) return { k, block: place === 0 ? 'a' : 'b', factor: -1, seedOfB: place === 1 };
  const factor = place - 2;
  return { k, block: 'ab', factor, seedOfB: factor === dimensions };
}

/** The sentence that refuses a size or a number of inputs, if there is one. */
export const saltelliFault = (size: number, dimensions: number): string | undefined =>
  2 * dimensions > SOBOL_DIMENSIONS
    ? `a Saltelli design varies at most ${SOBOL_DIMENSIONS / 2} inputs here, not ${dimensions}`
    : sobolFault(size, 2 * dimensions);

/**
 * Design for Sobol’ indices (Saltelli et al. 2010), with luck as a factor of its own: for each of `size` base points A, B, AB₁ … AB_d
 * and AB_luck, row by row. AB_i is A with input i from B. AB_luck has the inputs of A; only its seed is B’s. A and B are the two
 * halves of one Sobol’ sequence, so a larger design begins with the same rows.
 * @throws {Error} one sentence, see `saltelliFault`.
 */
export function saltelliDesign(size: number, dimensions: number, seed: number): Float64Array {
  const fault = saltelliFault(size, dimensions);
  if (fault) throw new Error(fault);
  const pairs = sobolPoints(size, 2 * dimensions, seed);
  const rows = saltelliBlocks(dimensions);
  const points = new Float64Array(size * rows * dimensions);
  for (let row = 0; row < size * rows; row++) {
    const { k, block, factor } = saltelliRow(row, dimensions);
    for (let d = 0; d < dimensions; d++) {
      const fromB = block === 'b' || d === factor;
      points[row * dimensions + d] = pairs[k * 2 * dimensions + (fromB ? dimensions : 0) + d]!;
    }
  }
  return points;
}
