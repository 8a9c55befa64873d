import type { Box } from './labels.ts';
import type { AllianceOutline, NetworkScene, NodeMark, TieMark } from './marks.ts';
import type { Ring } from './outline-geometry.ts';

/** What differs by less cannot be told apart: px, and of trust the hundredth that makes a line a twenty-fifth of a pixel wider. */
const NEAR = { px: 0.4, trust: 0.01 };

/**
 * The same picture, with everything in it that looks as it did before being the very same object: what a tick does not
 * change need not be drawn, or moved, again. It never strays, for what is compared is what was kept.
 */
export function reuseUnchanged(before: NetworkScene | undefined, after: NetworkScene): NetworkScene {
  if (!before || before === after || before.nodes.length !== after.nodes.length) return after;
  const outlines = new Map(before.outlines.map((outline) => [outline.alliance, outline]));
  const ties = new Map(before.ties.map((tie) => [keyOf(tie), tie]));
  const kept: NetworkScene = {
    nodes: after.nodes.map((node, k) => (isSameNode(before.nodes[k]!, node) ? before.nodes[k]! : node)),
    outlines: after.outlines.map((outline) => same(outlines.get(outline.alliance), outline, isSameOutline)),
    ties: after.ties.map((tie) => same(ties.get(keyOf(tie)), tie, isSameTie)),
    // Gathered once a tick: of another tick they are others, of the same the very same.
    wars: after.wars,
  };
  const isStill =
    isSameList(before.nodes, kept.nodes) &&
    isSameList(before.outlines, kept.outlines) &&
    isSameList(before.ties, kept.ties) &&
    (before.wars === kept.wars || before.wars.length + kept.wars.length === 0);
  return isStill ? before : kept;
}

const same = <M>(old: M | undefined, mark: M, isSame: (a: M, b: M) => boolean): M =>
  old !== undefined && isSame(old, mark) ? old : mark;

/** Two have one tie at most. */
const keyOf = ({ from, to }: TieMark): number => from * 65_536 + to;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < NEAR.px;

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, k) => one === b[k]);

const isSameBox = (a: Box, b: Box): boolean =>
  isNear(a.x, b.x) && isNear(a.y, b.y) && a.width === b.width && a.height === b.height;

const isSameNode = (a: NodeMark, b: NodeMark): boolean =>
  a.actor === b.actor &&
  isNear(a.x, b.x) &&
  isNear(a.y, b.y) &&
  isNear(a.r, b.r) &&
  a.name === b.name &&
  a.size === b.size &&
  isSameBox(a.label, b.label) &&
  isSameList(a.alliances, b.alliances) &&
  isSameList(a.short, b.short);

const isSameOutline = (a: AllianceOutline, b: AllianceOutline): boolean =>
  a.tag === b.tag &&
  a.presence === b.presence &&
  a.ghost === b.ghost &&
  isSameBox(a.label, b.label) &&
  isSameList(a.members, b.members) &&
  isSameList(a.duties, b.duties) &&
  (a.rings === b.rings || isSameShape(a.rings, b.rings));

const isSameShape = (a: readonly Ring[], b: readonly Ring[]): boolean =>
  a.length === b.length &&
  a.every(
    (ring, k) =>
      ring.length === b[k]!.length &&
      ring.every(([x, y], corner) => isNear(x, b[k]![corner]![0]) && isNear(y, b[k]![corner]![1])),
  );

const isSameTie = (a: TieMark, b: TieMark): boolean =>
  a.falls === b.falls && a.trust < 0 === b.trust < 0 && Math.abs(a.trust - b.trust) < NEAR.trust;
