import { effect } from '@preact/signals';
import { nextTickWithEvents } from '../run-view/moment.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { PlaybackSlice } from '../store/playback.ts';
import type { RunSlice } from '../store/run.ts';
import { playbackClock, ticksASecond } from './playback-clock.ts';

/** Moves on while it plays, and stops at the end. A page that cannot draw every tick in time passes over some. */
export function playOn({ run: { shown }, playback }: { run: RunSlice; playback: PlaybackSlice }): () => void {
  const { playing, speed, skipping, tick, go } = playback;
  return effect(() => {
    const run = shown.value;
    // A run that goes takes its playing with it.
    if (!run) playing.value = false;
    if (!playing.value || !run) return;
    const due = playbackClock(ticksASecond(run.ticks, speed.value), performance.now());
    const move = (now: number): void => {
      frame = requestAnimationFrame(move);
      const beats = due(now);
      if (beats === 0) return;
      const at = tick.peek();
      if (at >= run.ticks - 1) playing.value = false;
      else go(later(run, at, beats, skipping.peek()));
    };
    let frame = requestAnimationFrame(move);
    return () => cancelAnimationFrame(frame);
  });
}

/** Where so many beats lead to; while what is quiet is skipped, each leads to the next news. */
function later(run: RunView, tick: number, beats: number, skipping: boolean): number {
  if (!skipping) return tick + beats;
  let to = tick;
  for (let beat = 0; beat < beats && to < run.ticks - 1; beat++) to = nextTickWithEvents(run, to);
  return to;
}
