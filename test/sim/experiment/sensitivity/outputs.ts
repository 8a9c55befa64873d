/** Outputs of a function at each row of a design. */
export const outputsOf = (
  points: Float64Array,
  dimensions: number,
  model: (point: Float64Array, row: number) => number,
): Float64Array =>
  Float64Array.from({ length: points.length / dimensions }, (_, row) =>
    model(points.subarray(row * dimensions, (row + 1) * dimensions), row),
  );

/** Ishigami & Homma (1990) with a = 7 and b = .1, over the unit cube. */
export function ishigami(point: Float64Array): number {
  const [x = 0, y = 0, z = 0] = point.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}
