import type { Frame } from '../../sim/replay.ts';
import { alliancesAt, figuresAt } from '../story/moment.ts';
import type { Alliance, Story } from '../story/story.ts';
import { type Circle, CORNERS, hull, mix, type Point, resample } from './hull.ts';
import { type Box, placeLabels, shortened, shortName, textWidth } from './labels.ts';
import type { Places } from './layout.ts';

export interface Size {
  width: number;
  height: number;
}

export interface NodeMark extends Circle {
  actor: number;
  /** Places in the story's alliances. */
  alliances: number[];
  name: string;
  /** Of the letters. */
  size: number;
  label: Box;
}

export interface Outline {
  alliance: number;
  points: Point[];
  label: Box;
  tag: string;
  /** 0 while it comes or goes, 1 when it is there. */
  presence: number;
}

export interface Tie {
  from: number;
  to: number;
  /** 0 … 1; below 0 for ill will. */
  trust: number;
}

/** All that the network shows at one moment, in pixels. */
export interface Scene {
  nodes: NodeMark[];
  outlines: Outline[];
  ties: Tie[];
}

const TAG_SIZE = 12;

/** Where there is little room outlines bear letters only, and actors shorter names; the table has the whole. */
const isTerse = ({ width }: Size): boolean => width < 600;

/** Letters of an actor's name and their size; room around the outermost nodes, for outlines and names. */
const ROOMY = { letters: 24, size: 13, x: 72, top: 58, bottom: 62 };
const TERSE = { letters: 15, size: 11.5, x: 42, top: 30, bottom: 36 };

export function sceneAt(
  story: Story,
  places: Places,
  size: Size,
  tick: number,
  frame: Frame | undefined,
  feuds: boolean,
): Scene {
  const present = alliancesAt(story, tick);
  const nodes = nodesAt(story, places, size, tick);
  // The largest lies outermost where several run round the same actor.
  const order = [...present].sort((a, b) => a.members.length - b.members.length || a.alliance.from - b.alliance.from);
  const outlines: Outline[] = order.map(({ alliance, members }) => {
    const index = story.alliances.indexOf(alliance);
    const circles = members.map((actor) => {
      const node = nodes[actor]!;
      node.alliances.push(index);
      return { x: node.x, y: node.y, r: node.r + 9 + 7 * Math.min(4, node.alliances.length - 1) };
    });
    return {
      alliance: index,
      points: resample(hull(circles)),
      tag: isTerse(size) || alliance.hue < 0 ? alliance.letter : tagOf(alliance),
      label: NOWHERE,
      presence: 1,
    };
  });
  outlines.reverse();
  arrange(story, nodes, outlines, size);
  return { nodes, outlines, ties: frame ? tiesAt(story, nodes, frame, feuds) : [] };
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

function nodesAt(story: Story, places: Places, room: Size, tick: number): NodeMark[] {
  const { width, height } = room;
  const { letters, size, ...margin } = isTerse(room) ? TERSE : ROOMY;
  const strength = figuresAt(story, 'strength', tick);
  const n = story.actors.length;
  const most = Math.max(6, Math.min(26, Math.sqrt((width * height) / n) / 6));
  let top = 0;
  for (const value of story.replay.series.actors.length > 0 ? strength : []) top = Math.max(top, value);
  const inner = {
    width: Math.max(80, width - 2 * margin.x),
    height: Math.max(60, height - margin.top - margin.bottom),
  };
  return places.map(([x, y], actor) => ({
    actor,
    x: margin.x + x * inner.width,
    y: margin.top + y * inner.height,
    r: Math.max(4, most * Math.sqrt((strength[actor] ?? 1) / (top || 1))),
    alliances: [],
    name: shortName(story.actors[actor]!.name, letters),
    size,
    label: NOWHERE,
  }));
}

/** What stands on an outline. Where there is little room it is the letter alone, which the list of alliances explains. */
export const tagOf = ({ letter, short }: Alliance): string => `${letter}  ${shortened(short, 27)}`;

/** The corner that the stage's own buttons take; where there is little room they stand above the picture. */
const CORNER: Box = { x: 0, y: 0, width: 260, height: 50 };

/** Around a disc and its rings. */
const HALO = 6;

function arrange(story: Story, nodes: NodeMark[], outlines: Outline[], size: Size): void {
  const room = { x: 4, y: 4, width: size.width - 8, height: size.height - 8 };
  const discs = nodes.map(({ x, y, r }) => around(x, y, r + HALO));
  const names = nodes.map(({ name, size: letters, x, y, r }) => {
    const wide = textWidth(name, letters);
    const aside = r + 6 + wide / 2;
    return {
      width: wide,
      height: letters + 3,
      at: [
        [x, y + r + 14],
        [x, y - r - 14],
        [x + aside, y],
        [x - aside, y],
        [x + aside, y + 10],
        [x - aside, y + 10],
        [x + aside, y - 10],
        [x - aside, y - 10],
      ] as const,
    };
  });
  const taken = isTerse(size) ? discs : [...discs, CORNER];
  const placed = placeLabels(names, taken, room);
  nodes.forEach((node, k) => {
    node.label = placed[k]!;
  });
  const tags = outlines.map(({ alliance, points, tag }) => ({
    width: tagWidth(tag),
    short: tagWidth(story.alliances[alliance]!.letter),
    height: 20,
    at: [36, 40, 32, 44, 28, 12, 8, 16, 4, 20, 0, 24].map((k) => points[(k * CORNERS) / 48]!),
  }));
  placeLabels(tags, [...taken, ...placed], room).forEach((box, k) => {
    const outline = outlines[k]!;
    outline.label = box;
    if (box.width < tags[k]!.width) outline.tag = story.alliances[outline.alliance]!.letter;
  });
}

const around = (x: number, y: number, r: number): Box => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
const tagWidth = (tag: string): number => textWidth(tag, TAG_SIZE) + 18;

function tiesAt(story: Story, nodes: readonly NodeMark[], frame: Frame, feuds: boolean): Tie[] {
  const n = story.actors.length;
  const ties: Tie[] = [];
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const mutual = (matrix: ArrayLike<number>): number => (matrix[i * n + j]! + matrix[j * n + i]!) / 2;
      if (nodes[i]!.alliances.some((k) => nodes[j]!.alliances.includes(k)))
        ties.push({ from: i, to: j, trust: mutual(frame.trust) });
      else if (feuds && mutual(frame.hostility) > 0.15) ties.push({ from: i, to: j, trust: -mutual(frame.hostility) });
    }
  return ties;
}

/** A moment between two: what stays is moved, what comes or goes fades. */
export function blend(a: Scene, b: Scene, share: number): Scene {
  const before = new Map(a.outlines.map((outline) => [outline.alliance, outline]));
  const after = new Set(b.outlines.map(({ alliance }) => alliance));
  const outlines = b.outlines.map((outline) => {
    const old = before.get(outline.alliance);
    if (!old) return { ...outline, presence: share };
    return {
      ...outline,
      points: outline.points.map(
        ([x, y], k): Point => [mix(old.points[k]![0], x, share), mix(old.points[k]![1], y, share)],
      ),
      label: blendBox(old.label, outline.label, share),
      presence: mix(old.presence, 1, share),
    };
  });
  const going = a.outlines
    .filter(({ alliance }) => !after.has(alliance))
    .map((outline) => ({ ...outline, presence: outline.presence * (1 - share) }));
  const nodes = b.nodes.map((node, k) => ({
    ...node,
    r: mix(a.nodes[k]?.r ?? node.r, node.r, share),
    label: blendBox(a.nodes[k]?.label ?? node.label, node.label, share),
  }));
  return { nodes, outlines: share < 1 ? [...going, ...outlines] : outlines, ties: b.ties };
}

const blendBox = (a: Box, b: Box, share: number): Box => ({
  x: mix(a.x, b.x, share),
  y: mix(a.y, b.y, share),
  width: b.width,
  height: b.height,
});
