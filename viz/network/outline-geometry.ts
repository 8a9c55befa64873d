import { polygonHull } from 'd3-polygon';

export interface Circle {
  x: number;
  y: number;
  r: number;
}

export type Point = [x: number, y: number];

/** A closed line through points; the last is followed by the first. */
export type Ring = readonly Point[];

export const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** How far a place lies from the line between two points. */
export function distanceToLine(x: number, y: number, a: Point, b: Point): number {
  const ax = a[0];
  const ay = a[1];
  const dx = b[0] - ax;
  const dy = b[1] - ay;
  const length = dx * dx + dy * dy;
  const share = length > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  const offX = x - ax - share * dx;
  const offY = y - ay - share * dy;
  return Math.sqrt(offX * offX + offY * offY);
}

const around = ({ x, y, r }: Circle, steps: number): Point[] =>
  Array.from({ length: steps }, (_, k) => {
    const turn = (2 * Math.PI * k) / steps;
    return [x + r * Math.cos(turn), y + r * Math.sin(turn)];
  });

/** Convex hull of discs, each taken as so many points: round about one, a capsule about two, a rounded polygon about more. */
export function hull(circles: readonly Circle[], steps = 24): Point[] {
  const corners = circles.flatMap((circle) => around(circle, steps));
  return polygonHull(corners) ?? corners;
}

/** Convex hull of the middles; of one or two they themselves. */
export function hullOfMiddles(circles: readonly Circle[]): Point[] {
  const middles = circles.map(({ x, y }): Point => [x, y]);
  return (middles.length > 2 && polygonHull(middles)) || middles;
}

/** Whether a place lies nearer to a convex ring than so much, or within it. */
export function isNearHull(x: number, y: number, ring: Ring, near: number): boolean {
  let last = ring[ring.length - 1]!;
  let [left, right] = [true, true];
  for (const point of ring) {
    if (distanceToLine(x, y, last, point) < near) return true;
    const turn = (point[0] - last[0]) * (y - last[1]) - (point[1] - last[1]) * (x - last[0]);
    if (turn <= 0) left = false;
    if (turn >= 0) right = false;
    last = point;
  }
  return ring.length > 2 && (left || right);
}

/** Twice the area; below 0 where the ring runs the other way round. */
export function doubledArea(ring: Ring): number {
  let sum = 0;
  let [lastX, lastY] = ring[ring.length - 1]!;
  for (const [x, y] of ring) {
    sum += lastX * y - x * lastY;
    [lastX, lastY] = [x, y];
  }
  return sum;
}

/** Whether a place lies within a ring. */
export function isInRing(x: number, y: number, ring: Ring): boolean {
  let within = false;
  let [lastX, lastY] = ring[ring.length - 1]!;
  for (const [nextX, nextY] of ring) {
    if (nextY > y !== lastY > y && x < ((lastX - nextX) * (y - nextY)) / (lastY - nextY) + nextX) within = !within;
    [lastX, lastY] = [nextX, nextY];
  }
  return within;
}

/** Fewer corners would make a dot of a small ring. */
const LEAST_CORNERS = 6;

/** The ring walked in equal steps of about so many pixels. */
export function resample(ring: Ring, step: number): Point[] {
  const closed = [...ring, ring[0]!];
  const reach = [0];
  for (let k = 1; k < closed.length; k++)
    reach.push(reach[k - 1]! + Math.hypot(closed[k]![0] - closed[k - 1]![0], closed[k]![1] - closed[k - 1]![1]));
  const length = reach[reach.length - 1]!;
  const count = Math.max(LEAST_CORNERS, Math.round(length / step));
  const points: Point[] = [];
  let k = 0;
  for (let corner = 0; corner < count; corner++) {
    const at = (length * corner) / count;
    while (k < closed.length - 2 && reach[k + 1]! < at) k++;
    const share = (at - reach[k]!) / (reach[k + 1]! - reach[k]! || 1);
    points.push([mix(closed[k]![0], closed[k + 1]![0], share), mix(closed[k]![1], closed[k + 1]![1], share)]);
  }
  return points;
}
