import { LARGE, type NodeMark } from './marks.ts';
import { boxOf, CROWDED, DETOUR, FINE, outlineAround } from './outline.ts';
import type { Circle, Point, Ring } from './outline-geometry.ts';

/** Room around a member, the same where one more outline runs around it, and half of a ribbon: px. */
const ROOMY = { around: 8, apart: 7, half: 6, wider: 3, free: 7 };
const TIGHT = { around: 4, half: 3, free: 3 };
/** What every disc of a large world is taken for, px. */
const EQUAL = 4;

/** More outlines around one actor than these run along the last. */
const MOST_APART = 4;

/** Discs are small where the largest is no larger: then they count as equal. */
const SMALL = 13;

/** Discs grow and shrink with every tick; outlines follow in steps, so that most of them stay as they are. */
function inSteps(nodes: readonly NodeMark[]): number[] {
  const largest = Math.max(...nodes.map(({ r }) => r));
  return nodes.map(({ r }) => 4 * Math.ceil((largest <= SMALL ? largest : r) / 4));
}

/** Shapes kept for each ground: more than one long run shows about one moment. */
const KEPT = 2_000;

/** Shapes that were found on the same places, the one that was wanted last at the end. */
const kept = new WeakMap<readonly Point[], Map<string, readonly Ring[]>>();

function keptOn(at: readonly Point[]): Map<string, readonly Ring[]> {
  const shapes = kept.get(at) ?? new Map<string, readonly Ring[]>();
  kept.set(at, shapes);
  return shapes;
}

function keep(shapes: Map<string, readonly Ring[]>, key: string, rings: readonly Ring[]): void {
  shapes.delete(key);
  shapes.set(key, rings);
  // Maps go through their entries in the order they came.
  for (const first of shapes.keys()) {
    if (shapes.size <= KEPT) break;
    shapes.delete(first);
  }
}

/** The outlines of a moment, one after the other, the innermost first; what was the same at another moment is the very same. */
export function outlinesOn(
  at: readonly Point[],
  nodes: readonly NodeMark[],
): (members: readonly number[]) => readonly Ring[] {
  return nodes.length > LARGE ? crowdedOn(at) : roomyOn(at, nodes);
}

function roomyOn(at: readonly Point[], nodes: readonly NodeMark[]): (members: readonly number[]) => readonly Ring[] {
  const shapes = keptOn(at);
  const radii = inSteps(nodes);
  const sizes = radii.join();
  const drawn = new Uint16Array(nodes.length);
  const discAt = (actor: number, more: number): Circle => {
    const [x, y] = at[actor]!;
    return { x, y, r: radii[actor]! + more };
  };
  const all = radii.map((_, actor) => discAt(actor, ROOMY.free));
  const draw = (members: readonly number[], inner: readonly number[]): readonly Ring[] => {
    const discs = members.map((actor, k) => discAt(actor, ROOMY.around + ROOMY.apart * inner[k]!));
    const within = new Set(members);
    const strangers = all.filter((_, actor) => !within.has(actor));
    return outlineAround(discs, strangers, ROOMY.half + ROOMY.wider * Math.max(...inner), FINE);
  };
  return (members) => {
    const inner = members.map((actor) => Math.min(MOST_APART, drawn[actor]!++));
    const key = `${members.join()} ${inner.join()} ${sizes}`;
    const rings = shapes.get(key) ?? draw(members, inner);
    keep(shapes, key, rings);
    return rings;
  };
}

/** Discs of a large world count as equal, and its outlines lie on each other: a shape depends on its members alone. */
function crowdedOn(at: readonly Point[]): (members: readonly number[]) => readonly Ring[] {
  const shapes = keptOn(at);
  const discAt = (actor: number, more: number): Circle => ({ x: at[actor]![0], y: at[actor]![1], r: EQUAL + more });
  const draw = (members: readonly number[]): readonly Ring[] => {
    const discs = members.map((actor) => discAt(actor, TIGHT.around));
    const { left, top, right, bottom } = boxOf(discs);
    const beyond = DETOUR + EQUAL + TIGHT.free;
    const within = new Uint8Array(at.length);
    for (const actor of members) within[actor] = 1;
    const strangers: Circle[] = [];
    at.forEach(([x, y], actor) => {
      if (within[actor]) return;
      if (x > left - beyond && x < right + beyond && y > top - beyond && y < bottom + beyond)
        strangers.push(discAt(actor, TIGHT.free));
    });
    return outlineAround(discs, strangers, TIGHT.half, CROWDED);
  };
  return (members) => {
    const key = members.join();
    const rings = shapes.get(key) ?? draw(members);
    keep(shapes, key, rings);
    return rings;
  };
}
