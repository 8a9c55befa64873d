import type { Box } from './labels.ts';
import type { AllianceOutline, NetworkScene, NodeMark } from './marks.ts';
import { mix, type Point } from './outline-geometry.ts';

/** A moment between two: what stays is moved, what comes or goes fades. */
export function interpolateScenes(a: NetworkScene, b: NetworkScene, share: number): NetworkScene {
  const before = new Map(a.outlines.filter(({ ghost }) => !ghost).map((outline) => [outline.alliance, outline]));
  const after = new Set(b.outlines.map(({ alliance }) => alliance));
  const outlines = b.outlines.map((outline) => {
    const old = before.get(outline.alliance);
    if (!old) return { ...outline, presence: share };
    if (old === outline) return outline;
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
  const nodes = b.nodes.map((node, k) => blendNode(a.nodes[k], node, share));
  return { nodes, outlines: share < 1 ? [...going, ...outlines] : outlines, ties: b.ties, wars: b.wars };
}

/** Without motion: all is where it will be, and the outlines that changed fade where they were. */
export function fadeScene(a: NetworkScene, b: NetworkScene, share: number): NetworkScene {
  if (share >= 1) return b;
  const after = new Map(b.outlines.map((outline) => [outline.alliance, outline]));
  const ghosts = a.outlines
    .filter((outline) => outline.ghost || !alike(outline, after.get(outline.alliance)))
    .map((outline) => ({ ...outline, ghost: true, presence: outline.presence * (1 - share) }));
  const once = new Map(ghosts.map((ghost) => [ghost.alliance, ghost]));
  return { ...b, outlines: [...once.values(), ...b.outlines] };
}

/** An outline that moves less than this is not worth drawing the picture over and over for, px. */
const STIR = 4;

/** Whether nobody comes, goes or stands elsewhere. */
export const isQuiet = (a: NetworkScene, b: NetworkScene): boolean =>
  a.outlines.length === b.outlines.length &&
  a.outlines.every((outline, k) => {
    const other = b.outlines[k]!;
    return outline.presence === 1 && outline.alliance === other.alliance && alike(outline, other, STIR);
  }) &&
  a.nodes.every(({ x, y }, k) => x === b.nodes[k]!.x && y === b.nodes[k]!.y);

const alike = ({ points }: AllianceOutline, other: AllianceOutline | undefined, within = 1): boolean =>
  other?.points.every(([x, y], k) => Math.hypot(x - points[k]![0], y - points[k]![1]) < within) ?? false;

/** What does not move is the very same, so that no picture draws it again. */
function blendNode(old: NodeMark | undefined, node: NodeMark, share: number): NodeMark {
  if (!old || share >= 1) return node;
  const still = old.x === node.x && old.y === node.y && old.r === node.r;
  if (still && old.label.x === node.label.x && old.label.y === node.label.y) return node;
  return {
    ...node,
    x: mix(old.x, node.x, share),
    y: mix(old.y, node.y, share),
    r: mix(old.r, node.r, share),
    label: blendBox(old.label, node.label, share),
  };
}

const blendBox = (a: Box, b: Box, share: number): Box => ({
  x: mix(a.x, b.x, share),
  y: mix(a.y, b.y, share),
  width: b.width,
  height: b.height,
});
