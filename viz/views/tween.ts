import { useEffect, useRef, useState } from 'preact/hooks';
import { blend, type Scene } from '../network/scene.ts';
import { prefersStillness } from './measure.ts';

const DURATION = 320; // ms

const eased = (share: number): number => 1 - (1 - share) * (1 - share) * (1 - share);

/** Follows `goal` smoothly; at once where `still`, where motion is unwanted, or where the picture is a new one (`key`). */
export function useTween(goal: Scene, key: unknown, still: boolean): Scene {
  const [shown, show] = useState(goal);
  const lastKey = useRef(key);
  const current = useRef(goal);
  useEffect(() => {
    const from = current.current;
    const put = (scene: Scene): void => {
      current.current = scene;
      show(scene);
    };
    const fresh = lastKey.current !== key || from.nodes.length !== goal.nodes.length;
    lastKey.current = key;
    if (from === goal) return;
    if (still || fresh || prefersStillness()) return put(goal);
    let frame = 0;
    const start = performance.now();
    const move = (now: number): void => {
      const share = Math.max(0, Math.min(1, (now - start) / DURATION));
      put(share < 1 ? blend(from, goal, eased(share)) : goal);
      if (share < 1) frame = requestAnimationFrame(move);
    };
    frame = requestAnimationFrame(move);
    return () => cancelAnimationFrame(frame);
  }, [goal, key, still]);
  return shown;
}
