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

/** A tenth of a pixel is enough: longer numbers only make longer paths to write and to read. */
const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * A closed curve that bends toward every corner and touches the middle of every side (a quadratic B-spline): written by hand,
 * for all outlines are written anew in every frame in which they move.
 */
export function rounded(points: readonly Point[]): string {
  const [firstX, firstY] = points[0] ?? [0, 0];
  let [lastX, lastY] = points[points.length - 1] ?? [0, 0];
  const close = `${tenth((lastX + firstX) / 2)} ${tenth((lastY + firstY) / 2)}`;
  let path = '';
  for (const [x, y] of points) {
    path += path === '' ? `M${close}` : ` ${tenth((lastX + x) / 2)} ${tenth((lastY + y) / 2)}`;
    path += `Q${tenth(x)} ${tenth(y)}`;
    lastX = x;
    lastY = y;
  }
  return path === '' ? '' : `${path} ${close}Z`;
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

const POINTS = 6;
/** Of the corners between the points, as a share of the radius: sharp enough to be no circle. */
const INNER = 0.45;

/** A star about a point. */
export function star(x: number, y: number, radius: number): string {
  let path = '';
  for (let k = 0; k < 2 * POINTS; k++) {
    const turn = (Math.PI * k) / POINTS;
    const reach = k % 2 === 0 ? radius : INNER * radius;
    path += `${k === 0 ? 'M' : 'L'}${tenth(x + reach * Math.sin(turn))} ${tenth(y - reach * Math.cos(turn))}`;
  }
  return `${path}Z`;
}
