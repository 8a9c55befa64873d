import { stream } from '../../sim/exact/random.ts';
import type { FuzzClass } from './classes.ts';
import type { FuzzOutcome } from './judge.ts';

export interface FuzzResult {
  counts: Record<FuzzOutcome, number>;
  /** What must not happen, with the input that brings it about. */
  failures: { k: number; input: string; why: string }[];
  slowest: { k: number; ms: number };
}

/** Looks at the first `count` inputs of a class. They are the same ones each time, for the same seed. */
export function fuzz(
  { name, make, judge }: FuzzClass,
  count: number,
  seed: string,
  now: () => number = () => 0,
): FuzzResult {
  const result: FuzzResult = { counts: { ran: 0, refused: 0, large: 0 }, failures: [], slowest: { k: -1, ms: 0 } };
  for (let k = 0; k < count; k++) {
    const input = make(stream(seed, name, k), k);
    const begun = now();
    try {
      result.counts[judge(input)]++;
    } catch (error) {
      result.failures.push({ k, input, why: String((error as Error).stack) });
    }
    const ms = now() - begun;
    if (ms > result.slowest.ms) result.slowest = { k, ms };
  }
  return result;
}
