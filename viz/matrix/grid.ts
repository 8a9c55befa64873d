import { textWidth } from '../ui/label-text.ts';

/** Where the cells of a matrix lie, in pixels. */
export interface MatrixGrid {
  n: number;
  /** Of the first cell. */
  left: number;
  top: number;
  /** Of one cell. */
  wide: number;
  high: number;
  /** Of the whole picture. */
  width: number;
  height: number;
  /** Names along both edges; or at the rows alone, with numbers that the columns bear too; or nothing but colours. */
  heads: 'names' | 'numbers' | 'none';
}

/** Room for the marks of alliances, between the names and the cells. */
export const MARKS = 20;

/** Names over the columns rise at this angle. */
export const SLANT = (50 * Math.PI) / 180;

/** Size of the names’ letters. */
export const LETTERS = 11;

/** Room for a number. */
export const NUMBER = 18;

/** Cells no smaller than this have names; none is smaller than the least, even if the picture must scroll. */
const NAMED = 11.5;
const LEAST = 2;
const TALLEST = 30;
/** A cell is at most so many times as wide as high. */
const STRETCH = 2.2;

interface Room {
  width: number;
  height: number;
}

/** The largest cells for which all fits into the room; where even the least do not, the picture is larger than the room. */
export function gridOf(names: readonly string[], room: Room): MatrixGrid {
  const longest = Math.max(0, ...names.map((name) => textWidth(name, LETTERS)));
  // The name that is pointed at stands bold.
  const side = Math.min(1.12 * longest + 8, 0.34 * room.width);
  const text = Math.min(longest, side);
  const named = within(names.length, room, {
    left: side,
    top: Math.sin(SLANT) * text + 10,
    right: Math.cos(SLANT) * text,
  });
  if (isLegible(named)) return { ...named, heads: 'names' };
  const numbered = within(names.length, room, { left: side + NUMBER, top: LETTERS + 3, right: 2 });
  return isLegible(numbered) ? { ...numbered, heads: 'numbers' } : bare(names.length, room);
}

const isLegible = ({ high, wide }: { high: number; wide: number }): boolean => high >= NAMED && wide >= NAMED;

interface Margin {
  left: number;
  top: number;
  right: number;
}

function within(n: number, room: Room, margin: Margin) {
  const [left, top] = [margin.left + MARKS, margin.top + MARKS];
  const high = Math.min(TALLEST, Math.floor((2 * (room.height - top - 2)) / n) / 2);
  const wide = Math.min(high * STRETCH, Math.floor((2 * (room.width - left - margin.right)) / n) / 2);
  return { n, left, top, wide, high, width: left + n * wide + margin.right, height: top + n * high + 2 };
}

/** Square cells of whole pixels: rows of half pixels would differ in height. */
function bare(n: number, { width, height }: Room): MatrixGrid {
  const size = Math.max(LEAST, Math.floor((Math.min(width, height) - MARKS - 2) / n));
  const all = MARKS + n * size + 2;
  return { n, left: MARKS, top: MARKS, wide: size, high: size, width: all, height: all, heads: 'none' };
}

/** Row and column at a point; undefined outside the cells. */
export function cellAt(
  { n, left, top, wide, high }: MatrixGrid,
  x: number,
  y: number,
): [row: number, column: number] | undefined {
  const row = Math.floor((y - top) / high);
  const column = Math.floor((x - left) / wide);
  return row >= 0 && row < n && column >= 0 && column < n ? [row, column] : undefined;
}
