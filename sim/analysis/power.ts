import { orderWeights } from './shapley.ts';
import type { Ballot } from './weights.ts';

/** Power in a weighted voting game, by player. */
export interface Power {
  /** Share of all orders of arrival in which the player turns a losing coalition into a winning one (Shapley & Shubik 1954). */
  shapley: Float64Array;
  /** Share of the coalitions of the others in which the player is decisive (Penrose 1946). */
  penrose: Float64Array;
  /** Share of all coalitions that win (Coleman 1971). */
  winning: number;
}

/** Players up to which all coalitions are enumerated. */
const FEW = 16;
/** The same limit where the weights are no whole numbers and cannot be counted. */
const SOME = 20;
/** Beyond these the counts leave the range of a float64 (players), exceed memory (cells), or take more than a second or two. */
const MOST_PLAYERS = 500;
const MOST_CELLS = 4e6;
const MOST_WORK = 1e9;

const levelsOf = (classes: number): number => {
  let levels = 1;
  for (let reach = 1; reach < classes; reach *= 2) levels++;
  return levels;
};

/** Why power cannot be computed, as a sentence; undefined where it can. */
export function tooMuch({ weights, quota, whole }: Ballot): string | undefined {
  const n = weights.length;
  if (n <= (whole ? FEW : SOME)) return undefined;
  if (n > MOST_PLAYERS) return `expected at most ${MOST_PLAYERS} weights`;
  if (!whole) return `expected at most ${SOME} weights, or weights of at most six decimals`;
  const cells = n * lighter(weights, quota);
  const work = (cells * n * levelsOf(new Set(weights).size)) / 2;
  if ((cells <= MOST_CELLS && work <= MOST_WORK) || n <= SOME) return undefined;
  return `expected at most ${SOME} weights, or smaller ones: as whole numbers their quota is ${quota}, too many sums to count`;
}

/**
 * The quota that is quicker to count to, for whole weights. Winning and blocking are decisive in the same orders and coalitions,
 * and a coalition blocks with all votes but the quota, and one more.
 */
const lighter = (weights: readonly number[], quota: number): number =>
  Math.max(1, Math.min(quota, sumOf(weights) - quota + 1));

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

/** Power of each player by the quickest method that applies. @throws {RangeError} where `tooMuch` gives a reason. */
export function power(ballot: Ballot): Power {
  const reason = tooMuch(ballot);
  if (reason) throw new RangeError(reason);
  const n = ballot.weights.length;
  const countable = ballot.whole && n * lighter(ballot.weights, ballot.quota) <= MOST_CELLS;
  if (sumOf(ballot.weights) < ballot.quota)
    return { shapley: new Float64Array(n), penrose: new Float64Array(n), winning: 0 };
  return n <= FEW || !countable ? enumerated(ballot) : counted(ballot);
}

/** Enumerates all 2ⁿ coalitions, each by its sum. */
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

/** Coalitions of the players counted so far: cells[k · quota + s] of them have k members and the sum s, below the quota. */
interface Counts {
  cells: Float64Array;
  players: number;
}

/** Players of equal weight are interchangeable, so one player of each weight (a kind) is examined. */
interface Tally {
  n: number;
  quota: number;
  kinds: readonly number[];
  many: readonly number[];
  shapley: Float64Array;
  penrose: Float64Array;
  winning: number;
}

/**
 * By the generating function Π (1 + t x^w) (Cantor, in Mann & Shapley 1962; Brams & Affuso 1976), truncated below the quota.
 * Dividing out a player's own factor would lose digits. Halves of the players are left out in turn instead, so that there are
 * only additions.
 */
function counted({ weights, quota }: Ballot): Power {
  const kinds = [...new Set(weights)];
  const tally: Tally = {
    n: weights.length,
    quota: lighter(weights, quota),
    kinds,
    many: kinds.map((kind) => weights.filter((weight) => weight === kind).length),
    shapley: new Float64Array(kinds.length),
    penrose: new Float64Array(kinds.length),
    winning: 0,
  };
  const nobody = { cells: new Float64Array(tally.n * tally.quota), players: 0 };
  nobody.cells[0] = 1;
  leaveOut(tally, 0, kinds.length, nobody);
  const place = weights.map((weight) => kinds.indexOf(weight));
  return {
    shapley: Float64Array.from(place, (k) => tally.shapley[k]!),
    penrose: Float64Array.from(place, (k) => tally.penrose[k]!),
    winning: tally.quota === quota ? tally.winning : 1 - tally.winning,
  };
}

/** Examines the kinds from `from` up to, not including, `to`, given the counts of all others. */
function leaveOut(tally: Tally, from: number, to: number, others: Counts): void {
  if (to - from === 1) {
    decide(tally, from, withKind(tally, others, from, tally.many[from]! - 1));
    return;
  }
  const middle = (from + to) >> 1;
  let first = others;
  for (let k = middle; k < to; k++) first = withKind(tally, first, k, tally.many[k]!, first !== others);
  leaveOut(tally, from, middle, first);
  let second = others;
  for (let k = from; k < middle; k++) second = withKind(tally, second, k, tally.many[k]!, second !== others);
  leaveOut(tally, middle, to, second);
}

/** The counts with `more` players of a kind added; written in place where the caller owns the counts (`own`). */
function withKind({ quota, kinds }: Tally, counts: Counts, kind: number, more: number, own = false): Counts {
  if (more === 0) return counts;
  const cells = own ? counts.cells : counts.cells.slice();
  const weight = kinds[kind]!;
  for (let players = counts.players; players < counts.players + more; players++)
    // From the largest coalitions down, so that no player is counted twice.
    for (let k = players; k >= 0; k--) {
      const end = (k + 2) * quota;
      const back = quota + weight;
      for (let at = (k + 1) * quota + weight; at < end; at++) cells[at] = cells[at]! + cells[at - back]!;
    }
  return { cells, players: counts.players + more };
}

/** Counts where one player of a kind is decisive, given the counts of all others. */
function decide(tally: Tally, kind: number, { cells }: Counts): void {
  const { n, quota, kinds, shapley, penrose } = tally;
  const order = orderWeights(n);
  const half = halves(n);
  const enough = quota - kinds[kind]!;
  let losing = 0;
  for (let k = 0; k < n; k++) {
    let decisive = 0;
    for (let s = 0; s < quota; s++) {
      const here = cells[k * quota + s]!;
      if (s >= enough) decisive += here;
      losing += s >= enough ? here : 2 * here;
    }
    shapley[kind] = shapley[kind]! + order[k]! * decisive;
    penrose[kind] = penrose[kind]! + half * decisive;
  }
  tally.winning = 1 - (half * losing) / 2;
}

/** 2^(1−n), exactly. */
function halves(n: number): number {
  let half = 1;
  for (let k = 1; k < n; k++) half /= 2;
  return half;
}
