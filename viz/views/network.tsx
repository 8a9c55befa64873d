import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Frame } from '../../sim/replay.ts';
import { useApp } from '../app/state.ts';
import type { Places } from '../network/layout.ts';
import { sceneAt } from '../network/scene.ts';
import { alliancesAt } from '../story/moment.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { useRoom } from './measure.ts';
import { NodeShape, OutlineShape, Tag, TieLine } from './shapes.tsx';
import { useTween } from './tween.ts';

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
      {size.width > 0 && size.height > 0 ? (
        <Picture story={story} places={places} width={size.width} height={size.height} of={state} />
      ) : null}
    </div>
  );
}

interface Room {
  story: Story;
  places: Places;
  width: number;
  height: number;
  of: ReadonlySignal<Frame | undefined> | undefined;
}

function Picture({ story, places, width, height, of }: Room) {
  const { tick, frame, feuds, dragging, pointed } = useApp();
  const [at, state, hostile] = [tick.value, (of ?? frame).value, feuds.value];
  const goal = useMemo(
    () => sceneAt(story, places, { width, height }, at, state, hostile),
    [story, places, width, height, at, state, hostile],
  );
  const scene = useTween(goal, `${width} ${height} ${story.replay.digest}`, dragging.value);
  const aside = pointed.value;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary(story, at)}>
      {scene.outlines.map((outline) => (
        <OutlineShape key={outline.alliance} story={story} outline={outline} />
      ))}
      {scene.ties.map((tie) => (
        <TieLine key={`${tie.from}-${tie.to}`} tie={tie} nodes={scene.nodes} />
      ))}
      {scene.nodes.map((node) => (
        <NodeShape key={node.actor} story={story} node={node} pointed={aside === node.actor} />
      ))}
      {scene.outlines.map((outline) => (
        <Tag key={outline.alliance} story={story} outline={outline} />
      ))}
    </svg>
  );
}

/** The picture in a sentence; the table holds the rest. */
function summary(story: Story, tick: number): string {
  const present = alliancesAt(story, tick);
  const named = present.map(
    ({ alliance, members }) => `${alliance.name} of ${members.map((actor) => story.actors[actor]!.name).join(', ')}`,
  );
  return `${dateLabel(story.clock, tick)}: ${named.length > 0 ? named.join('; ') : 'no alliances'}`;
}
