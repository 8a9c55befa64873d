import { paintNames, paintPlates } from './draw-labels.ts';
import type { NetworkScene, NodeMark, TieMark } from './marks.ts';
import type { Ring } from './outline-geometry.ts';
import { hueIndex, hueOf, type NetworkPicture, type Palette } from './palette.ts';
import { between, feudStroke, strokeOf, zigzag } from './strokes.ts';
import { warEnds } from './wars.ts';

/** Draws a large world: what is alike is drawn in one stroke, for thousands of strokes would not fit into a frame. */
export function paintNetwork(pen: CanvasRenderingContext2D, picture: NetworkPicture): void {
  // What a layer sets for itself must not show in the next picture.
  pen.save();
  pen.clearRect(0, 0, picture.width, picture.height);
  pen.lineCap = 'round';
  paintGround(pen, picture);
  paintOutlines(pen, picture);
  paintTies(pen, picture);
  paintWars(pen, picture);
  paintNodes(pen, picture);
  paintNames(pen, picture);
  paintPlates(pen, picture);
  pen.restore();
}

function paintGround(pen: CanvasRenderingContext2D, { ground, palette }: NetworkPicture): void {
  if (!ground) return;
  pen.strokeStyle = palette.rule;
  pen.lineWidth = 0.5;
  pen.stroke(ground.grid);
  pen.fillStyle = palette.rule;
  pen.globalAlpha = 0.45;
  pen.fill(ground.land);
  pen.globalAlpha = 1;
}

/** For hundreds of lines a browser without a graphics card takes three times as long where they are any wider, px. */
const HAIR = 1;

function paintOutlines(pen: CanvasRenderingContext2D, picture: NetworkPicture): void {
  const own = picture.pointed === undefined ? [] : picture.scene.nodes[picture.pointed]!.alliances;
  for (const { alliance, rings } of picture.scene.outlines) {
    const { fill, edge, dash } = hueOf(picture, alliance);
    const path = pathOf(rings);
    pen.globalAlpha = 0.1;
    pen.fillStyle = fill;
    pen.fill(path);
    pen.globalAlpha = own.length > 0 && !own.includes(alliance) ? 0.35 : 1;
    pen.strokeStyle = edge;
    pen.lineWidth = own.includes(alliance) ? 2.4 : HAIR;
    pen.setLineDash(dash);
    pen.stroke(path);
  }
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

const paths = new WeakMap<readonly Ring[], Path2D>();

/** Most outlines are what they were a tick ago: a shape is walked once. */
function pathOf(rings: readonly Ring[]): Path2D {
  const known = paths.get(rings);
  if (known) return known;
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach(([x, y], k) => {
      if (k === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
  paths.set(rings, path);
  return path;
}

/** Steps of trust or ill will that are drawn alike. */
const STEPS = 5;

function paintTies(pen: CanvasRenderingContext2D, { scene: { ties, nodes }, palette }: NetworkPicture): void {
  const alike = new Map<string, TieMark[]>();
  for (const tie of ties) {
    const key = `${tie.trust < 0} ${tie.falls} ${Math.round(Math.abs(tie.trust) * STEPS)}`;
    const others = alike.get(key);
    if (others) others.push(tie);
    else alike.set(key, [tie]);
  }
  for (const group of alike.values()) {
    const [{ trust, falls }] = group as [TieMark];
    const size = Math.round(Math.abs(trust) * STEPS) / STEPS;
    const { width, opacity } = trust < 0 ? feudStroke(size) : strokeOf(size);
    pen.beginPath();
    for (const { from, to } of group) {
      const [a, b] = between(nodes[from]!, nodes[to]!);
      for (const [k, [x, y]] of (trust < 0 ? zigzag(a, b) : [a, b]).entries()) {
        if (k === 0) pen.moveTo(x, y);
        else pen.lineTo(x, y);
      }
    }
    pen.strokeStyle = trust < 0 ? palette.rubric : palette.ink;
    pen.lineWidth = width * 0.6;
    pen.globalAlpha = opacity;
    pen.setLineDash(falls ? FALLING_DASH : []);
    pen.stroke();
    pen.setLineDash([]);
    pen.globalAlpha = 1;
    if (falls) paintFalls(pen, group, nodes, palette);
  }
}

const FALLING_DASH = [4, 4];

/** Arrowheads down, smaller than in a small world. */
function paintFalls(pen: CanvasRenderingContext2D, ties: TieMark[], nodes: NodeMark[], { ink, paper }: Palette): void {
  pen.beginPath();
  for (const { from, to } of ties) {
    const [x, y] = [(nodes[from]!.x + nodes[to]!.x) / 2, (nodes[from]!.y + nodes[to]!.y) / 2];
    pen.moveTo(x - 3, y - 2);
    pen.lineTo(x + 3, y - 2);
    pen.lineTo(x, y + 3);
    pen.closePath();
  }
  pen.strokeStyle = paper;
  pen.lineWidth = 2;
  pen.stroke();
  pen.fillStyle = ink;
  pen.fill();
}

/** A dark line with a light core: two lines, as nothing else is drawn. */
function paintWars(pen: CanvasRenderingContext2D, { scene: { wars, nodes }, palette }: NetworkPicture): void {
  if (wars.length === 0) return;
  pen.beginPath();
  for (const war of wars) {
    const [[ax, ay], [bx, by]] = warEnds(war, nodes);
    pen.moveTo(ax, ay);
    pen.lineTo(bx, by);
  }
  for (const [colour, width] of [
    [palette.war, 4.5],
    [palette.paper, 1.5],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  }
}

function paintNodes(pen: CanvasRenderingContext2D, picture: NetworkPicture): void {
  const { scene, palette, pointed } = picture;
  discs(pen, scene.nodes, palette.ink);
  const pieces = piecesByHue(picture);
  for (const [key, group] of pieces) {
    const [hue = '', broken] = key.split(' ');
    pen.beginPath();
    for (const { node, start, end } of group) {
      const reach = node.r + 1.5;
      pen.moveTo(node.x + reach * Math.cos(start), node.y + reach * Math.sin(start));
      pen.arc(node.x, node.y, reach, start, end);
    }
    pen.strokeStyle = palette.hues[Number(hue)]!.edge;
    pen.lineWidth = HAIR;
    pen.lineCap = 'butt';
    pen.setLineDash(broken === 'true' ? [1.4, 1.6] : []);
    pen.stroke();
  }
  pen.setLineDash([]);
  if (pointed !== undefined) discs(pen, [scene.nodes[pointed]!], palette.rubric);
}

function discs(pen: CanvasRenderingContext2D, nodes: readonly NodeMark[], colour: string): void {
  pen.beginPath();
  for (const { x, y, r } of nodes) {
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
  }
  pen.fillStyle = colour;
  pen.fill();
}

interface Piece {
  node: NodeMark;
  start: number;
  end: number;
}

function piecesByHue({ scene, run }: NetworkPicture): Map<string, Piece[]> {
  const groups = new Map<string, Piece[]>();
  for (const node of scene.nodes) {
    const turn = (2 * Math.PI) / Math.max(1, node.alliances.length);
    node.alliances.forEach((alliance, k) => {
      const key = `${hueIndex(run, alliance)} ${node.short.includes(alliance)}`;
      const piece = { node, start: k * turn - Math.PI / 2, end: (k + 1) * turn - Math.PI / 2 };
      const others = groups.get(key);
      if (others) others.push(piece);
      else groups.set(key, [piece]);
    });
  }
  return groups;
}

/** How far beside a disc one may point and still mean it, px. */
const REACH = 6;

/** The actor at a point; the nearest where several are. */
export function actorAt({ nodes }: NetworkScene, x: number, y: number): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  for (const node of nodes) {
    const gap = Math.hypot(node.x - x, node.y - y) - node.r;
    if (gap < Math.min(least, REACH)) {
      least = gap;
      found = node.actor;
    }
  }
  return found;
}
