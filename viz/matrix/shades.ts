/** Red, green, blue, 0 … 255. */
export type Rgb = readonly [number, number, number];

/** The colours a matrix is painted with: the two ends of its scale, their middle, and cells without a value. */
export interface ShadeScale {
  low: Rgb;
  middle: Rgb;
  high: Rgb;
  none: Rgb;
}

/** Steps to either side of the middle. */
const STEPS = 127;

const mix = (a: Rgb, b: Rgb, share: number): Rgb => [0, 1, 2].map((k) => a[k]! + (b[k]! - a[k]!) * share) as never;

// As a canvas keeps them in memory: alpha in the highest byte.
const packed = ([r, g, b]: Rgb): number =>
  ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;

/** The colour of a value −1 … 1, straight from the middle to either end; that of `none` for NaN. */
export function shadeOf({ low, middle, high, none }: ShadeScale, value: number): Rgb {
  if (Number.isNaN(value)) return none;
  return value < 0 ? mix(middle, low, Math.min(1, -value)) : mix(middle, high, Math.min(1, value));
}

/** Paints one pixel a cell: row r is of actor order[r], column c of order[c]. `pixels` has n² words. */
export function shade(pixels: Uint32Array, values: Float32Array, order: readonly number[], scale: ShadeScale): void {
  const table = Uint32Array.from({ length: 2 * STEPS + 1 }, (_, k) => packed(shadeOf(scale, (k - STEPS) / STEPS)));
  const none = packed(scale.none);
  const n = order.length;
  for (let r = 0; r < n; r++) {
    const row = order[r]! * n;
    for (let c = 0; c < n; c++) {
      const value = values[row + order[c]!]!;
      pixels[r * n + c] = Number.isNaN(value) ? none : table[Math.round(value * STEPS) + STEPS]!;
    }
  }
}
