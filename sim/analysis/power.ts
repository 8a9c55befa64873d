import { orderWeights } from './shapley.ts';
import type { Ballot } from './weights.ts';

/** Power in a weighted voting game, by player. */
export interface Power {
  /** Share of all orders of arrival in which the player turns a losing coalition into a winning one (Shapley & Shubik 1954). */
  shapley: Float64Array;
  /** Share of the coalitions of the others in which it is decisive (Penrose 1946). */
  penrose: Float64Array;
  /** Share of all coalitions that win (Coleman 1971). */
  winning: number;
}

/** Players up to which all coalitions are gone through. */
const FEW = 16;
/** The same, where the weights cannot be counted. */
const SOME = 20;
/** More would leave the range of a float64 (players), the memory (cells) or a second or two of work. */
const MOST_PLAYERS = 500;
const MOST_CELLS = 4e6;
const MOST_WORK = 1.5e9;

const levelsOf = (classes: number): number => {
  let levels = 1;
  for (let reach = 1; reach < classes; reach *= 2) levels++;
  return levels;
};

/** Why power cannot be computed, in a sentence; undefined where it can. */
export function tooMuch({ weights, quota, whole }: Ballot): string | undefined {
  const n = weights.length;
  if (n <= (whole ? FEW : SOME)) return undefined;
  if (n > MOST_PLAYERS) return `expected at most ${MOST_PLAYERS} weights`;
  if (!whole) return `expected at most ${SOME} weights, or weights of at most six decimals`;
  const reach = Math.min(quota, sumOf(weights) + 1);
  const cells = n * reach;
  const work = (cells * n * levelsOf(new Set(weights).size)) / 2;
  if ((cells <= MOST_CELLS && work <= MOST_WORK) || n <= SOME) return undefined;
  return `expected at most ${SOME} weights, or smaller ones: as whole numbers their quota is ${quota}, too many sums to count`;
}

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

/** @throws {RangeError} where `tooMuch` says why not. */
export function power(ballot: Ballot): Power {
  const reason = tooMuch(ballot);
  if (reason) throw new RangeError(reason);
  const n = ballot.weights.length;
  const reach = Math.min(ballot.quota, sumOf(ballot.weights) + 1);
  const countable = ballot.whole && n * reach <= MOST_CELLS;
  if (sumOf(ballot.weights) < ballot.quota)
    return { shapley: new Float64Array(n), penrose: new Float64Array(n), winning: 0 };
  return n <= FEW || !countable ? enumerated(ballot) : counted(ballot);
}

/** All 2ⁿ coalitions, each by its sum. */
function enumerated({ weights, quota }: Ballot): Power {
  const n = weights.length;
  const sum = new Float64Array(1 << n);
  const size = new Uint8Array(1 << n);
  const order = orderWeights(n);
  const shapley = new Float64Array(n);
  const penrose = new Float64Array(n);
  let winning = 0;
  for (let set = 0; set < sum.length; set++) {
    if (set > 0) {
      const last = 31 - Math.clz32(set);
      sum[set] = sum[set ^ (1 << last)]! + weights[last]!;
      size[set] = size[set >> 1]! + (set & 1);
    }
    if (sum[set]! >= quota) {
      winning++;
      continue;
    }
    for (let i = 0; i < n; i++) {
      if ((set >> i) & 1 || sum[set]! + weights[i]! < quota) continue;
      shapley[i] = shapley[i]! + order[size[set]!]!;
      penrose[i] = penrose[i]! + 1;
    }
  }
  return { shapley, penrose: penrose.map((swings) => (2 * swings) / sum.length), winning: winning / sum.length };
}

/** Coalitions of the players taken in so far: cells[k · quota + s] of them have k members and the sum s, below the quota. */
type Counts = Float64Array;

/**
 * By the generating function Π (1 + t x^w) (Cantor, in Mann & Shapley 1962; Brams & Affuso 1976), cut below the quota. A player's own
 * factor is not divided out, which would lose digits: halves of the players are left out in turn, so that there are only sums.
 */
function counted({ weights, quota }: Ballot): Power {
  const n = weights.length;
  const kinds = [...new Set(weights)];
  const many = kinds.map((kind) => weights.filter((weight) => weight === kind).length);
  const shapleyOf = new Float64Array(kinds.length);
  const penroseOf = new Float64Array(kinds.length);
  const order = orderWeights(n);
  const half = halves(n);
  let winning = 0;
  const without = (from: number, to: number, counts: Counts): void => {
    if (to - from === 1) {
      const kind = kinds[from]!;
      const own = many[from]! > 1 ? counts.slice() : counts;
      for (let k = 1; k < many[from]!; k++) include(own, n, quota, kind);
      let losing = 0;
      for (let k = 0; k < n; k++) {
        let decisive = 0;
        for (let s = 0; s < quota; s++) {
          const here = own[k * quota + s]!;
          if (s >= quota - kind) decisive += here;
          losing += s >= quota - kind ? here : 2 * here;
        }
        shapleyOf[from] = shapleyOf[from]! + order[k]! * decisive;
        penroseOf[from] = penroseOf[from]! + half * decisive;
      }
      winning = 1 - (half * losing) / 2;
      return;
    }
    const middle = (from + to) >> 1;
    for (const [low, high, otherLow, otherHigh] of [
      [from, middle, middle, to],
      [middle, to, from, middle],
    ] as const) {
      const more = counts.slice();
      for (let c = otherLow; c < otherHigh; c++) for (let k = 0; k < many[c]!; k++) include(more, n, quota, kinds[c]!);
      without(low, high, more);
    }
  };
  const none = new Float64Array(n * quota);
  none[0] = 1;
  without(0, kinds.length, none);
  const place = weights.map((weight) => kinds.indexOf(weight));
  return {
    shapley: Float64Array.from(place, (k) => shapleyOf[k]!),
    penrose: Float64Array.from(place, (k) => penroseOf[k]!),
    winning,
  };
}

/** One player more, from the largest coalitions down so that nobody is counted twice. */
function include(counts: Counts, n: number, quota: number, weight: number): void {
  for (let k = n - 2; k >= 0; k--)
    for (let s = weight; s < quota; s++) {
      const at = (k + 1) * quota + s;
      counts[at] = counts[at]! + counts[k * quota + s - weight]!;
    }
}

/** 2^(1−n), exactly. */
function halves(n: number): number {
  let half = 1;
  for (let k = 1; k < n; k++) half /= 2;
  return half;
}
