/** Places within a stratum: few enough that a point stays strictly inside its own when it is rounded. */
const PLACES = 0x100000;

/**
 * Latin hypercube (McKay, Beckman & Conover 1979): in each dimension every one of `size` strata of equal width holds one point, at a
 * random place within it. A larger design is another one: it has no points in common with this.
 * @param draw uniform in [0, 1).
 */
export function latinHypercube(size: number, dimensions: number, draw: () => number): Float64Array {
  const points = new Float64Array(size * dimensions);
  const strata = new Uint32Array(size);
  for (let d = 0; d < dimensions; d++) {
    for (let k = 0; k < size; k++) {
      // Inside out, which fills and shuffles at once (Durstenfeld 1964).
      const j = Math.floor(draw() * (k + 1));
      strata[k] = strata[j]!;
      strata[j] = k;
    }
    for (let k = 0; k < size; k++) {
      const place = (Math.floor(draw() * PLACES) + 0.5) / PLACES;
      points[k * dimensions + d] = (strata[k]! + place) / size;
    }
  }
  return points;
}
