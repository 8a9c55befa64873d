import type { Frame } from '../../sim/results/replay.ts';

/** What the cells show. */
export const MATRIX_VALUES = ['both', 'trust', 'illWill', 'change'] as const;
export type MatrixValue = (typeof MATRIX_VALUES)[number];

/** Trust that moved by so much in a year, or more, has the full colour. */
export const FULL_CHANGE = 0.1;

/**
 * A value for every cell, row-major by actor, −1 … 1: trust above nought, ill will below, of `both` the greater of the two.
 * Of `change` trust gained or lost since the earlier state. NaN on the diagonal, and everywhere where a state is lacking.
 */
export function matrixValuesOf(
  sight: MatrixValue,
  n: number,
  frame: Frame | undefined,
  earlier: Frame | undefined,
): Float32Array {
  const values = new Float32Array(n * n).fill(Number.NaN);
  if (!frame || (sight === 'change' && !earlier)) return values;
  const { trust, hostility } = frame;
  const before = earlier?.trust;
  for (let cell = 0; cell < n * n; cell++) {
    if (cell % (n + 1) === 0) continue;
    const [warm, cold] = [trust[cell]!, hostility[cell]!];
    if (sight === 'trust') values[cell] = warm;
    else if (sight === 'illWill') values[cell] = -cold;
    else if (sight === 'both') values[cell] = warm >= cold ? warm : -cold;
    else values[cell] = Math.max(-1, Math.min(1, (warm - before![cell]!) / FULL_CHANGE));
  }
  return values;
}
