import type { Circle, Point, Ring } from './outline-geometry.ts';

/**
 * A picture of where a shape is, on a grid: below 0 within it. Shapes are joined and cut there, and its edge is read off between
 * the points of the grid (marching squares; Lorensen and Cline 1987 in the plane).
 */
export interface Field {
  left: number;
  top: number;
  /** Pixels from one point of the grid to the next. */
  cell: number;
  columns: number;
  rows: number;
  /** Row by row. */
  values: Float32Array;
}

/** Where no shape comes near. */
const FAR = 1e6;

/** One field at a time is at work, so that all share the same memory. */
let memory = memoryFor(0);

function memoryFor(size: number) {
  return { values: new Float32Array(size), next: new Int32Array(2 * size), spans: new Int32Array(2 * size) };
}

/** An empty field over all that lies between; its edge stays outside of every shape within. */
export function emptyField(left: number, top: number, right: number, bottom: number, cell: number): Field {
  const [x, y] = [left - 2 * cell, top - 2 * cell];
  const columns = Math.ceil((right - x) / cell) + 3;
  const rows = Math.ceil((bottom - y) / cell) + 3;
  const size = columns * rows;
  if (memory.values.length < size) memory = memoryFor(size);
  memory.values.fill(FAR, 0, size);
  for (let row = 0; row < rows; row++) memory.spans.set([columns, -1], 2 * row);
  return { left: x, top: y, cell, columns, rows, values: memory.values };
}

/** Goes over the points of the grid in a box and a cell around it. */
function over(
  { left, top, cell, columns, rows }: Field,
  box: readonly [left: number, top: number, right: number, bottom: number],
  each: (index: number, x: number, y: number) => void,
): void {
  const from = Math.max(0, Math.floor((box[0] - left) / cell) - 1);
  const to = Math.min(columns - 1, Math.ceil((box[2] - left) / cell) + 1);
  const last = Math.min(rows - 1, Math.ceil((box[3] - top) / cell) + 1);
  const { spans } = memory;
  for (let row = Math.max(0, Math.floor((box[1] - top) / cell) - 1); row <= last; row++) {
    if (from < spans[2 * row]!) spans[2 * row] = from;
    if (to > spans[2 * row + 1]!) spans[2 * row + 1] = to;
    for (let column = from; column <= to; column++)
      each(row * columns + column, left + column * cell, top + row * cell);
  }
}

/** Adds what lies within a convex ring. */
export function addConvex(field: Field, ring: Ring): void {
  const { values } = field;
  const sides = sidesOf(ring);
  const count = sides.length / 3;
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  over(field, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], (index, x, y) => {
    const least = values[index]!;
    let most = -FAR;
    for (let k = 0; k < count && most < least; k++) {
      const out = sides[3 * k]! * x + sides[3 * k + 1]! * y - sides[3 * k + 2]!;
      if (out > most) most = out;
    }
    if (most < least) values[index] = most;
  });
}

/** Of every side the direction that leads out, and how far out it lies. */
function sidesOf(ring: Ring): Float64Array {
  const turn = turnOf(ring);
  const sides = new Float64Array(3 * ring.length);
  ring.forEach(([x, y], k) => {
    const [nextX, nextY] = ring[(k + 1) % ring.length]!;
    const length = Math.hypot(nextX - x, nextY - y) || 1;
    const [outX, outY] = [(turn * (nextY - y)) / length, (turn * (x - nextX)) / length];
    sides.set([outX, outY, outX * x + outY * y], 3 * k);
  });
  return sides;
}

/** 1 or −1, by the way round that a convex ring runs. */
function turnOf(ring: Ring): number {
  let sum = 0;
  ring.forEach(([x, y], k) => {
    const [nextX, nextY] = ring[(k + 1) % ring.length]!;
    sum += x * nextY - nextX * y;
  });
  return sum < 0 ? -1 : 1;
}

/** Adds what lies within so many pixels of the line between two points. */
export function addLine(field: Field, [ax, ay]: Point, [bx, by]: Point, half: number): void {
  const { values } = field;
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy || 1;
  const box = [
    Math.min(ax, bx) - half,
    Math.min(ay, by) - half,
    Math.max(ax, bx) + half,
    Math.max(ay, by) + half,
  ] as const;
  over(field, box, (index, x, y) => {
    const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    const [offX, offY] = [x - ax - share * dx, y - ay - share * dy];
    const out = Math.sqrt(offX * offX + offY * offY) - half;
    if (out < values[index]!) values[index] = out;
  });
}

/** Whether anything that was added reaches a disc: its middle, or its rim on one of four sides. */
export function isTouched({ left, top, cell, columns, rows, values }: Field, { x, y, r }: Circle): boolean {
  for (const [dx, dy] of ASIDE) {
    const column = Math.round((x + dx * r - left) / cell);
    const row = Math.round((y + dy * r - top) / cell);
    if (column < 0 || column >= columns || row < 0 || row >= rows) continue;
    // A middle between points of the grid may lie within a shape whose points do not.
    if (values[row * columns + column]! < cell) return true;
  }
  return false;
}

const ASIDE: readonly Point[] = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];

/** Takes away what lies within a disc. */
export function cutDisc(field: Field, { x: cx, y: cy, r }: Circle): void {
  const { values } = field;
  over(field, [cx - r, cy - r, cx + r, cy + r], (index, x, y) => {
    const out = r - Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy));
    if (out > values[index]!) values[index] = out;
  });
}

/** Sides of a cell. */
const [TOP, RIGHT, BOTTOM, LEFT] = [0, 1, 2, 3];

/** By which corners of a cell lie within (top left 1, top right 2, bottom right 4, bottom left 8): from side to side, within to the left. */
const STEPS: readonly (readonly number[])[] = [
  [],
  [LEFT, TOP],
  [TOP, RIGHT],
  [LEFT, RIGHT],
  [RIGHT, BOTTOM],
  [LEFT, TOP, RIGHT, BOTTOM],
  [TOP, BOTTOM],
  [LEFT, BOTTOM],
  [BOTTOM, LEFT],
  [BOTTOM, TOP],
  [TOP, RIGHT, BOTTOM, LEFT],
  [BOTTOM, RIGHT],
  [RIGHT, LEFT],
  [RIGHT, TOP],
  [TOP, LEFT],
  [],
];

/** The edges of what lies within. What is cut out of it runs the other way round. */
export function edgesOf(field: Field): Ring[] {
  const { columns, rows, values } = field;
  const size = columns * rows;
  const { next, spans } = memory;
  const crossed: number[] = [];
  for (let row = 0; row < rows - 1; row++) {
    const from = Math.max(0, Math.min(spans[2 * row]!, spans[2 * row + 2]!) - 1);
    const to = Math.min(columns - 2, Math.max(spans[2 * row + 1]!, spans[2 * row + 3]!));
    for (let column = from; column <= to; column++) {
      const k = row * columns + column;
      const corners =
        Number(values[k]! < 0) |
        (Number(values[k + 1]! < 0) << 1) |
        (Number(values[k + columns + 1]! < 0) << 2) |
        (Number(values[k + columns]! < 0) << 3);
      if (corners === 0 || corners === 15) continue;
      // A side is known by the point of the grid where it begins: those that run across come before those that run down.
      const side = (of: number): number =>
        of === TOP ? k : of === BOTTOM ? k + columns : of === LEFT ? size + k : size + k + 1;
      const steps = STEPS[corners]!;
      for (let step = 0; step < steps.length; step += 2) {
        const start = side(steps[step]!);
        next[start] = side(steps[step + 1]!);
        crossed.push(start);
      }
    }
  }
  const rings: Ring[] = [];
  for (const start of crossed) {
    const ring: Point[] = [];
    for (let at = start; next[at]! >= 0; ) {
      ring.push(crossing(field, at));
      const on = next[at]!;
      next[at] = -1;
      at = on;
    }
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

/** Where the edge meets a side: between its two points, by how far each is from it. */
function crossing({ left, top, cell, columns, rows, values }: Field, side: number): Point {
  const down = side >= columns * rows;
  const k = down ? side - columns * rows : side;
  const [here, there] = [values[k]!, values[down ? k + columns : k + 1]!];
  const share = here / (here - there);
  const [x, y] = [left + (k % columns) * cell, top + Math.floor(k / columns) * cell];
  return down ? [x, y + share * cell] : [x + share * cell, y];
}
