import { polygonCentroid, polygonHull } from 'd3-polygon';

export interface Circle {
  x: number;
  y: number;
  r: number;
}

export type Point = [x: number, y: number];

/** Points of an outline: enough that a curve through them looks drawn, and the same for all so that one can become another. */
export const CORNERS = 48;

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

/** The outline walked in `count` equal steps, starting right of its middle: outlines of the same count can be blended. */
export function resample(outline: readonly Point[], count = CORNERS): Point[] {
  const [cx, cy] = polygonCentroid(outline as Point[]);
  const bearing = ([x, y]: Point): number => Math.abs(Math.atan2(y - cy, x - cx));
  let first = 0;
  outline.forEach((point, k) => {
    if (bearing(point) < bearing(outline[first]!)) first = k;
  });
  const ring = [...outline.slice(first), ...outline.slice(0, first + 1)];
  const reach = [0];
  for (let k = 1; k < ring.length; k++) reach.push(reach[k - 1]! + distance(ring[k - 1]!, ring[k]!));
  const length = reach[reach.length - 1]!;
  const points: Point[] = [];
  let k = 0;
  for (let step = 0; step < count; step++) {
    const at = (length * step) / count;
    while (k < ring.length - 2 && reach[k + 1]! < at) k++;
    const share = (at - reach[k]!) / (reach[k + 1]! - reach[k]! || 1);
    points.push([mix(ring[k]![0], ring[k + 1]![0], share), mix(ring[k]![1], ring[k + 1]![1], share)]);
  }
  return points;
}

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);
export const mix = (a: number, b: number, share: number): number => a + (b - a) * share;
