/** Values this close, relative to their size, tie. */
const TIE = 1e-9;

/** Mean ranks of values, ties shared; 1 is the least. */
export function ranks(values: readonly number[]): Float64Array {
  // A typed array sorts by value without a comparator, far quicker; each value then finds its place by halving.
  const sorted = Float64Array.from(values).sort();
  return Float64Array.from(values, (value) => {
    const margin = TIE * Math.abs(value);
    return (below(sorted, value - margin) + below(sorted, value + margin + Number.MIN_VALUE) + 1) / 2;
  });
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
