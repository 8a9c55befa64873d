import { hex } from '../exact/hash.ts';
import { digest } from '../world/state-digest.ts';
import type { History } from './history.ts';
import { seek } from './seek.ts';

/**
 * First tick whose digests differ, or null. Two runs of the same length are bit-identical if and only if it is null; of two runs of
 * different length that agree, the end of the shorter one.
 */
export function divergence(a: History, b: History): number | null {
  const shared = Math.min(a.ticks, b.ticks);
  for (let t = 0; t < shared; t++)
    if (a.digests[2 * t] !== b.digests[2 * t] || a.digests[2 * t + 1] !== b.digests[2 * t + 1]) return t;
  return a.ticks === b.ticks ? null : shared;
}

/** Digest of the state after each tick, 16 hexadecimal digits each. */
export function digestsOf(history: History): string[] {
  return Array.from({ length: history.ticks }, (_, t) => hex(history.digests[2 * t]!, history.digests[2 * t + 1]!));
}

/** Digest of the final state, 16 hexadecimal digits; of the initial state where no tick was run. */
export function finalDigest(history: History): string {
  const t = history.ticks;
  return t > 0 ? hex(history.digests[2 * t - 2]!, history.digests[2 * t - 1]!) : hex(...digest(seek(history, 0)));
}
