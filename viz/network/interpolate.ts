import type { Box } from './labels.ts';
import type { AllianceOutline, NetworkScene, NodeMark } from './marks.ts';
import { mix } from './outline-geometry.ts';

/** A moment between two: what stands elsewhere is moved, and outlines that come, go or take another shape fade. */
export function interpolateScenes(a: NetworkScene, b: NetworkScene, share: number): NetworkScene {
  if (share >= 1) return b;
  const before = new Map(a.outlines.filter(({ ghost }) => !ghost).map((outline) => [outline.alliance, outline]));
  const outlines = b.outlines.map((outline) => {
    const old = before.get(outline.alliance);
    if (!old) return { ...outline, presence: share };
    if (old === outline) return outline;
    return { ...outline, label: blendBox(old.label, outline.label, share), presence: mix(old.presence, 1, share) };
  });
  const nodes = b.nodes.map((node, k) => blendNode(a.nodes[k], node, share));
  return { nodes, outlines: [...ghostsOf(a, b, share), ...outlines], ties: b.ties, wars: b.wars };
}

/** Without motion: all is where it will be, and the outlines that changed fade where they were. */
export const fadeScene = (a: NetworkScene, b: NetworkScene, share: number): NetworkScene =>
  share >= 1 ? b : { ...b, outlines: [...ghostsOf(a, b, share), ...b.outlines] };

/** The outlines that were and are no more, each once. */
function ghostsOf(a: NetworkScene, b: NetworkScene, share: number): AllianceOutline[] {
  const after = new Map(b.outlines.map((outline) => [outline.alliance, outline]));
  const ghosts = a.outlines
    .filter((outline) => outline.ghost || !isSameCircle(outline, after.get(outline.alliance)))
    .map((outline) => ({ ...outline, ghost: true, presence: outline.presence * (1 - share) }));
  return [...new Map(ghosts.map((ghost) => [ghost.alliance, ghost])).values()];
}

/** Whether nobody comes, goes or stands elsewhere. */
export const isQuiet = (a: NetworkScene, b: NetworkScene): boolean =>
  a.outlines.length === b.outlines.length &&
  a.outlines.every((outline, k) => {
    const other = b.outlines[k]!;
    return outline.presence === 1 && outline.alliance === other.alliance && isSameCircle(outline, other);
  }) &&
  a.nodes.every(({ x, y }, k) => x === b.nodes[k]!.x && y === b.nodes[k]!.y);

/** Whether the members are the same: what else changes an outline, the strength of somebody, changes it little. */
const isSameCircle = ({ members }: AllianceOutline, other: AllianceOutline | undefined): boolean =>
  other !== undefined && members.length === other.members.length && members.every((one, k) => one === other.members[k]);

/** What does not move is the very same, so that no picture draws it again. */
function blendNode(old: NodeMark | undefined, node: NodeMark, share: number): NodeMark {
  if (!old) return node;
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
