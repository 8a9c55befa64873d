import { useEffect, useRef, useState } from 'preact/hooks';
import { prefersReducedMotion } from '../ui/measure.ts';
import { fadeScene, interpolateScenes, isQuiet } from './interpolate.ts';
import type { NetworkScene } from './marks.ts';

/** How long the outline that was takes to fade where a member leaves, ms; less where the next tick comes sooner. */
const DURATION = { most: 400, least: 120 };

const eased = (share: number): number => 1 - (1 - share) * (1 - share) * (1 - share);

/**
 * Follows `goal` smoothly, or where motion is unwanted at once, while the outlines that were fade; at once and without a trace
 * where there is no time for it, or where the picture is a new one (`key`).
 * @param time until the next goal is to be expected, ms; 0 while it is dragged about.
 */
export function useTween(goal: NetworkScene, key: unknown, time: number): NetworkScene {
  const still = time < DURATION.least;
  const duration = useRef(time);
  duration.current = Math.min(DURATION.most, time);
  const [shown, show] = useState(goal);
  const lastKey = useRef(key);
  const current = useRef(goal);
  useEffect(() => {
    const from = current.current;
    const put = (scene: NetworkScene): void => {
      current.current = scene;
      show(scene);
    };
    const fresh = lastKey.current !== key || from.nodes.length !== goal.nodes.length;
    lastKey.current = key;
    // What is still has been shown already; only the memory of it is to be kept true.
    if (still) {
      current.current = goal;
      return;
    }
    if (from === goal || fresh || isQuiet(from, goal)) return put(goal);
    const step = prefersReducedMotion() ? fadeScene : interpolateScenes;
    let frame = 0;
    const start = performance.now();
    const move = (now: number): void => {
      const share = Math.max(0, Math.min(1, (now - start) / duration.current));
      put(share < 1 ? step(from, goal, eased(share)) : goal);
      if (share < 1) frame = requestAnimationFrame(move);
    };
    frame = requestAnimationFrame(move);
    return () => cancelAnimationFrame(frame);
  }, [goal, key, still]);
  return still ? goal : shown;
}
