import { effect } from '@preact/signals';
import type { Frame } from '../../sim/results/replay.ts';
import { lookBack } from '../network/ties.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { State } from './state.ts';

/** Matrices kept: so many ticks, and so many numbers, at most. */
const KEPT = { ticks: 60, numbers: 6_000_000 };
/** The time must stand still this long before the year behind is asked for, ms. */
const REST = 150;

/**
 * Keeps trust as it was a year, or a round, before the frame on show. It comes from the frames that went by; only at rest is
 * the engine asked, for going back and forth costs it the ticks between.
 */
export function keepPreviousTrust({ source, run, frame, earlier, dragging, playing, branches }: State): () => void {
  const kept = new Map<number, Float32Array>();
  let of: RunView | undefined;
  /** What is still on show of another run when this one comes. */
  let strange: Frame | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keep = (tick: number, trust: Float32Array): void => {
    kept.set(tick, trust);
    const most = Math.max(2, Math.min(KEPT.ticks, KEPT.numbers / trust.length));
    // Maps go through their entries in the order they came.
    for (const first of kept.keys()) if (kept.size > most) kept.delete(first);
  };

  /** The whole of the year behind where that is little, so that it is there once the run plays on; else its first tick. */
  const ask = async (told: RunView, tick: number): Promise<void> => {
    const back = lookBack(told.clock);
    const [first, last] = [Math.max(0, tick - back), tick - 1];
    const few = back * told.actors.length ** 2 < 50_000;
    for (let wanted = first; wanted <= (few ? last : first); wanted++) {
      if (kept.has(wanted)) continue;
      const found = await source.frame(wanted, branches.back()).catch(() => undefined);
      if (told !== run.peek() || !found) return;
      keep(wanted, found.trust);
      if (frame.peek()?.tick === tick) earlier.value = kept.get(first);
      // Somebody moves on: what is asked for now would be in the way.
      else return;
    }
  };

  return effect(() => {
    const [told, now] = [run.value, frame.value];
    const busy = dragging.value || playing.value;
    clearTimeout(timer);
    if (told !== of) {
      kept.clear();
      strange = now;
    }
    of = told;
    if (!told || !now || now === strange) {
      earlier.value = undefined;
      return;
    }
    keep(now.tick, now.trust);
    const before = now.tick - lookBack(told.clock);
    earlier.value = kept.get(before);
    if (before >= 0 && !busy && !earlier.peek()) timer = setTimeout(() => void ask(told, now.tick), REST);
  });
}
