import { usePlayback } from '../store/playback.ts';
import type { Axis } from '../ui/measure.ts';

/**
 * Where the run stands now; what is yet to come lies under a veil. It lies above the picture, not in it: moving it must not
 * make the browser paint the picture again.
 */
export function Playhead({ axis, height, top = 0 }: { axis: Axis; height: number; top?: number }) {
  const { tick } = usePlayback();
  const x = axis.middle(tick.value) - axis.left;
  return (
    <div
      class="head"
      style={{
        top: `${top}px`,
        left: `${axis.left}px`,
        width: `${axis.right - axis.left + 1}px`,
        height: `${height}px`,
      }}
    >
      <div class="veil" style={{ transform: `translateX(${x}px)` }} />
    </div>
  );
}
