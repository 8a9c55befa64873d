import { useEffect, useRef, useState } from 'preact/hooks';
import type { Frame } from '../../sim/results/replay.ts';
import type { RunView } from '../run-view/run-view.ts';
import { lookBack } from '../run-view/time.ts';
import { useBranches } from '../store/branches.ts';
import { useFrame } from '../store/frame.ts';
import { usePlayback } from '../store/playback.ts';
import { useRun } from '../store/run.ts';

/**
 * The state on show and the one a year before it, or as far back as the run goes; undefined until both are there. Asked for
 * only where `wanted` and not while dragging; while one answer is on its way only the newest wish is kept.
 */
export function useYearBefore(run: RunView, wanted: boolean): { now: Frame; earlier: Frame } | undefined {
  const { session } = useRun();
  const { dragging } = usePlayback();
  const branches = useBranches();
  const { frame } = useFrame();
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
      const at = Math.max(0, state.tick - lookBack(run.clock));
      const earlier = await session.frame(at, branches.back()).catch(() => undefined);
      busy.current = false;
      if (earlier) setPair({ now: state, earlier });
      if (newest.current !== state) void ask();
    };
    void ask();
  }, [now, run]);
  return wanted ? pair : undefined;
}
