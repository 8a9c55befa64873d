/** Steps of the scale of a heat map, which the stylesheet has colours for: pale to deep, by lightness, so that no hue need be told apart. */
export const SHADES = 9;

/** The step of a value between two ends, from 0; −1 for what is no number. */
export function shadeStep(value: number, [least, most]: readonly [number, number]): number {
  if (Number.isNaN(value)) return -1;
  if (most <= least) return Math.floor(SHADES / 2);
  return Math.max(0, Math.min(SHADES - 1, Math.floor(((value - least) / (most - least)) * SHADES)));
}
