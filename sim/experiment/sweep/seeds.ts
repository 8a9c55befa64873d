import { saltelliRow } from '../designs/saltelli.ts';
import type { RunNumber } from './numbering.ts';
import type { WholeSpec } from './spec.ts';

/**
 * The seed of a run. With common random numbers every point and variant has the seeds F, F + 1, … for its replicates; else each run
 * has one of its own. In a Saltelli design luck is a factor: the k-th row has two seeds, and which one is set as a coordinate is.
 * They go on by twos, so that a larger design keeps those of a smaller one.
 */
export function seedOfRun(
  { seed, design, commonRandomNumbers }: WholeSpec,
  { run, point, replicate }: RunNumber,
  dimensions: number,
): string {
  if (design.kind === 'saltelli') {
    const { k, seedOfB } = saltelliRow(point, dimensions);
    return String(seed + 2 * k + (seedOfB ? 1 : 0));
  }
  return String(seed + (commonRandomNumbers ? replicate : run));
}
