import type { Replay } from '../../sim/results/replay.ts';

/** First tick that left another state, or null: the two runs are the same to the last bit iff it is null. */
export function firstDifference(
  a: Pick<Replay, 'ticks' | 'digests'>,
  b: Pick<Replay, 'ticks' | 'digests'>,
): number | null {
  const shared = Math.min(a.ticks, b.ticks);
  for (let word = 0; word < 2 * shared; word++) if (a.digests[word] !== b.digests[word]) return word >> 1;
  return a.ticks === b.ticks ? null : shared;
}
