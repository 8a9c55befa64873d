/** The optimal coalition structures of a game. */
export interface BestPartition {
  /** Σ worth of its coalitions. */
  worth: number;
  /** Number of partitions that reach this worth. */
  ties: number;
  /** The optimal partitions, each a list of masks; at most `LISTED` of them. */
  partitions: number[][];
}

/** Players up to which the 3ⁿ⁻¹ comparisons take well under a second. */
export const PARTITION_PLAYERS = 15;
/** Partitions listed at most. */
export const LISTED = 100;

/**
 * Optimal coalition structure by dynamic programming over coalitions (Yeh 1986; Rothkopf, Pekeč & Harstad 1998). The best
 * division of a set is the best over its subsets that contain its first player. Sums within 10⁻⁹ of the best count as ties.
 * @param worth 2ⁿ numbers by mask; bit i is set where player i is a member.
 */
export function bestPartition(players: number, worth: Float64Array): BestPartition {
  if (players > PARTITION_PLAYERS) throw new RangeError(`More than ${PARTITION_PLAYERS} players are not partitioned`);
  const best = new Float64Array(worth.length);
  for (let set = 1; set < worth.length; set++) {
    const rest = set & (set - 1);
    const first = set ^ rest;
    let most = -Infinity;
    for (let others = rest; ; others = (others - 1) & rest) {
      const sum = worth[first | others]! + best[rest ^ others]!;
      if (sum > most) most = sum;
      if (others === 0) break;
    }
    best[set] = most;
  }
  const all = worth.length - 1;
  const largest = worth.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const slack = 1e-9 * Math.abs(best[all]!) + 1e-13 * largest;
  const partitions: number[][] = [];
  list(worth, best, slack, all, [], partitions);
  return { worth: best[all]!, ties: tiesOf(worth, best, slack), partitions };
}

/** Number of partitions of the grand coalition that tie for the best. */
function tiesOf(worth: Float64Array, best: Float64Array, slack: number): number {
  const ties = new Float64Array(worth.length);
  ties[0] = 1;
  for (let set = 1; set < worth.length; set++) {
    const rest = set & (set - 1);
    const first = set ^ rest;
    let count = 0;
    for (let others = rest; ; others = (others - 1) & rest) {
      if (worth[first | others]! + best[rest ^ others]! >= best[set]! - slack) count += ties[rest ^ others]!;
      if (others === 0) break;
    }
    ties[set] = count;
  }
  return ties[worth.length - 1]!;
}

/** Lists every best division of the remaining players, smaller first coalitions first. */
function list(
  worth: Float64Array,
  best: Float64Array,
  slack: number,
  left: number,
  parts: readonly number[],
  found: number[][],
): void {
  if (found.length >= LISTED) return;
  if (left === 0) {
    found.push([...parts]);
    return;
  }
  const rest = left & (left - 1);
  const first = left ^ rest;
  for (let others = 0; ; others = (others - rest) & rest) {
    if (worth[first | others]! + best[rest ^ others]! >= best[left]! - slack)
      list(worth, best, slack, rest ^ others, [...parts, first | others], found);
    if (others === rest) break;
  }
}

/** Players of a mask, numbered from 1. */
export function membersOf(mask: number): number[] {
  const members: number[] = [];
  for (let i = 0; mask >> i > 0; i++) if ((mask >> i) & 1) members.push(i + 1);
  return members;
}

/** A partition as text: {1}{2}{34}, with commas inside the braces where there are more than nine players. */
export const coalitionText = (partition: readonly number[], players: number): string =>
  partition.map((mask) => `{${membersOf(mask).join(players > 9 ? ',' : '')}}`).join('');
