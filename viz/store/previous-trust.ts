import { effect } from '@preact/signals';
import type { Frame } from '../../sim/results/replay.ts';
import type { RunView } from '../run-view/run-view.ts';
import { lookBack } from '../run-view/time.ts';
import type { BranchesSlice } from './branches.ts';
import type { FrameSlice } from './frame.ts';
import type { PlaybackSlice } from './playback.ts';
import type { RunSlice } from './run.ts';

/** Matrices kept: so many ticks, and so many numbers, at most. */
const KEPT = { ticks: 60, numbers: 6_000_000 };
/** The time must stand still this long before the year behind is asked for, ms. */
const REST = 150;

interface Needed {
  run: Pick<RunSlice, 'session' | 'shown'>;
  playback: Pick<PlaybackSlice, 'dragging' | 'playing'>;
  branches: Pick<BranchesSlice, 'back'>;
  frame: FrameSlice;
}

/**
 * Keeps trust as it was a year, or a round, before the frame on show. It comes from the frames that went by; only at rest is
 * the engine asked, for going back and forth costs it the ticks between.
 */
export function keepPreviousTrust({ run, playback, branches, frame: slice }: Needed): () => void {
  const { session, shown } = run;
  const { dragging, playing } = playback;
  const { frame, previousTrust } = slice;
  const kept = new Map<number, Float32Array>();
  let previous: RunView | undefined;
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
  const ask = async (run: RunView, tick: number): Promise<void> => {
    const back = lookBack(run.clock);
    const [first, last] = [Math.max(0, tick - back), tick - 1];
    const few = back * run.actors.length ** 2 < 50_000;
    for (let wanted = first; wanted <= (few ? last : first); wanted++) {
      if (kept.has(wanted)) continue;
      const found = await session.frame(wanted, branches.back()).catch(() => undefined);
      if (run !== shown.peek() || !found) return;
      keep(wanted, found.trust);
      if (frame.peek()?.tick === tick) previousTrust.value = kept.get(first);
      // Somebody moves on: what is asked for now would be in the way.
      else return;
    }
  };

  return effect(() => {
    const [of, now] = [shown.value, frame.value];
    const busy = dragging.value || playing.value;
    clearTimeout(timer);
    if (of !== previous) {
      kept.clear();
      strange = now;
    }
    previous = of;
    if (!of || !now || now === strange) {
      previousTrust.value = undefined;
      return;
    }
    keep(now.tick, now.trust);
    const before = now.tick - lookBack(of.clock);
    previousTrust.value = kept.get(before);
    if (before >= 0 && !busy && !previousTrust.peek()) timer = setTimeout(() => void ask(of, now.tick), REST);
  });
}
