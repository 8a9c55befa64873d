import { hueClass } from '../run-view/hue-class.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useSelection } from '../store/selection.ts';
import { memo } from '../ui/memo.tsx';
import { ringPiece } from '../ui/path.ts';
import { choosing } from '../ui/pressed.ts';
import type { NodeMark } from './marks.ts';

interface Piece {
  start: number;
  end: number;
  r: number;
}

const ring = ({ start, end, r }: Piece): string => ringPiece(start, end, r + 1.5, r + 5, 2);

/** The middle of a piece of ring, to be dashed. */
const brokenRing = ({ start, end, r }: Piece): string => {
  const [reach, half] = [r + 3.25, (start + end) / 2];
  const at = (turn: number): string => `${(reach * Math.sin(turn)).toFixed(2)} ${(-reach * Math.cos(turn)).toFixed(2)}`;
  return `M${at(start)}A${reach} ${reach} 0 0 1 ${at(half)}A${reach} ${reach} 0 0 1 ${at(end)}`;
};

interface Standing {
  run: RunView;
  node: NodeMark;
  pointed: boolean;
}

/**
 * A disc by strength, and around it a piece of ring for each alliance it is in.
 * The ring is broken where it is seen to give less than it promised.
 */
export const NodeShape = memo(({ run, node, pointed }: Standing) => {
  const { pointed: aside, chosen } = useSelection();
  const { actor, x, y, r, name, size, label, alliances, short } = node;
  const turn = (2 * Math.PI) / Math.max(1, alliances.length);
  const gap = alliances.length > 1 ? 0.09 : 0;
  return (
    <g
      class={pointed ? 'node pointed' : 'node'}
      onPointerDown={choosing(chosen, actor)}
      onPointerEnter={() => {
        aside.value = actor;
      }}
      onPointerLeave={() => {
        aside.value = undefined;
      }}
    >
      <g transform={`translate(${x} ${y})`}>
        <circle class="halo" r={r + 6} />
        <circle class="disc" r={r} />
        {alliances.map((alliance, k) => {
          const piece = { start: k * turn + gap, end: (k + 1) * turn - gap, r };
          return short.includes(alliance) ? (
            <path key={alliance} class={`ring short ${hueClass(run, alliance)}`} d={brokenRing(piece)} />
          ) : (
            <path key={alliance} class={`ring ${hueClass(run, alliance)}`} d={ring(piece)} />
          );
        })}
      </g>
      <text x={label.x + label.width / 2} y={label.y + label.height / 2} font-size={size}>
        {name}
      </text>
    </g>
  );
});
