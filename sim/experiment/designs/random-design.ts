/**
 * Independent uniform points, row by row. A larger design begins with the same points.
 * @param draw uniform in [0, 1).
 */
export const randomDesign = (size: number, dimensions: number, draw: () => number): Float64Array =>
  new Float64Array(size * dimensions).map(draw);
