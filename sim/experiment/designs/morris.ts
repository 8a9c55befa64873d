/** Trajectories through the unit cube, and which input each of their steps moves. */
export interface MorrisDesign {
  dimensions: number;
  /** Row by row: `dimensions` + 1 points a trajectory. */
  points: Float64Array;
  /** For step s of trajectory t, at t·dimensions + s: the input that moves. */
  moved: Uint16Array;
  /** In the same order: by how much, Δ or −Δ. */
  steps: Float64Array;
}

/** The sentence that refuses a number of levels, if there is one. */
export const morrisFault = (levels: number): string | undefined =>
  Number.isInteger(levels) && levels >= 2 && levels % 2 === 0
    ? undefined
    : `a Morris design needs an even number of levels, 2 or more, not ${levels}`;

/**
 * Trajectories of Morris (1991) on a grid of `levels` values an input, from 0 to 1. Each starts at random, and moves every input once,
 * in random order, by Δ = levels / (2 (levels − 1)), up from the lower half of the levels and down from the upper half: so a step never
 * leaves the cube, and every level is equally likely (Campolongo, Cariboni & Saltelli 2007). A larger design begins with the same
 * trajectories.
 *
 * Every second trajectory is the antithetic of the one before (Hammersley & Morton 1956): the same order, but started at the levels
 * mirrored within their halves. Each alone is as random as the others, but means over a pair vary less. With two levels a mirror
 * changes nothing, so there all are independent.
 * @param size trajectories.
 * @param draw uniform in [0, 1).
 * @throws {Error} one sentence, see `morrisFault`.
 */
export function morrisDesign(size: number, dimensions: number, levels: number, draw: () => number): MorrisDesign {
  const fault = morrisFault(levels);
  if (fault) throw new Error(fault);
  const half = levels / 2;
  const delta = half / (levels - 1);
  const mirrored = (level: number): number => (level < half ? half - 1 - level : levels + half - 1 - level);
  const points = new Float64Array(size * (dimensions + 1) * dimensions);
  const moved = new Uint16Array(size * dimensions);
  const steps = new Float64Array(size * dimensions);
  const start = new Float64Array(dimensions);
  const order = new Uint16Array(dimensions);
  for (let t = 0; t < size; t++) {
    if (levels > 2 && t % 2 === 1) start.set(start.map(mirrored));
    else {
      for (let d = 0; d < dimensions; d++) start[d] = Math.floor(draw() * levels);
      for (let d = 0; d < dimensions; d++) {
        const j = Math.floor(draw() * (d + 1));
        order[d] = order[j]!;
        order[j] = d;
      }
    }
    const at = start.slice();
    for (let s = 0; s <= dimensions; s++) {
      if (s > 0) {
        const input = order[s - 1]!;
        const isUp = at[input]! < half;
        at[input]! += isUp ? half : -half;
        moved[t * dimensions + s - 1] = input;
        steps[t * dimensions + s - 1] = isUp ? delta : -delta;
      }
      const row = (t * (dimensions + 1) + s) * dimensions;
      for (let d = 0; d < dimensions; d++) points[row + d] = at[d]! / (levels - 1);
    }
  }
  return { dimensions, points, moved, steps };
}
