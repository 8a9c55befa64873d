import { glyphPath } from '../ui/glyphs.tsx';
import type { NodeMark, WarMark } from './marks.ts';
import { warEnds } from './wars.ts';

/** Half the box of a sign, px. */
const HALF = 8;

/** A double line between two who fight; on that of the two whose war it is stands the sign of war. */
export function WarLine({ war, nodes }: { war: WarMark; nodes: readonly NodeMark[] }) {
  const [[ax, ay], [bx, by]] = warEnds(war, nodes);
  const line = `M${ax.toFixed(1)} ${ay.toFixed(1)}L${bx.toFixed(1)} ${by.toFixed(1)}`;
  return (
    <g class="war-tie">
      <path class="war" d={line} />
      <path class="war-core" d={line} />
      {war.main ? (
        <path
          class="war-sign glyph-war"
          d={glyphPath('war')}
          transform={`translate(${((ax + bx) / 2 - HALF).toFixed(1)} ${((ay + by) / 2 - HALF).toFixed(1)})`}
        />
      ) : null}
    </g>
  );
}
