/** The results of the replications so far. */
export interface ReplicationResults {
  /** Reporter names, as in `reporters.ts`. */
  readonly names: readonly string[];
  /** Seeds whose runs are done, ascending; there may be gaps while others are running. */
  readonly seeds: readonly number[];
  /** Seed-major: figure f of seeds[k] at k · names.length + f. */
  readonly figures: Float64Array;
}

export const noResults = (names: readonly string[]): ReplicationResults => ({
  names,
  seeds: [],
  figures: new Float64Array(),
});

/** Figure f of every finished seed, in the order of the seeds. */
export const columnOf = ({ names, seeds, figures }: ReplicationResults, f: number): Float64Array =>
  Float64Array.from(seeds, (_, k) => figures[k * names.length + f]!);

/** The figures of one seed, in the order of the names; undefined where its run is not done. */
export function rowOf({ names, seeds, figures }: ReplicationResults, seed: string): Float64Array | undefined {
  const k = seeds.indexOf(Number(seed));
  return k < 0 || String(seeds[k]) !== seed ? undefined : figures.slice(k * names.length, (k + 1) * names.length);
}
