import { addConvex, addLine, cutDisc, edgesOf, emptyField, isTouched } from './contour.ts';
import { type Circle, distanceToLine, doubledArea, hull, isInRing, type Ring, resample } from './outline-geometry.ts';
import { type OutlineParts, partsOf } from './outline-parts.ts';

/** How finely outlines are drawn, px. */
export interface Grain {
  /** Of the grid on which shapes are joined and cut. */
  cell: number;
  /** From corner to corner of an outline. */
  step: number;
  /** Points that a disc is taken as. */
  points: number;
  /** Whether ribbons lead around strangers; else they are straight, and broken where a stranger stands. */
  detours: boolean;
}

export const FINE: Grain = { cell: 6, step: 8, points: 24, detours: true };
/** Of a large world, whose discs are small, and where looking for ways would cost more than all the rest. */
export const CROWDED: Grain = { cell: 4, step: 5, points: 10, detours: false };

/**
 * The edge of an alliance: it holds the places of all its members and of nobody else. Members with nobody between them share one
 * shape; to the others a ribbon leads around strangers; whoever is still touched is left out of it.
 *
 * @param members discs that it encloses. @param strangers discs that it leaves free where there is room for that.
 * @param half width of a ribbon to either side.
 */
export function outlineAround(
  members: readonly Circle[],
  strangers: readonly Circle[],
  half: number,
  { cell, step, points, detours }: Grain,
): readonly Ring[] {
  const spared = within(boxOf(members), strangers, DETOUR).map((stranger) => sparing(stranger, members));
  const parts = partsOf(members, spared, detours ? half : undefined);
  const bounds = boxOf([...members, ...parts.links.flat().map(([x, y]) => ({ x, y, r: half }))]);
  const field = emptyField(bounds.left, bounds.top, bounds.right, bounds.bottom, cell);
  for (const group of parts.groups) addConvex(field, hull(group, points));
  for (const link of parts.links) for (let k = 1; k < link.length; k++) addLine(field, link[k - 1]!, link[k]!, half);
  for (const stranger of within(bounds, strangers, 0))
    if (isTouched(field, stranger)) cutDisc(field, cutFor(sparing(stranger, members), parts, cell));
  return edgesOf(field)
    .filter((ring) => (doubledArea(ring) < 0 ? !detours || holds(ring, members) : holds(ring, strangers)))
    .map((ring) => resample(ring, step));
}

/** How far beside its members an outline minds strangers, px. */
export const DETOUR = 100;

/** How much nearer to a stranger than to a member the edge between them may run. */
const SHARE = 0.6;

/** No stranger keeps free what a member needs. */
function sparing({ x, y, r }: Circle, members: readonly Circle[]): Circle {
  let room = Number.POSITIVE_INFINITY;
  for (const member of members) {
    const [dx, dy] = [x - member.x, y - member.y];
    room = Math.min(room, dx * dx + dy * dy);
  }
  return { x, y, r: Math.min(r, SHARE * Math.sqrt(room)) };
}

/** Room that a link keeps where it must run closer to a stranger than it should, px. */
const SQUEEZED = 4;
/** Cuts of fewer cells are lost between the points of the grid. */
const LEAST_CUT = 1.3;

/** So much is cut out for a stranger that no link is cut through, if its place itself is free. */
function cutFor({ x, y, r }: Circle, { links }: OutlineParts, cell: number): Circle {
  let room = Number.POSITIVE_INFINITY;
  for (const link of links)
    for (let k = 1; k < link.length; k++) room = Math.min(room, distanceToLine(x, y, link[k - 1]!, link[k]!));
  return { x, y, r: Math.min(r, Math.max(LEAST_CUT * cell, room - SQUEEZED)) };
}

/** What encloses no member is a scrap, and what is cut out about no stranger is a gap: neither says anything. */
const holds = (ring: Ring, circles: readonly Circle[]): boolean => circles.some(({ x, y }) => isInRing(x, y, ring));

const within = ({ left, top, right, bottom }: ReturnType<typeof boxOf>, circles: readonly Circle[], beyond: number) =>
  circles.filter(
    ({ x, y, r }) => x > left - r - beyond && x < right + r + beyond && y > top - r - beyond && y < bottom + r + beyond,
  );

export const boxOf = (circles: readonly Circle[]) => ({
  left: Math.min(...circles.map(({ x, r }) => x - r)),
  top: Math.min(...circles.map(({ y, r }) => y - r)),
  right: Math.max(...circles.map(({ x, r }) => x + r)),
  bottom: Math.max(...circles.map(({ y, r }) => y + r)),
});
