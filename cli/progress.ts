import type { OnMeasure } from '../sim/experiment/sweep/analyse.ts';
import type { PoolProgress } from '../workers/pool.ts';
import type { OnProgress } from '../workers/protocol.ts';

/** How far a run is, on standard error, for a person who looks; gone when it is done. */
export function progressOf(what: string): OnProgress | undefined {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  return ({ tick, ticks }) => stderr.write(tick < ticks ? `\r${what}: tick ${tick} of ${ticks}\u001b[K` : '\r\u001b[K');
}

/** How many of a scenario's seeds are done, likewise; `seeds` in all, shared out evenly among the jobs. */
export function seedsProgressOf(what: string, seeds: number): ((progress: PoolProgress) => void) | undefined {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  const clear = (): void => void stderr.write('\r\u001b[K');
  // Also of whoever loses patience: the line is not left behind.
  process.once('exit', clear);
  return ({ done, jobs }) => {
    stderr.write(`\r${what}: ${Math.floor((seeds * done) / jobs)} of ${seeds} replications\u001b[K`);
    if (done < jobs) return;
    clear();
    process.off('exit', clear);
  };
}

/**
 * How far a sweep is, how fast, and how long it will take yet, likewise.
 * @param runs in all
 * @param what that is counted
 */
export function sweepProgressOf(runs: number, what = 'runs'): ((done: number) => void) | undefined {
  const { stderr } = process;
  if (!stderr.isTTY || runs === 0) return undefined;
  const begun = performance.now();
  let shown = 0;
  return (done) => {
    const now = performance.now();
    if (done >= runs) {
      stderr.write('\r\u001b[K');
      return;
    }
    if (now - shown < 100) return;
    shown = now;
    const rate = (1_000 * done) / (now - begun);
    stderr.write(
      `\r${done} of ${runs} ${what} · ${rate.toFixed(rate < 10 ? 1 : 0)} a second · ${timeText((runs - done) / rate)} left\u001b[K`,
    );
  };
}

/** How many shards of a sweep an engine has made, and how many tasks of it run and wait, likewise. */
export function shardsProgressOf(
  shards: number,
): ((done: number, running: number, waiting: number) => void) | undefined {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  return (done, running, waiting) =>
    stderr.write(
      done < shards ? `\r${done} of ${shards} shards · ${running} run · ${waiting} wait\u001b[K` : '\r\u001b[K',
    );
}

/** Which part of an analysis is made, and of which of its measures, likewise; `clear` ends it. */
export function analysisProgressOf(): { onMeasure: OnMeasure; clear(): void } | undefined {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  return {
    onMeasure: (part, k, measures) => stderr.write(`\r${part}: measure ${k + 1} of ${measures}\u001b[K`),
    clear: () => stderr.write('\r\u001b[K'),
  };
}

/** `40 s`, `12 min`, `3.5 h`. */
export function timeText(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  return seconds < 6_000 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
