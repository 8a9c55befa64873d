import { type Distribution, distributionOf, isConstant } from '../../sim/experiment/distribution.ts';
import { type Bin, binsOf } from '../../sim/experiment/histogram.ts';
import { columnOf, type ReplicationResults } from '../../sim/experiment/replication-results.ts';

/** A figure over all runs that are done, ready to be drawn. */
export interface FigureDistribution {
  name: string;
  /** Its place among the figures of a run. */
  place: number;
  values: Float64Array;
  constant: boolean;
  spread: Distribution;
  whole: boolean;
  bins: readonly Bin[];
}

export interface FigureDistributions {
  sample: ReplicationResults;
  /** All figures but the facts. */
  figures: readonly FigureDistribution[];
  /** Whether any two runs differ in anything that was asked of them. */
  chance: boolean;
}

let last: FigureDistributions | undefined;

/** @returns undefined for a sample of fewer than two runs, which spreads over nothing. */
export function figureDistributionsOf(sample: ReplicationResults): FigureDistributions | undefined {
  if (sample.seeds.length < 2) return undefined;
  if (last?.sample === sample) return last;
  const columns = sample.names.map((_, place) => columnOf(sample, place));
  const figures = sample.names.flatMap((name, place): FigureDistribution[] => {
    const values = columns[place]!;
    if (name.startsWith('fact:')) return [];
    return [{ name, place, values, constant: isConstant(values), spread: distributionOf(values), ...binsOf(values) }];
  });
  last = { sample, figures, chance: columns.some((column) => !isConstant(column)) };
  return last;
}
