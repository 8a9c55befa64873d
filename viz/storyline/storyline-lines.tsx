import { useMemo } from 'preact/hooks';
import { hueClass } from '../run-view/hue-class.ts';
import type { RunView } from '../run-view/run-view.ts';
import { axisMarks } from '../run-view/time.ts';
import { useSelection } from '../store/selection.ts';
import { usePointed } from '../store/use-pointed.ts';
import { shortName } from '../ui/label-text.ts';
import type { Axis } from '../ui/measure.ts';
import { memo } from '../ui/memo.tsx';
import { choosing } from '../ui/pressed.ts';
import { bandNames } from './band-names.ts';
import { actorPath, type Band, bandsOf, type StorylineLayout, sideMarks, type TimeScale } from './lines.ts';
import { warPaths } from './wars.ts';

interface Drawn {
  run: RunView;
  lines: StorylineLayout;
  axis: Axis;
  y: (level: number) => number;
}

const scaleOf = ({ axis, y }: Pick<Drawn, 'axis' | 'y'>): TimeScale => ({ x: axis.edge, y });

/** All of the storyline that stands still: bands, lines, names on the bands. */
export const StorylineLines = memo(({ run, lines, axis, y, unit }: Drawn & { unit: number }) => {
  const scale = scaleOf({ axis, y });
  const padding = Math.min(9, unit * 0.46);
  const bands = bandsOf(lines, scale, padding);
  const years = axisMarks(run.clock, run.ticks, Math.max(2, (axis.right - axis.left) / 90));
  const foot = y(lines.depth) + 12;
  return (
    <g>
      {years.map(({ tick }) => (
        <path key={tick} class="gridline" d={`M${axis.edge(tick)} 0V${foot + 4}`} />
      ))}
      {bands.map((band) => (
        <BandShape key={`${band.alliance}-${band.from}`} run={run} band={band} />
      ))}
      {sideMarks(lines, scale, 3.2, Math.max(1, Math.floor((unit - 5) / 3.2))).map(({ alliance, actor, path }) => (
        <path key={`${alliance}-${actor}-${path.length}`} class={`side ${hueClass(run, alliance)}`} d={path} />
      ))}
      {run.actors.map(({ id, name }, actor) => (
        <Line key={id} actor={actor} name={name} path={actorPath(lines, actor, scale)} />
      ))}
      <Wars run={run} lines={lines} axis={axis} y={y} size={Math.min(6, unit * 0.42)} />
      {bands.map((band) => (
        <Called key={`${band.alliance}-${band.from}`} run={run} band={band} drop={padding + unit / 2} />
      ))}
    </g>
  );
});

function BandShape({ run, band }: { run: RunView; band: Band }) {
  const hue = hueClass(run, band.alliance);
  return (
    <g class={`band ${hue}`}>
      <title>{run.alliances[band.alliance]!.name}</title>
      <path class="wash" d={band.path} />
      <path class="weft" d={band.path} fill={`url(#weft-${hue})`} />
    </g>
  );
}

function Wars({ run, lines, axis, y, size }: Drawn & { size: number }) {
  const { attackers, defenders, between } = warPaths(run, lines, axis, y, size);
  if (!attackers && !defenders) return null;
  return (
    <g class="wars">
      {between ? <path class="war-between" d={between} /> : null}
      {defenders ? <path class="war-defends" d={defenders} /> : null}
      {attackers ? <path class="war-attacks" d={attackers} /> : null}
    </g>
  );
}

/** Between the band's first two lines. */
function Called({ run, band, drop }: { run: RunView; band: Band; drop: number }) {
  const { chosen } = useSelection();
  const alliance = run.alliances[band.alliance]!;
  return (
    <>
      {bandNames(band, alliance).map(({ text, x, y }) => (
        <text
          key={x}
          class={`band-name ${hueClass(run, band.alliance)}`}
          x={x}
          y={y + drop}
          onPointerDown={choosing(chosen, alliance.id)}
        >
          {text}
        </text>
      ))}
    </>
  );
}

function Line({ actor, name, path }: { actor: number; name: string; path: string }) {
  const { chosen } = useSelection();
  const { isPointed, pointing } = usePointed(actor);
  return (
    <g class={isPointed ? 'strand pointed' : 'strand'} {...pointing}>
      <title>{name}</title>
      <path class="reach" d={path} />
      <path class="thread" d={path} onPointerDown={choosing(chosen, actor)} />
    </g>
  );
}

/** As many as the gutter holds. */
const NAME_LETTERS = 19;

/** Names at both ends: lines that cross end elsewhere than they began. */
export function LineNames({ run, lines, axis, y }: Drawn) {
  const ends = useMemo(() => [lines.heights[0]!, lines.heights[lines.heights.length - 1]!] as const, [lines]);
  return (
    <g class="names">
      {run.actors.map(({ id, name }, actor) => (
        <Name key={id} actor={actor} name={name} axis={axis} from={y(ends[0][actor]!)} to={y(ends[1][actor]!)} />
      ))}
    </g>
  );
}

interface Named {
  actor: number;
  name: string;
  axis: Axis;
  /** Heights at the two ends. */
  from: number;
  to: number;
}

function Name({ actor, name, axis, from, to }: Named) {
  const { chosen } = useSelection();
  const { isPointed, pointing } = usePointed(actor);
  return (
    <g class={isPointed ? 'pointed' : ''} {...pointing} onPointerDown={choosing(chosen, actor)}>
      <text x={axis.left - 10} y={from} text-anchor="end">
        {shortName(name, NAME_LETTERS)}
      </text>
      <text x={axis.right + 10} y={to}>
        {shortName(name, NAME_LETTERS)}
      </text>
    </g>
  );
}
