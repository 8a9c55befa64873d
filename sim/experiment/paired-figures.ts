import { type Distribution, distributionOf, isConstant } from './distribution.ts';
import { columnOf, type ReplicationResults } from './replication-results.ts';

/**
 * One figure of an original and of a changed run over the same seeds (common random numbers): the two runs of a seed differ in the
 * change alone.
 */
export interface PairedFigure {
  name: string;
  /** One value a seed, in the order of the seeds. */
  original: Float64Array;
  changed: Float64Array;
  spread: { original: Distribution; changed: Distribution };
  /** In how many seeds the change makes the figure larger, smaller, or leaves it as it was. */
  more: number;
  less: number;
  same: number;
  /** Median over the seeds of changed − original. */
  difference: number;
}

export interface PairedFigures {
  /** Seeds whose two runs are done. */
  seeds: readonly number[];
  /** Figures that the change moves in any seed, those that it moves most consistently first; then those that only vary by seed. */
  figures: readonly PairedFigure[];
  /** Names of the figures that are the same in every run. */
  constant: readonly string[];
}

/**
 * Compares two samples of replications seed by seed, over the seeds that both have.
 * @param original and changed ask for the same figures, in the same order.
 */
export function pairedFigures(original: ReplicationResults, changed: ReplicationResults): PairedFigures {
  const seeds = original.seeds.filter((seed) => changed.seeds.includes(seed));
  const figures: PairedFigure[] = [];
  const constant: string[] = [];
  if (seeds.length === 0) return { seeds, figures, constant };
  original.names.forEach((name, f) => {
    const pair = [original, changed].map((sample) => valuesOf(sample, f, seeds)) as [Float64Array, Float64Array];
    const [before, after] = pair;
    if (isConstant(before) && isConstant(after) && before[0] === after[0]) constant.push(name);
    else figures.push(pairedFigure(name, before, after));
  });
  // A sort keeps the order of equals.
  figures.sort((a, b) => Number(b.same < seeds.length) - Number(a.same < seeds.length) || weightOf(b) - weightOf(a));
  return { seeds, figures, constant };
}

const weightOf = ({ more, less }: PairedFigure): number => Math.abs(more - less);

function valuesOf(sample: ReplicationResults, f: number, seeds: readonly number[]): Float64Array {
  const column = columnOf(sample, f);
  return Float64Array.from(seeds, (seed) => column[sample.seeds.indexOf(seed)]!);
}

/** Differences up to this share of the values are rounding. */
const ROUNDING = 1e-9;

function differenceOf(original: number, changed: number): number {
  const difference = changed - original;
  return Math.abs(difference) <= ROUNDING * Math.max(Math.abs(original), Math.abs(changed)) ? 0 : difference;
}

function pairedFigure(name: string, original: Float64Array, changed: Float64Array): PairedFigure {
  const differences = changed.map((value, k) => differenceOf(original[k]!, value));
  const count = (is: (difference: number) => boolean): number => differences.filter(is).length;
  return {
    name,
    original,
    changed,
    spread: { original: distributionOf(original), changed: distributionOf(changed) },
    more: count((difference) => difference > 0),
    less: count((difference) => difference < 0),
    same: count((difference) => difference === 0),
    difference: distributionOf(differences).median,
  };
}
