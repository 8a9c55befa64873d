import type { OnProgress, ProgressNews } from './protocol.ts';

/** The runs in progress, each under its own number: its progress callback, and its latest tick. */
export function createProgressWatches() {
  const watches = new Map<number, { onProgress: OnProgress | undefined; tick: number }>();
  let last = 0;
  return {
    open(onProgress: OnProgress | undefined): number {
      watches.set(++last, { onProgress, tick: -1 });
      return last;
    },
    close: (of: number) => watches.delete(of),
    hear({ of, progress }: ProgressNews): void {
      const watch = watches.get(of);
      // A replayed run starts from tick 0; its caller is informed only of ticks beyond the last reported one.
      if (!watch || progress.tick <= watch.tick) return;
      watch.tick = progress.tick;
      watch.onProgress?.(progress);
    },
  };
}
