import type { Frame } from '../../sim/results/replay.ts';
import type { Layout } from '../../workers/layout.ts';
import { alliancesAt, figuresAt } from '../run-view/moment.ts';
import type { AllianceView, RunView } from '../run-view/run-view.ts';
import { shortName } from '../ui/label-text.ts';
import type { Size } from '../ui/measure.ts';
import { arrange, isTerse, lettering, tagOf } from './arrange.ts';
import { type AllianceOutline, LARGE, type NetworkScene, NOWHERE, type NodeMark } from './marks.ts';
import { drawnObligationsOf } from './obligations.ts';
import type { Point } from './outline-geometry.ts';
import { outlinesOn } from './outline-shapes.ts';
import { CLEAR, type Sight } from './sight.ts';
import { tieMarksOf } from './ties.ts';
import { warMarksOf } from './wars.ts';

export type { AllianceOutline, NetworkScene, NodeMark, TieMark } from './marks.ts';

/** Places of the unit square, spread over a room. */
export function spreadOver(places: Layout, room: Size): Point[] {
  const { x: side, top, bottom } = lettering(room);
  const width = Math.max(80, room.width - 2 * side);
  const height = Math.max(60, room.height - top - bottom);
  return places.map(([x, y]) => [side + x * width, top + y * height]);
}

/** @param earlier trust of a year before. */
export function sceneAt(
  run: RunView,
  places: Layout,
  size: Size,
  tick: number,
  frame: Frame | undefined,
  feuds: boolean,
  earlier?: ArrayLike<number>,
): NetworkScene {
  return felt(run, standing(run, spreadOver(places, size), size, tick), frame, feuds, earlier);
}

/** Actors and alliances of a tick, and all names; what the run itself tells. */
export function standing(
  run: RunView,
  at: readonly Point[],
  size: Size,
  tick: number,
  sight: Sight = CLEAR,
): NetworkScene {
  const present = alliancesAt(run, tick);
  const nodes = nodesAt(run, at, size, tick);
  const index = indexOf(run);
  // The largest lies outermost where several run round the same actor.
  const order = [...present].sort((a, b) => a.members.length - b.members.length || a.alliance.from - b.alliance.from);
  const duties = drawnObligationsOf(run);
  const crowded = nodes.length > LARGE;
  const outlineOf = outlinesOn(at, nodes);
  const outlines: AllianceOutline[] = order.map(({ alliance, members }) => {
    const own = index.get(alliance)!;
    for (const actor of members) nodes[actor]!.alliances.push(own);
    const terse = isTerse(size) || alliance.hue < 0 || crowded;
    return {
      alliance: own,
      members,
      rings: outlineOf(members),
      tag: terse ? alliance.letter : tagOf(alliance),
      duties: duties[own]!,
      label: NOWHERE,
      presence: 1,
    };
  });
  outlines.reverse();
  arrange(run, nodes, outlines, size, sight);
  return { nodes, outlines, ties: [], wars: warMarksOf(run, tick) };
}

/** A long run of a large world has thousands of alliances: where each stands is looked up once. */
const indices = new WeakMap<RunView, ReadonlyMap<AllianceView, number>>();

function indexOf(run: RunView): ReadonlyMap<AllianceView, number> {
  const index = indices.get(run) ?? new Map(run.alliances.map((alliance, k) => [alliance, k]));
  indices.set(run, index);
  return index;
}

/** What the state of the tick adds to it: trust, ill will, and who gives less than it promised. */
export function felt(
  run: RunView,
  scene: NetworkScene,
  frame: Frame | undefined,
  feuds: boolean,
  earlier?: ArrayLike<number>,
): NetworkScene {
  if (!frame) return scene;
  const short = shortAt(run, scene, frame);
  return {
    ...scene,
    nodes: scene.nodes.map((node) => {
      const own = short.get(node.actor);
      return own ? { ...node, short: own } : node;
    }),
    ties: tieMarksOf(
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
function shortAt(run: RunView, { outlines }: NetworkScene, frame: Frame): Map<number, number[]> {
  const shown = new Map(outlines.map(({ alliance }) => [run.alliances[alliance]!.id, alliance]));
  const short = new Map<number, number[]>();
  for (const { id, members } of frame.alliances) {
    const alliance = shown.get(id);
    if (alliance === undefined) continue;
    for (const { actor, quota, seen } of members) {
      const k = run.indexOf.get(actor);
      // What is seen is a share of the quota already.
      if (k === undefined || quota === 0 || seen >= 1 - SLACK) continue;
      short.set(k, [...(short.get(k) ?? []), alliance]);
    }
  }
  return short;
}

function nodesAt(run: RunView, at: readonly Point[], room: Size, tick: number): NodeMark[] {
  const { letters, size } = lettering(room);
  const strength = figuresAt(run, 'strength', tick);
  const n = run.actors.length;
  const most = Math.max(6, Math.min(26, Math.sqrt((room.width * room.height) / n) / 6));
  const least = n > LARGE ? 2.5 : 4;
  let top = 0;
  for (const value of run.replay.series.actors.length > 0 ? strength : []) top = Math.max(top, value);
  return at.map(([x, y], actor) => ({
    actor,
    x,
    y,
    r: Math.max(least, most * Math.sqrt((strength[actor] ?? 1) / (top || 1))),
    alliances: [],
    short: NONE,
    name: shortName(run.actors[actor]!.name, letters),
    size,
    label: NOWHERE,
  }));
}

const NONE: readonly number[] = [];
