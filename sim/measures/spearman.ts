/** Values this close, relative to their size, tie. */
const TIE = 1e-9;

/** Up to so many values counting is quicker than sorting. */
const FEW = 48;

/** Mean ranks of values, ties shared; 1 is the least. */
export function ranks(values: readonly number[]): Float64Array {
  const rank = new Float64Array(values.length);
  if (values.length <= FEW) {
    for (let k = 0; k < values.length; k++) rank[k] = countedRank(values, values[k]!);
    return rank;
  }
  // A typed array sorts by value without a comparator, far quicker; each value then finds its place by halving.
  const sorted = Float64Array.from(values).sort();
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    const margin = TIE * Math.abs(value);
    rank[k] = (below(sorted, value - margin) + below(sorted, value + margin + Number.MIN_VALUE) + 1) / 2;
  }
  return rank;
}

function countedRank(values: readonly number[], value: number): number {
  const margin = TIE * Math.abs(value);
  const upper = value + margin + Number.MIN_VALUE;
  const lower = value - margin;
  let twice = 1;
  for (let k = 0; k < values.length; k++) {
    if (values[k]! < lower) twice++;
    if (values[k]! < upper) twice++;
  }
  return twice / 2;
}

/** How many of the sorted values lie below a bound. */
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

/** Spearman’s ρ: the correlation of mean ranks (Spearman 1904); 0 where all of one side tie. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const x = ranks(a);
  const y = ranks(b);
  const mean = (a.length + 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let k = 0; k < x.length; k++) {
    xy += (x[k]! - mean) * (y[k]! - mean);
    xx += (x[k]! - mean) * (x[k]! - mean);
    yy += (y[k]! - mean) * (y[k]! - mean);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
