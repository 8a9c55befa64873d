import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { nextTurningPoint } from '../run-view/moment.ts';
import type { RunSlice } from './run.ts';
import { slice } from './slice.ts';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Ways through the time of a run. All but playing on stop it. */
export interface PlaybackSlice {
  /** The tick on show. */
  tick: Signal<number>;
  playing: Signal<boolean>;
  speed: Signal<Speed>;
  /** Whether playing passes over what is quiet. */
  skipping: Signal<boolean>;
  dragging: Signal<boolean>;
  /** Counts the ways that were gone, even those that lead to where one was. */
  moves: ReadonlySignal<number>;
  go(to: number): void;
  step(by: number): void;
  /** To the nearest turn of history. */
  jump(direction: 1 | -1): void;
  toggle(): void;
}

export const [PlaybackProvider, usePlayback] = slice<PlaybackSlice>();

export function createPlayback({ run }: { run: RunSlice }): PlaybackSlice {
  const { shown } = run;
  const tick = signal(0);
  const playing = signal(false);
  const moves = signal(0);
  run.onMade(({ run: { ticks, opening }, at }) => {
    tick.value = Math.max(0, Math.min(ticks - 1, at ?? opening));
  });
  const last = (): number => (shown.value?.ticks ?? 1) - 1;
  const go = (to: number): void => {
    moves.value++;
    tick.value = Math.max(0, Math.min(last(), Math.round(to)));
  };
  return {
    tick,
    playing,
    speed: signal<Speed>(1),
    skipping: signal(false),
    dragging: signal(false),
    moves,
    go,
    step(by) {
      playing.value = false;
      go(tick.value + by);
    },
    jump(direction) {
      playing.value = false;
      const turn = shown.value && nextTurningPoint(shown.value, tick.value, direction);
      if (turn !== undefined) go(turn);
    },
    toggle() {
      if (last() === 0) return;
      if (!playing.value && tick.value >= last()) go(0);
      playing.value = !playing.value && shown.value !== undefined;
    },
  };
}
