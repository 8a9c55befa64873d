import { simplex } from './simplex.ts';

/** The core: divisions of the grand coalition's worth that no coalition can improve on by itself (Gillies 1959). */
export interface Core {
  /**
   * The sum that must be paid out so that no coalition objects. The core is empty where this exceeds the grand coalition's worth.
   */
  needed: number;
  /** One point of the core, by player; empty where the core is empty. */
  point: number[];
}

/** Players up to which the linear programme of 2ⁿ − 2 columns stays small. */
export const CORE_PLAYERS = 12;
/** Players up to which the vertices are found by trying every choice of n − 1 coalitions. */
export const VERTEX_PLAYERS = 5;

/** Error that rounding may add to a worth. */
const slackOf = (worth: Float64Array): number => 1e-9 * greatest(worth);

/** The largest absolute worth; 1 where all are 0. */
export const greatest = (worth: Float64Array): number => worth.reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1;

/** Sets to 0 what differs from 0 by rounding alone, and turns −0 into 0. */
export const withoutRounding = (x: number, unit: number): number => (Math.abs(x) <= 1e-12 * unit ? 0 : x);

/**
 * Tests whether the core is empty, by the balanced collection of greatest worth (Bondareva 1963; Shapley 1967). The dual prices
 * are a point of the core where one exists.
 * @param worth 2ⁿ numbers by mask.
 */
export function core(players: number, worth: Float64Array): Core {
  const all = worth.length - 1;
  if (players > CORE_PLAYERS) throw new RangeError(`The core of more than ${CORE_PLAYERS} players is not computed`);
  if (players === 1) return { needed: worth[1]!, point: [worth[1]!] };
  const unit = greatest(worth);
  const columns = all - 1;
  const rows = Array.from({ length: players }, (_, i) =>
    Float64Array.from({ length: columns }, (_, s) => ((s + 1) >> i) & 1),
  );
  const cost = Float64Array.from({ length: columns }, (_, s) => -worth[s + 1]! / unit);
  const found = simplex({ rows, right: new Float64Array(players).fill(1), cost });
  if (!found) throw new RangeError('the core was not found: the values of the coalitions differ too much in size');
  const { cost: least, prices } = found;
  const needed = withoutRounding(-least * unit, unit);
  if (needed > worth[all]! + slackOf(worth)) return { needed, point: [] };
  const over = (worth[all]! - needed) / players;
  return { needed, point: Array.from(prices, (price) => withoutRounding(-price * unit + over, unit)) };
}

/** The vertices of the core in ascending order, each once; an empty list where the core is empty. */
export function coreVertices(players: number, worth: Float64Array): number[][] {
  if (players > VERTEX_PLAYERS)
    throw new RangeError(`The vertices of the core of more than ${VERTEX_PLAYERS} players are not computed`);
  const all = worth.length - 1;
  const unit = greatest(worth);
  const slack = slackOf(worth);
  const found: number[][] = [];
  const choose = (from: number, chosen: readonly number[]): void => {
    if (chosen.length < players) {
      for (let set = from; set < all; set++) choose(set + 1, [...chosen, set]);
      return;
    }
    const x = solve(players, chosen, worth)?.map((share) => withoutRounding(share, unit));
    if (!x || !stable(x, worth, slack)) return;
    const known = found.some((other) => other.every((value, i) => Math.abs(value - x[i]!) <= 10 * slack));
    if (!known) found.push(x);
  };
  choose(1, [all]);
  return found.sort((a, b) => {
    const i = a.findIndex((value, k) => Math.abs(value - b[k]!) > 10 * slack);
    return i < 0 ? 0 : a[i]! - b[i]!;
  });
}

/** Whether no coalition gets less than it is worth. */
function stable(x: readonly number[], worth: Float64Array, slack: number): boolean {
  for (let set = 1; set < worth.length; set++) {
    let sum = 0;
    for (let i = 0; i < x.length; i++) if ((set >> i) & 1) sum += x[i]!;
    if (sum < worth[set]! - slack) return false;
  }
  return true;
}

/** The shares that give each of these n coalitions exactly its worth; undefined where the solution is not a single point. */
function solve(n: number, sets: readonly number[], worth: Float64Array): number[] | undefined {
  const lines = sets.map((set) => [...Array.from({ length: n }, (_, i) => (set >> i) & 1), worth[set]!]);
  for (let i = 0; i < n; i++) {
    const best = lines.reduce(
      (top, line, r) => (r >= i && Math.abs(line[i]!) > Math.abs(lines[top]![i]!) ? r : top),
      i,
    );
    const line = lines[best]!;
    if (Math.abs(line[i]!) < 1e-9) return undefined;
    lines[best] = lines[i]!;
    lines[i] = line;
    for (let r = 0; r < n; r++) {
      const times = r === i ? 0 : lines[r]![i]! / line[i]!;
      if (times !== 0) for (let j = i; j <= n; j++) lines[r]![j] = lines[r]![j]! - times * line[j]!;
    }
  }
  return lines.map((line, i) => line[n]! / line[i]!);
}
