import type { Replay } from '../../sim/results/replay.ts';

/** Value k of a list stands for the state after first + k · stride ticks. */
export interface ListTicks {
  first: number;
  stride: number;
}

/** A list has one value a tick, perhaps the start before them, or one a sample; one of another length is not over time. */
export function listTicksOf(length: number, { ticks, series: { samples, stride } }: Replay): ListTicks | undefined {
  if (ticks <= 1) return undefined;
  if (length === ticks + 1) return { first: 0, stride: 1 };
  if (length === ticks) return { first: 1, stride: 1 };
  if (stride > 1 && length === samples) return { first: 0, stride };
  if (stride > 1 && length === samples - 1) return { first: stride, stride };
  return undefined;
}

/** Where in such a list the end of a tick is told; a list without pace is read from its first place on. */
export function placeAt(length: number, pace: ListTicks | undefined, tick: number): number {
  const { first, stride } = pace ?? { first: 1, stride: 1 };
  return Math.max(0, Math.min(length - 1, Math.floor((tick + 1 - first) / stride)));
}
