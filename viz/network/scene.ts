import type { Frame } from '../../sim/history/replay.ts';
import type { Places } from '../../workers/layout.ts';
import { alliancesAt, figuresAt } from '../run-view/moment.ts';
import type { Story } from '../run-view/run-view.ts';
import { arrange, isTerse, lettering, tagOf } from './arrange.ts';
import { hull, type Point, resample } from './hull.ts';
import { shortName } from './labels.ts';
import { LARGE, NOWHERE, type NodeMark, type Outline, type Scene, type Size } from './marks.ts';
import { dutiesOf } from './obligations.ts';
import { tiesOf } from './ties.ts';

export type { NodeMark, Outline, Scene, Size, Tie } from './marks.ts';

/** Places of the unit square, spread over a room. */
export function spreadOver(places: Places, room: Size): Point[] {
  const { x: side, top, bottom } = lettering(room);
  const width = Math.max(80, room.width - 2 * side);
  const height = Math.max(60, room.height - top - bottom);
  return places.map(([x, y]) => [side + x * width, top + y * height]);
}

/** @param earlier trust of a year before. */
export function sceneAt(
  story: Story,
  places: Places,
  size: Size,
  tick: number,
  frame: Frame | undefined,
  feuds: boolean,
  earlier?: ArrayLike<number>,
): Scene {
  return felt(story, standing(story, spreadOver(places, size), size, tick), frame, feuds, earlier);
}

/** Actors and alliances of a tick, and all names; what the story itself tells. */
export function standing(story: Story, at: readonly Point[], size: Size, tick: number): Scene {
  const present = alliancesAt(story, tick);
  const nodes = nodesAt(story, at, size, tick);
  const index = new Map(story.alliances.map((alliance, k) => [alliance, k]));
  // The largest lies outermost where several run round the same actor.
  const order = [...present].sort((a, b) => a.members.length - b.members.length || a.alliance.from - b.alliance.from);
  const duties = dutiesOf(story);
  const crowded = nodes.length > LARGE;
  const outlines: Outline[] = order.map(({ alliance, members }) => {
    const own = index.get(alliance)!;
    const circles = members.map((actor) => {
      const node = nodes[actor]!;
      node.alliances.push(own);
      const rings = Math.min(4, node.alliances.length - 1);
      return { x: node.x, y: node.y, r: node.r + (crowded ? 4 + 2 * rings : 9 + 7 * rings) };
    });
    const terse = isTerse(size) || alliance.hue < 0 || crowded;
    return {
      alliance: own,
      members,
      points: resample(hull(circles, crowded ? 10 : 24)),
      tag: terse ? alliance.letter : tagOf(alliance),
      duties: duties[own]!,
      label: NOWHERE,
      presence: 1,
    };
  });
  outlines.reverse();
  arrange(story, nodes, outlines, size);
  return { nodes, outlines, ties: [] };
}

/** What the state of the tick adds to it: trust, ill will, and who gives less than it promised. */
export function felt(
  story: Story,
  scene: Scene,
  frame: Frame | undefined,
  feuds: boolean,
  earlier?: ArrayLike<number>,
): Scene {
  if (!frame) return scene;
  const short = shortAt(story, scene, frame);
  return {
    nodes: scene.nodes.map((node) => {
      const own = short.get(node.actor);
      return own ? { ...node, short: own } : node;
    }),
    outlines: scene.outlines,
    ties: tiesOf(
      scene.nodes,
      scene.outlines.map(({ members }) => members),
      frame,
      earlier,
      feuds,
    ),
  };
}

/** What of its quota a member may be seen to leave unpaid before it counts as short. */
const SLACK = 0.1;

/** Actor → the alliances in which it is seen to give less than it promised. */
function shortAt(story: Story, { outlines }: Scene, frame: Frame): Map<number, number[]> {
  const shown = new Map(outlines.map(({ alliance }) => [story.alliances[alliance]!.id, alliance]));
  const short = new Map<number, number[]>();
  for (const { id, members } of frame.alliances) {
    const alliance = shown.get(id);
    if (alliance === undefined) continue;
    for (const { actor, quota, seen } of members) {
      const k = story.indexOf.get(actor);
      if (k === undefined || seen >= (1 - SLACK) * quota) continue;
      short.set(k, [...(short.get(k) ?? []), alliance]);
    }
  }
  return short;
}

function nodesAt(story: Story, at: readonly Point[], room: Size, tick: number): NodeMark[] {
  const { letters, size } = lettering(room);
  const strength = figuresAt(story, 'strength', tick);
  const n = story.actors.length;
  const most = Math.max(6, Math.min(26, Math.sqrt((room.width * room.height) / n) / 6));
  const least = n > LARGE ? 2.5 : 4;
  let top = 0;
  for (const value of story.replay.series.actors.length > 0 ? strength : []) top = Math.max(top, value);
  return at.map(([x, y], actor) => ({
    actor,
    x,
    y,
    r: Math.max(least, most * Math.sqrt((strength[actor] ?? 1) / (top || 1))),
    alliances: [],
    short: NONE,
    name: shortName(story.actors[actor]!.name, letters),
    size,
    label: NOWHERE,
  }));
}

const NONE: readonly number[] = [];
