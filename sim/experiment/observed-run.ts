import type { History } from '../history/history.ts';
import type { Recorder } from '../history/record.ts';
import type { World } from '../world/state.ts';

// One run whose figures are recorded: a replication of a job, a row of a sweep.

/** A figure that is read off one run: `observe` sees the world after each tick, `result` the history and the world at the end. */
export interface RunFigure {
  observe?(world: World): void;
  result(history: History, end: World, analysis: () => Record<string, unknown> | undefined): number;
}

export interface Observation {
  /** Each is called after every tick. */
  observers: readonly ((world: World) => void)[];
  /** Ends the run where it holds after a tick. */
  stop?: ((world: World) => boolean) | undefined;
}

/** How far a run is: `more` ticks are left, it is `done`, or its condition has `stopped` it. */
export type Progression = 'more' | 'done' | 'stopped';

/** What observes the world for some figures. */
export const observersOf = (figures: readonly RunFigure[]): ((world: World) => void)[] =>
  figures.flatMap(({ observe }) => (observe ? [observe] : []));

/** Runs up to `count` more ticks, and shows the world after each to those who observe it. */
export function advanceObserved(recorder: Recorder, { observers, stop }: Observation, count: number): Progression {
  if (observers.length === 0 && !stop) return recorder.advance(count) ? 'more' : 'done';
  const { world } = recorder;
  for (let k = 0; k < count; k++) {
    const more = recorder.advance(1);
    for (const observe of observers) observe(world);
    if (stop?.(world)) return more ? 'stopped' : 'done';
    if (!more) return 'done';
  }
  return 'more';
}
