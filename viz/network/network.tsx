import type { ReadonlySignal } from '@preact/signals';
import type { Frame } from '../../sim/history/replay.ts';
import type { Places } from '../../workers/layout.ts';
import type { Story } from '../run-view/run-view.ts';
import { useApp } from '../store/state.ts';
import { pace } from '../timeline/playback-clock.ts';
import { useLater } from '../ui/lazy.ts';
import { useRoom } from '../ui/measure.ts';
import { Beyond, Terrain, Tethers } from './basemap.tsx';
import { LARGE, type Size } from './marks.ts';
import { type Room, useScene, useSummary } from './moment-scene.ts';
import { useGround } from './node-positions.ts';
import { NodeShape, OutlineShape, Tag } from './shapes.tsx';
import { TieLine } from './tie-line.tsx';
import { useTween } from './tween.ts';

const loadCanvas = () => import('./network-canvas.tsx');

interface NetworkOf {
  story: Story;
  places: Places;
  /** The state to be shown, where it is not that of the run on show. */
  state?: ReadonlySignal<Frame | undefined>;
}

export function Network({ story, places, state }: NetworkOf) {
  const { ref, size } = useRoom<HTMLDivElement>();
  return (
    <div class="network" ref={ref} data-stage>
      {size.width > 0 && size.height > 0 ? <Picture story={story} places={places} size={size} state={state} /> : null}
    </div>
  );
}

function Picture({ story, places, size, state }: NetworkOf & { size: Size }) {
  const ground = useGround(story, places, size);
  const large = story.actors.length > LARGE;
  const canvas = useLater(loadCanvas, large);
  if (!ground || (large && !canvas)) return null;
  const room = { story, ground, state, width: size.width, height: size.height };
  // What paints may not be fetched where there is no network; the drawing is slow then, but there.
  return canvas && 'came' in canvas ? <canvas.came.Painting {...room} /> : <Drawing {...room} />;
}

function Drawing(room: Room) {
  const { story, ground, width, height } = room;
  const { dragging, playing, speed, pointed } = useApp();
  const goal = useScene(room);
  const running = playing.value ? 1_000 / pace(story.ticks, speed.value) : Infinity;
  const time = dragging.value ? 0 : running;
  const scene = useTween(goal, `${width} ${height} ${story.replay.digest}`, time);
  const aside = pointed.value;
  const { atlas, sheet } = ground;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={useSummary(story)}>
      {atlas && sheet ? <Terrain sheet={sheet} /> : null}
      {scene.outlines.map((outline) => (
        <OutlineShape key={`${outline.alliance} ${outline.ghost}`} story={story} outline={outline} />
      ))}
      {atlas ? <Tethers atlas={atlas} /> : null}
      {scene.ties.map((tie) => (
        <TieLine key={`${tie.from}-${tie.to}`} tie={tie} a={scene.nodes[tie.from]!} b={scene.nodes[tie.to]!} />
      ))}
      {scene.nodes.map((node) => (
        <NodeShape key={node.actor} story={story} node={node} pointed={aside === node.actor} />
      ))}
      {atlas ? <Beyond atlas={atlas} nodes={scene.nodes} /> : null}
      {scene.outlines.map((outline) =>
        outline.ghost ? null : <Tag key={outline.alliance} story={story} outline={outline} />,
      )}
    </svg>
  );
}
