import { workspace } from '../world/scratch.ts';

/** Values this close, relative to their size, count as equal. */
const TIE = 1e-9;

/** Number of values up to which comparing all pairs is quicker than sorting. */
const FEW = 48;

/** Writes the mean ranks of the first `count` values into `rank`; the least value has rank 1, and ties share their mean rank. */
export function rankInto(values: ArrayLike<number>, count: number, rank: Float64Array): void {
  if (count <= FEW) {
    compareAll(values, count, rank);
    return;
  }
  // A typed array sorts by value without a comparator, which is far quicker. Each value then finds its rank by bisection.
  const sorted = Float64Array.from({ length: count }, (_, k) => values[k]!).sort();
  for (let k = 0; k < count; k++) {
    const value = values[k]!;
    const margin = TIE * Math.abs(value);
    rank[k] = (below(sorted, value - margin) + below(sorted, value + margin + Number.MIN_VALUE) + 1) / 2;
  }
}

function compareAll(values: ArrayLike<number>, count: number, rank: Float64Array): void {
  for (let k = 0; k < count; k++) {
    const value = values[k]!;
    const margin = TIE * Math.abs(value);
    let above = 1;
    for (let l = 0; l < k; l++) {
      const more = value - values[l]!;
      if (more > margin) above++;
      else if (more < -margin) rank[l]!++;
      else {
        above += 0.5;
        rank[l]! += 0.5;
      }
    }
    rank[k] = above;
  }
}

/** Number of the sorted values below a bound. */
function below(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

const ranksOfFirst = workspace((length) => new Float64Array(length));
const ranksOfSecond = workspace((length) => new Float64Array(length));

/**
 * Spearman’s ρ of the first `count` values of each: the correlation of mean ranks (Spearman 1904); 0 where all values of one side
 * are equal.
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>, count: number = a.length): number {
  const x = ranksOfFirst(count);
  const y = ranksOfSecond(count);
  rankInto(a, count, x);
  rankInto(b, count, y);
  const mean = (count + 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let k = 0; k < count; k++) {
    const dx = x[k]! - mean;
    const dy = y[k]! - mean;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
