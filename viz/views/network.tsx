import { useMemo } from 'preact/hooks';
import { useApp } from '../app/state.ts';
import type { Places } from '../network/layout.ts';
import { sceneAt } from '../network/scene.ts';
import { alliancesAt } from '../story/moment.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { useRoom } from './measure.ts';
import { NodeShape, OutlineShape, Tag, TieLine } from './shapes.tsx';
import { useTween } from './tween.ts';

export function Network({ story, places }: { story: Story; places: Places }) {
  const { ref, size } = useRoom<HTMLDivElement>();
  return (
    <div class="network" ref={ref} data-stage>
      {size.width > 0 && size.height > 0 ? (
        <Picture story={story} places={places} width={size.width} height={size.height} />
      ) : null}
    </div>
  );
}

interface Room {
  story: Story;
  places: Places;
  width: number;
  height: number;
}

function Picture({ story, places, width, height }: Room) {
  const { tick, frame, feuds, dragging, pointed } = useApp();
  const [at, state, hostile] = [tick.value, frame.value, feuds.value];
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
