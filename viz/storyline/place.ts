import type { Order } from './order.ts';

/** Distances between neighbouring lines, in units of the distance within a group. */
export const WITHIN = 1;
export const BETWEEN = 1.8;

const median = (sorted: readonly number[]): number => sorted[(sorted.length - 1) >> 1]!;

/** Two sorted lists as one: blocks are joined so often that sorting each time would hold up a page with hundreds of lines. */
function merged(a: readonly number[], b: readonly number[]): number[] {
  const all: number[] = [];
  let k = 0;
  for (const value of b) {
    while (k < a.length && a[k]! <= value) all.push(a[k++]!);
    all.push(value);
  }
  while (k < a.length) all.push(a[k++]!);
  return all;
}

/**
 * Heights nearest to the wished ones, an item having one wish a line, that keep each at least `apart` below the one before:
 * pool adjacent violators (Ayer et al. 1955) on what is left when the distances are taken out, cut to 0 … room. Nearest by
 * the median (Robertson and Waltman 1968): most lines go straight on and a few bend, where means would bend all a little.
 */
export function placeApart(
  wishes: readonly (readonly number[])[],
  apart: readonly number[],
  room = Infinity,
): number[] {
  const offsets: number[] = [];
  let offset = 0;
  const blocks: { wishes: number[]; level: number; items: number }[] = [];
  wishes.forEach((own, k) => {
    offset += k > 0 ? apart[k]! : 0;
    offsets.push(offset);
    const free = own.map((wish) => wish - offset).sort((a, b) => a - b);
    let block = { wishes: free, level: median(free), items: 1 };
    for (let above = blocks.pop(); above; above = blocks.pop()) {
      if (above.level <= block.level) {
        blocks.push(above);
        break;
      }
      const both = merged(above.wishes, block.wishes);
      block = { wishes: both, level: median(both), items: above.items + block.items };
    }
    blocks.push(block);
  });
  const heights: number[] = [];
  for (const { level, items } of blocks) {
    const base = Math.max(0, Math.min(room - offset, level));
    for (let k = 0; k < items; k++) heights.push(base + offsets[heights.length]!);
  }
  return heights;
}

const roomOf = (group: readonly number[]): number => (group.length - 1) * WITHIN;

/** Least distance of each group's first line to that of the group above. */
const distances = (order: Order): number[] => order.map((_, g) => (g > 0 ? roomOf(order[g - 1]!) + BETWEEN : 0));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Height of every actor's line in every epoch, each as near to the epoch before as order and room allow; 0 is the top. */
export function heights(orders: readonly Order[], actors: number): Float64Array[] {
  const room = Math.max(0, ...orders.map((order) => sum(distances(order)) + roomOf(order[order.length - 1] ?? [0])));
  let before: Float64Array | undefined;
  return orders.map((order) => {
    const apart = distances(order);
    const wishes = order.map((group, g) =>
      before ? group.map((actor, k) => before![actor]! - k * WITHIN) : [sum(apart.slice(0, g + 1))],
    );
    const at = new Float64Array(actors);
    const tops = placeApart(wishes, apart, room - roomOf(order[order.length - 1] ?? [0]));
    order.forEach((group, g) => {
      group.forEach((actor, k) => {
        at[actor] = tops[g]! + k * WITHIN;
      });
    });
    before = at;
    return at;
  });
}

export const bottom = (placed: readonly Float64Array[]): number =>
  Math.max(0, ...placed.map((at) => at.reduce((high, height) => Math.max(high, height), 0)));
