import { effect, signal } from '@preact/signals';
import type { Frame } from '../../sim/results/replay.ts';
import type { State } from '../store/state.ts';

/** The state, at the tick on show, of the run that is not: the original of a branch, or the branch. */
export function loadComparisonFrame({ source, branches, tick }: State) {
  const frame = signal<Frame | undefined>(undefined);
  let busy = false;
  let left = false;
  /** Which run that is and how far along; undefined where there is no branch. */
  const wanted = (): { ticks: number; back: number } | undefined => {
    const pair = branches.pair.value;
    const back = branches.side.value === 'branch' ? 1 : 0;
    const told = pair?.[back === 1 ? 'original' : 'branch'].run;
    return told && { ticks: Math.min(told.replay.ticks, tick.value + 1), back };
  };
  const ask = async (): Promise<void> => {
    const now = wanted();
    if (busy || !now) return;
    busy = true;
    const found = await source.frame(now.ticks, now.back).catch(() => undefined);
    busy = false;
    if (left) return;
    frame.value = found;
    // While one answer is on its way only the newest further wish is kept.
    const next = wanted();
    if (found && next && (next.ticks !== now.ticks || next.back !== now.back)) void ask();
  };
  const stop = effect(() => {
    if (wanted()) void ask();
  });
  return {
    frame,
    leave(): void {
      left = true;
      stop();
    },
  };
}
