import { type Path, pathRound } from 'd3-path';

// The few shapes of the first view. d3-shape draws them too, but cannot be had in parts: all of it would come before any picture.

type Point = readonly [x: number, y: number];

/** After the point, where nothing else is said: finer than any screen. */
const DIGITS = 3;

/** From point to point; a single one is a dot. */
export function straight(points: readonly Point[], digits = DIGITS): string {
  return lineBy(digits, points, (to, [x, y]) => to.lineTo(x, y));
}

/** The same, level at every point: it swings from one height to the next half way between them. */
export const swinging = (points: readonly Point[], digits = DIGITS): string => lineBy(digits, points, swing);

type Step = (to: Path, next: Point, last: Point) => void;

const swing: Step = (to, [x, y], [lastX, lastY]) => {
  const middle = (lastX + x) / 2;
  to.bezierCurveTo(middle, lastY, middle, y, x, y);
};

function lineBy(digits: number, points: readonly Point[], step: Step): string {
  const to = pathRound(digits);
  const [first] = points;
  if (!first) return '';
  to.moveTo(...first);
  walk(to, points, step);
  if (points.length === 1) to.closePath();
  return to.toString();
}

const walk = (to: Path, points: readonly Point[], step: Step): void =>
  points.slice(1).forEach((point, k) => {
    step(to, point, points[k]!);
  });

/** The room between two swinging lines. */
export function swingingBand(slabs: readonly (readonly [x: number, top: number, foot: number])[]): string {
  const to = pathRound(DIGITS);
  const feet = slabs.map(([x, , foot]): Point => [x, foot]);
  const tops = slabs.map(([x, top]): Point => [x, top]).reverse();
  if (!feet[0] || !tops[0]) return '';
  to.moveTo(...feet[0]);
  walk(to, feet, swing);
  to.lineTo(...tops[0]);
  walk(to, tops, swing);
  to.closePath();
  return to.toString();
}

/** A closed curve through three points or more, by the centripetal rule of Catmull and Rom: it makes no loops. */
export function rounded(points: readonly Point[], digits = DIGITS): string {
  const to = pathRound(digits);
  const at = (k: number): Point => points[k % points.length]!;
  to.moveTo(...at(1));
  points.forEach((before, k) => {
    const [from, end, after] = [at(k + 1), at(k + 2), at(k + 3)];
    const [a, b, c] = [distance(before, from), distance(from, end), distance(end, after)];
    to.bezierCurveTo(...handle(from, before, end, a, b), ...handle(end, after, from, c, b), ...end);
  });
  return to.toString();
}

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2);

/** Where the curve heads at one end of a stretch: so far off is the point outside it, and so far its other end. */
function handle(here: Point, outside: Point, other: Point, off: number, length: number): Point {
  if (off < 1e-12) return here;
  const both = Math.sqrt(off) * Math.sqrt(length);
  const share = (axis: 0 | 1): number =>
    (here[axis] * (2 * off + 3 * both + length) - outside[axis] * length + other[axis] * off) / (3 * (off + both));
  return [share(0), share(1)];
}

/** A piece of a ring, clockwise from the top, in radians. */
export function ringPiece(start: number, end: number, inner: number, outer: number, digits = DIGITS): string {
  const to = pathRound(digits);
  const [from, till] = [start - Math.PI / 2, end - Math.PI / 2];
  const isBack = till < from;
  to.moveTo(outer * Math.cos(from), outer * Math.sin(from));
  to.arc(0, 0, outer, from, till, isBack);
  // A whole ring has no ends to be joined.
  if (Math.abs(till - from) > 2 * Math.PI - 1e-12) to.moveTo(inner * Math.cos(till), inner * Math.sin(till));
  to.arc(0, 0, inner, till, from, !isBack);
  to.closePath();
  return to.toString();
}
