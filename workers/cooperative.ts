import type { Recorder } from '../sim/history/record.ts';
import { cancelled, type OnProgress } from './protocol.ts';

/** Lets what waits be heard: a cancellation, an interrupt, the next request. */
export const yieldToEvents = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A batch is to take about this long, ms: often enough for a person who waits, seldom enough to cost nothing. */
const BREATH = 40;

/** Takes work on to its end, breathing before and in between; `wanted` is asked after each breath. */
export async function runCooperatively<T>(work: Generator<unknown, T>, wanted: () => boolean): Promise<T> {
  for (;;) {
    await yieldToEvents();
    if (!wanted()) throw cancelled();
    for (const begun = performance.now(); performance.now() - begun < BREATH; ) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }
}

/** Runs to the end in batches, breathing in between; `wanted` is asked after each breath. */
export async function recordCooperatively(
  recorder: Recorder,
  onProgress?: OnProgress,
  wanted: () => boolean = () => true,
): Promise<void> {
  const { history, world } = recorder;
  const ticks = history.digests.length / 2;
  let batch = 1;
  for (let begun = performance.now(), more = recorder.advance(batch); more; more = recorder.advance(batch)) {
    const took = performance.now() - begun;
    if (took < BREATH / 2) {
      batch *= 2;
      continue;
    }
    if (took > 2 * BREATH) batch = Math.max(1, batch >> 1);
    onProgress?.({ tick: world.tick, ticks });
    await yieldToEvents();
    if (!wanted()) throw cancelled();
    begun = performance.now();
  }
  onProgress?.({ tick: ticks, ticks });
}
