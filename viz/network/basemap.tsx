import { memo } from '../ui/memo.tsx';
import type { Atlas } from './atlas.ts';
import type { MapSheet } from './coastlines.ts';
import type { NodeMark } from './marks.ts';

/** Coasts and grid, and nothing else: borders would be those of another year. */
export const Basemap = memo(({ sheet }: { sheet: MapSheet }) => (
  <g class="terrain">
    <path class="meridians" d={sheet.grid} />
    <path class="land" d={sheet.land} />
  </g>
));

/** A thread from whoever had to make room to where it lies. */
export const Tethers = memo(({ atlas }: { atlas: Atlas }) => (
  <g class="tethers">
    {atlas.at.map(([x, y], actor) => {
      const [homeX, homeY] = atlas.home[actor]!;
      if (atlas.beyond.has(actor) || Math.hypot(x - homeX, y - homeY) < TETHERED) return null;
      return (
        <g key={actor}>
          <path d={`M${x} ${y}L${homeX} ${homeY}`} />
          <circle cx={homeX} cy={homeY} r="2" />
        </g>
      );
    })}
  </g>
));

/** Farther than this from home it is not plain where somebody lies, px. */
const TETHERED = 10;

/** An arrowhead beside whoever lies off the sheet, toward where it lies. */
export function Beyond({ atlas, nodes }: { atlas: Atlas; nodes: readonly NodeMark[] }) {
  return (
    <g class="beyond">
      {[...atlas.beyond].map((actor) => {
        const { x, y, r } = nodes[actor]!;
        const [homeX, homeY] = atlas.home[actor]!;
        const turn = (180 / Math.PI) * Math.atan2(homeY - y, homeX - x);
        return (
          <path
            key={actor}
            d="M0-5 8 0 0 5Z"
            transform={`translate(${x} ${y}) rotate(${turn}) translate(${r + 9} 0)`}
          />
        );
      })}
    </g>
  );
}
