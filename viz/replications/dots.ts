/** A dot of a dot plot (Wilkinson 1999): its place along the axis, 0 to 1, and how many dots lie below it. */
export interface StackedDot {
  place: number;
  level: number;
}

/** Dots closer than this share of the axis stand on one another. */
const WIDTH = 1 / 50;

/** Where a value lies between two others, 0 to 1; in the middle where there is no room between them. */
export const placeBetween = (value: number, from: number, to: number): number =>
  to > from ? Math.max(0, Math.min(1, (value - from) / (to - from))) : 0.5;

/** The dots of a row of values on an axis, each stack in the column of its place. */
export function dotsOf(values: ArrayLike<number>, from: number, to: number): StackedDot[] {
  const stacks = new Map<number, number>();
  return Array.from(values, (value) => {
    const column = Math.round(placeBetween(value, from, to) / WIDTH);
    const level = stacks.get(column) ?? 0;
    stacks.set(column, level + 1);
    return { place: column * WIDTH, level };
  });
}
