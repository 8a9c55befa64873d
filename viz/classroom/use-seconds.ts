import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RoundClock } from '../../classroom/protocol/state.ts';
import { secondsLeft } from './clock.ts';

/** Whole seconds until what is open closes, as they pass; null where nothing runs out. @param heardAt in the page's running time; ms. */
export function useSeconds(clock: RoundClock, heardAt: number): number | null {
  const now = useSignal(performance.now());
  const runs = clock.left !== null && !clock.isPaused;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => {
      now.value = performance.now();
    }, 250);
    return () => clearInterval(timer);
  }, [runs, now]);
  return secondsLeft(clock, heardAt, Math.max(now.value, heardAt));
}
