import type { Circle, Point } from './outline-geometry.ts';

/** Half the height of a tooth of ill will, and the length of one, px. */
const TOOTH = { height: 3.2, length: 7 };

/** From the rim of one disc to that of the other; the middles themselves where they overlap. */
export function between(a: Circle, b: Circle): [Point, Point] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length <= a.r + b.r) return [at(a, b, 0), at(a, b, 1)];
  return [at(a, b, a.r / length), at(a, b, 1 - b.r / length)];
}

const at = (a: Circle, b: Circle, share: number): Point => [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];

/** A saw's edge from one point to another. */
export function zigzag([ax, ay]: Point, [bx, by]: Point): Point[] {
  const length = Math.hypot(bx - ax, by - ay);
  const teeth = Math.max(2, Math.round(length / TOOTH.length));
  const [ux, uy] = [(bx - ax) / (length || 1), (by - ay) / (length || 1)];
  const points: Point[] = [[ax, ay]];
  for (let k = 0; k < teeth; k++) {
    const along = ((k + 0.5) / teeth) * length;
    const aside = k % 2 === 0 ? TOOTH.height : -TOOTH.height;
    points.push([ax + ux * along - uy * aside, ay + uy * along + ux * aside]);
  }
  points.push([bx, by]);
  return points;
}

/** Width and strength of the stroke of a tie, by how much trust or ill will there is, 0 … 1. */
export const strokeOf = (size: number): { width: number; opacity: number } => ({
  width: 0.75 + 4 * size,
  opacity: 0.25 + 0.6 * size,
});

/** Ill will is a thin line, for its teeth must stay apart. */
export const feudStroke = (size: number): { width: number; opacity: number } => ({
  width: 0.9 + 1.2 * size,
  opacity: 0.45 + 0.5 * size,
});

/** The arrowhead that points down, on a line along which trust falls: about its middle. */
export const FALLING = 'M-5-3.5H5L0 4.5Z';
