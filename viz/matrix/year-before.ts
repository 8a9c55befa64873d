import { useEffect, useRef, useState } from 'preact/hooks';
import type { Frame } from '../../sim/results/replay.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useApp } from '../store/state.ts';

/** Ticks from one year to the next, or from one round. */
export const yearOf = ({ clock }: RunView): number => (clock.rounds ? 1 : Math.max(1, Math.round(clock.ticksPerYear)));

/**
 * The state on show and the one a year before it, or as far back as the run goes; undefined until both are there. Asked for
 * only where `wanted` and not while dragging; while one answer is on its way only the newest wish is kept.
 */
export function useYearBefore(run: RunView, wanted: boolean): { now: Frame; earlier: Frame } | undefined {
  const { source, branches, frame, dragging } = useApp();
  const [pair, setPair] = useState<{ now: Frame; earlier: Frame }>();
  const now = wanted && !dragging.value ? frame.value : undefined;
  const newest = useRef<Frame | undefined>(undefined);
  const busy = useRef(false);
  newest.current = now;
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const state = newest.current;
      if (!state || busy.current) return;
      busy.current = true;
      const at = Math.max(0, state.tick - yearOf(run));
      const earlier = await source.frame(at, branches.back()).catch(() => undefined);
      busy.current = false;
      if (earlier) setPair({ now: state, earlier });
      if (newest.current !== state) void ask();
    };
    void ask();
  }, [now, run]);
  return wanted ? pair : undefined;
}
