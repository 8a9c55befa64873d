import { arc } from 'd3-shape';
import { useApp } from '../app/state.ts';
import { outlinePath } from '../network/hull.ts';
import type { NodeMark, Outline, Tie } from '../network/scene.ts';
import type { Story } from '../story/story.ts';
import { choosing } from './pressed.ts';
import { hueClass } from './weave.tsx';

export function OutlineShape({ story, outline: { alliance, points, presence } }: { story: Story; outline: Outline }) {
  const hue = hueClass(story, alliance);
  const path = outlinePath(points);
  return (
    <g class={`outline ${hue}`} opacity={presence}>
      <path class="wash" d={path} />
      <path class="weft" d={path} fill={`url(#weft-${hue})`} />
      <path class="rim" d={path} />
    </g>
  );
}

/** The name plate on an outline. */
export function Tag({ story, outline: { alliance, tag, label, presence } }: { story: Story; outline: Outline }) {
  const { chosen } = useApp();
  return (
    <g
      class={`tag ${hueClass(story, alliance)}`}
      opacity={presence}
      transform={`translate(${label.x} ${label.y})`}
      onPointerDown={choosing(chosen, story.alliances[alliance]!.id)}
    >
      <rect width={label.width} height={label.height} rx={label.height / 2} />
      <text x={label.width / 2} y={label.height / 2}>
        {tag}
      </text>
    </g>
  );
}

/** Trust is width and strength of the stroke; ill will is dashed, so that its colour need not be seen. */
export function TieLine({ tie: { from, to, trust }, nodes }: { tie: Tie; nodes: readonly NodeMark[] }) {
  const [a, b] = [nodes[from]!, nodes[to]!];
  const size = Math.abs(trust);
  return (
    <line
      class={trust < 0 ? 'tie feud' : 'tie'}
      x1={a.x}
      y1={a.y}
      x2={b.x}
      y2={b.y}
      stroke-width={0.75 + 4 * size}
      stroke-opacity={0.25 + 0.6 * size}
    />
  );
}

const ring = arc<{ start: number; end: number; r: number }>()
  .innerRadius(({ r }) => r + 1.5)
  .outerRadius(({ r }) => r + 5)
  .startAngle(({ start }) => start)
  .endAngle(({ end }) => end);

/** A disc by strength, and around it a piece of ring for each alliance it is in: outlines may run over strangers, rings do not. */
export function NodeShape({ story, node, pointed }: { story: Story; node: NodeMark; pointed: boolean }) {
  const { pointed: aside, chosen } = useApp();
  const { actor, x, y, r, name, size, label, alliances } = node;
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
        {alliances.map((alliance, k) => (
          <path
            key={alliance}
            class={`ring ${hueClass(story, alliance)}`}
            d={ring({ start: k * turn + gap, end: (k + 1) * turn - gap, r }) ?? ''}
          />
        ))}
      </g>
      <text x={label.x + label.width / 2} y={label.y + label.height / 2} font-size={size}>
        {name}
      </text>
    </g>
  );
}
