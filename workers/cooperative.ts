import type { Recorder } from '../sim/history/record.ts';
import { cancelled, type OnProgress } from './protocol.ts';

/** Lets pending events be handled: a cancellation, an interrupt, the next request. */
export const yieldToEvents = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Target duration of a batch, ms: short enough for a person who waits, long enough that the pauses cost nothing. */
const BREATH = 40;

/**
 * Runs work to its end, with a pause before and between batches. `wanted` is called after each pause; if it returns false, the work
 * ends as cancelled.
 */
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

/**
 * Runs a recorder to its end in batches, with pauses in between. `wanted` is called after each pause; if it returns false, the run
 * ends as cancelled.
 */
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
