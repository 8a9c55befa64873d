import { LARGE, type NodeMark } from './marks.ts';
import { CROWDED, FINE, outlineAround } from './outline.ts';
import type { Circle, Point, Ring } from './outline-geometry.ts';

/** Room around a member, the same where one more outline runs around it, and half of a ribbon: px. */
const ROOMY = { around: 8, apart: 7, half: 6, wider: 3, free: 7 };
const TIGHT = { around: 4, apart: 0, half: 3, wider: 0, free: 3 };

/** More outlines around one actor than these run along the last. */
const MOST_APART = 4;

/** Discs are small where the largest is no larger: then they count as equal. */
const SMALL = 13;

/** Discs grow and shrink with every tick; outlines follow in steps, so that most of them stay as they are. */
function inSteps(nodes: readonly NodeMark[]): number[] {
  const largest = Math.max(...nodes.map(({ r }) => r));
  return nodes.map(({ r }) => 4 * Math.ceil((largest <= SMALL ? largest : r) / 4));
}

/** Outlines of the last moment on the same places. */
const kept = new WeakMap<readonly Point[], ReadonlyMap<string, readonly Ring[]>>();

/** The outlines of a moment, one after the other, the innermost first; what was the same a moment ago is the very same. */
export function outlinesOn(
  at: readonly Point[],
  nodes: readonly NodeMark[],
): (members: readonly number[]) => readonly Ring[] {
  const last = kept.get(at);
  const now = new Map<string, readonly Ring[]>();
  kept.set(at, now);
  const crowded = nodes.length > LARGE;
  const [room, grain] = crowded ? [TIGHT, CROWDED] : [ROOMY, FINE];
  const radii = crowded ? nodes.map(() => 4) : inSteps(nodes);
  const sizes = radii.join();
  const drawn = new Uint16Array(nodes.length);
  const discAt = (actor: number, more: number): Circle => {
    const [x, y] = at[actor]!;
    return { x, y, r: radii[actor]! + more };
  };
  const all = radii.map((_, actor) => discAt(actor, room.free));
  const draw = (members: readonly number[], inner: readonly number[]): readonly Ring[] => {
    const discs = members.map((actor, k) => discAt(actor, room.around + room.apart * inner[k]!));
    const within = new Set(members);
    const strangers = all.filter((_, actor) => !within.has(actor));
    return outlineAround(discs, strangers, room.half + room.wider * Math.max(...inner), grain);
  };
  return (members) => {
    const inner = members.map((actor) => Math.min(MOST_APART, drawn[actor]!++));
    const key = `${members.join()} ${inner.join()} ${sizes}`;
    const rings = now.get(key) ?? last?.get(key) ?? draw(members, inner);
    now.set(key, rings);
    return rings;
  };
}
