/** Values this close, relative to their size, tie. */
const TIE = 1e-9;

/** Mean ranks of values, ties shared; 1 is the least. */
export function ranks(values: readonly number[]): Float64Array {
  const order = Array.from(values, (_, k) => k).sort((a, b) => values[a]! - values[b]! || a - b);
  const rank = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    const first = values[order[from]!]!;
    let to = from + 1;
    while (
      to < order.length &&
      values[order[to]!]! - first <= TIE * Math.max(Math.abs(first), Math.abs(values[order[to]!]!))
    )
      to++;
    for (let k = from; k < to; k++) rank[order[k]!] = (from + to + 1) / 2;
    from = to;
  }
  return rank;
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
