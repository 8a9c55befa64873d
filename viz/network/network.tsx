import type { ReadonlySignal } from '@preact/signals';
import type { Frame } from '../../sim/results/replay.ts';
import type { Layout } from '../../workers/layout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePlayback } from '../store/playback.ts';
import { useSelection } from '../store/selection.ts';
import { ticksASecond } from '../timeline/playback-clock.ts';
import { useLazy } from '../ui/lazy.ts';
import { type Size, useRoom } from '../ui/measure.ts';
import { OutlineShape, Tag } from './alliance-outline.tsx';
import { Basemap, Beyond, Tethers } from './basemap.tsx';
import { LARGE } from './marks.ts';
import { type Room, useScene, useSummary } from './moment-scene.ts';
import { useNodePositions } from './node-positions.ts';
import { NodeShape } from './node-shape.tsx';
import { type ElementRef, type Sight, useSight } from './sight.ts';
import { TieLine } from './tie-line.tsx';
import { useTween } from './tween.ts';
import { WarLine } from './war-line.tsx';

const loadCanvas = () => import('./network-canvas.tsx');

interface NetworkOf {
  run: RunView;
  layout: Layout;
  /** The buttons that lie over the picture. */
  tools: ElementRef;
  /** The state to be shown, where it is not that of the run on show. */
  frame?: ReadonlySignal<Frame | undefined>;
}

/** Places are measured on the ground, whose size depends on the window and the scenario, not on the room that is left of the stage. */
export function Network({ tools, ...of }: NetworkOf) {
  const { ref, size } = useRoom<HTMLDivElement>();
  const sight = useSight(ref, tools);
  return (
    <div class="network" data-stage>
      <div class="ground" ref={ref}>
        {size.width > 0 && size.height > 0 ? <Picture {...of} size={size} sight={sight} /> : null}
      </div>
    </div>
  );
}

function Picture({ run, layout, size, sight, frame }: Omit<NetworkOf, 'tools'> & { size: Size; sight: Sight }) {
  const ground = useNodePositions(run, layout, size);
  const large = run.actors.length > LARGE;
  const canvas = useLazy(loadCanvas, large);
  if (!ground || (large && !canvas)) return null;
  const room = { run, ground, sight, frame, width: size.width, height: size.height };
  // What paints may not be fetched where there is no network; the drawing is slow then, but there.
  return canvas && 'came' in canvas ? <canvas.came.Painting {...room} /> : <Drawing {...room} />;
}

function Drawing(room: Room) {
  const { run, ground, width, height } = room;
  const { dragging, playing, speed } = usePlayback();
  const { pointed } = useSelection();
  const goal = useScene(room);
  const running = playing.value ? 1_000 / ticksASecond(run.ticks, speed.value) : Infinity;
  const time = dragging.value ? 0 : running;
  const scene = useTween(goal, `${width} ${height} ${run.replay.digest}`, time);
  const aside = pointed.value;
  const { atlas, sheet } = ground;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={useSummary(run)}>
      {atlas && sheet ? <Basemap sheet={sheet} /> : null}
      {scene.outlines.map((outline) => (
        <OutlineShape key={`${outline.alliance} ${outline.ghost}`} run={run} outline={outline} />
      ))}
      {atlas ? <Tethers atlas={atlas} /> : null}
      {scene.ties.map((tie) => (
        <TieLine key={`${tie.from}-${tie.to}`} tie={tie} a={scene.nodes[tie.from]!} b={scene.nodes[tie.to]!} />
      ))}
      {scene.wars.map((war) => (
        <WarLine key={`${war.from}-${war.to}`} war={war} nodes={scene.nodes} />
      ))}
      {scene.nodes.map((node) => (
        <NodeShape key={node.actor} run={run} node={node} pointed={aside === node.actor} />
      ))}
      {atlas ? <Beyond atlas={atlas} nodes={scene.nodes} /> : null}
      {scene.outlines.map((outline) =>
        outline.ghost ? null : <Tag key={outline.alliance} run={run} outline={outline} />,
      )}
    </svg>
  );
}
