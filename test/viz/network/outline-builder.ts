import type { Point, Ring } from '../../../viz/network/outline-geometry.ts';

/** The curve that the page draws through a ring, as a fine polygon: it bends toward every corner and touches the middle of every side. */
export function drawnRing(ring: Ring): Point[] {
  const middle = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2];
  return ring.flatMap((corner, k) => {
    const from = middle(ring[(k + ring.length - 1) % ring.length]!, corner);
    const to = middle(corner, ring[(k + 1) % ring.length]!);
    return [0, 0.25, 0.5, 0.75].map((share): Point => {
      const bent = (a: number, by: number, b: number): number =>
        (1 - share) ** 2 * a + 2 * share * (1 - share) * by + share ** 2 * b;
      return [bent(from[0], corner[0], to[0]), bent(from[1], corner[1], to[1])];
    });
  });
}

/** Whether a place is filled by a shape, as a browser fills it: how often its edges run around the place. */
export function isFilled(shape: readonly Ring[], x: number, y: number): boolean {
  let winding = 0;
  for (const ring of shape)
    ring.forEach(([ax, ay], k) => {
      const [bx, by] = ring[(k + 1) % ring.length]!;
      const left = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
      if (ay <= y && by > y && left > 0) winding++;
      if (ay > y && by <= y && left < 0) winding--;
    });
  return winding !== 0;
}
