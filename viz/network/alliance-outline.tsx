import { hueClass } from '../run-view/hue-class.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useSelection } from '../store/selection.ts';
import { memo } from '../ui/memo.tsx';
import { rounded } from '../ui/path.ts';
import { choosing } from '../ui/pressed.ts';
import { DUTY, PLATE } from './arrange.ts';
import type { AllianceOutline } from './marks.ts';
import { OBLIGATION_PATHS } from './obligations.ts';
import type { Ring } from './outline-geometry.ts';

interface Outlined {
  run: RunView;
  outline: AllianceOutline;
}

const paths = new WeakMap<readonly Ring[], string>();

/** Written once for each shape, however often it is drawn while it fades. */
function pathOf(rings: readonly Ring[]): string {
  const path = paths.get(rings) ?? rings.map(rounded).join('');
  paths.set(rings, path);
  return path;
}

export const OutlineShape = memo(({ run, outline: { alliance, rings, presence, ghost } }: Outlined) => {
  const hue = hueClass(run, alliance);
  const path = pathOf(rings);
  if (ghost)
    return (
      <g class={`outline ghost ${hue}`} opacity={presence}>
        <path class="rim" d={path} />
      </g>
    );
  return (
    <g class={`outline ${hue}`} opacity={presence} data-alliance={run.alliances[alliance]!.id}>
      <path class="weft" d={path} fill={`url(#weft-${hue})`} />
      <path class="rim wash" d={path} />
    </g>
  );
});

/** The name plate on an outline, with what the treaty binds to. */
export const Tag = memo(({ run, outline: { alliance, tag, label, presence, duties } }: Outlined) => {
  const { chosen } = useSelection();
  const signs = duties.length * DUTY.room;
  return (
    <g
      class={`tag ${hueClass(run, alliance)}`}
      opacity={presence}
      transform={`translate(${label.x} ${label.y})`}
      onPointerDown={choosing(chosen, run.alliances[alliance]!.id)}
    >
      <rect width={label.width} height={label.height} rx={label.height / 2} />
      {duties.map((duty, k) => (
        <path
          key={duty}
          class="duty"
          data-duty={duty}
          d={OBLIGATION_PATHS[duty]}
          transform={`translate(${PLATE - 1 + k * DUTY.room} ${(label.height - DUTY.side) / 2})`}
        />
      ))}
      <text x={signs + (label.width - signs) / 2} y={label.height / 2}>
        {tag}
      </text>
    </g>
  );
});
