import { memo } from '../ui/memo.tsx';
import type { NodeMark, TieMark } from './marks.ts';
import { between, FALLING, feudStroke, strokeOf, zigzag } from './strokes.ts';

interface Between {
  tie: TieMark;
  a: NodeMark;
  b: NodeMark;
}

/** Trust is a straight line, dashed with an arrowhead down where it falls; ill will is jagged: no colour need be seen. */
export const TieLine = memo(({ tie: { trust, falls }, a, b }: Between) => {
  if (trust < 0) return <Feud size={-trust} a={a} b={b} />;
  const { width, opacity } = strokeOf(trust);
  const line = (
    <line
      class={falls ? 'tie falling' : 'tie'}
      x1={a.x}
      y1={a.y}
      x2={b.x}
      y2={b.y}
      stroke-width={width}
      stroke-opacity={opacity}
    />
  );
  if (!falls) return line;
  const [[ax, ay], [bx, by]] = between(a, b);
  return (
    <g>
      {line}
      <path class="falls" d={FALLING} transform={`translate(${(ax + bx) / 2} ${(ay + by) / 2})`} />
    </g>
  );
});

function Feud({ size, a, b }: { size: number; a: NodeMark; b: NodeMark }) {
  const { width, opacity } = feudStroke(size);
  const points = zigzag(...between(a, b));
  return (
    <polyline
      class="tie feud"
      points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
      stroke-width={width}
      stroke-opacity={opacity}
    />
  );
}
