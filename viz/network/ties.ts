import type { Frame } from '../../sim/results/replay.ts';
import type { Clock } from '../run-view/time.ts';
import { LARGE, type NodeMark, type TieMark } from './marks.ts';

/** What mutual trust must have lost in a year, or a round, to be called falling; trust runs from 0 to 1. */
export const FALL = 0.03;
/** Mutual ill will below this is not drawn. */
const FEUD = 0.15;

/** Ticks before now with which trust is compared: a year, or in a laboratory a round. */
export const lookBack = ({ rounds, ticksPerYear }: Clock): number =>
  rounds ? 1 : Math.max(1, Math.round(ticksPerYear));

/** Mean of what two feel toward each other; the matrix is row-major. */
const mutual = (matrix: ArrayLike<number>, n: number, i: number, j: number): number =>
  (matrix[i * n + j]! + matrix[j * n + i]!) / 2;

/**
 * A tie for every two who share an alliance, and where `feuds` one for every other two who bear each other ill will.
 *
 * @param earlier trust of a year before; without it nothing is said to fall.
 */
export function tieMarksOf(
  nodes: readonly NodeMark[],
  members: readonly (readonly number[])[],
  frame: Frame,
  earlier: ArrayLike<number> | undefined,
  feuds: boolean,
): TieMark[] {
  const n = nodes.length;
  const allied = pairsOf(members, n);
  const ties: TieMark[] = [];
  for (const pair of allied) {
    const [i, j] = [Math.floor(pair / n), pair % n];
    const trust = mutual(frame.trust, n, i, j);
    const falls = earlier !== undefined && mutual(earlier, n, i, j) - trust > FALL;
    ties.push({ from: i, to: j, trust, falls });
  }
  return feuds ? [...ties, ...feudsOf(frame, n, allied)] : ties;
}

/** Of a large world only the bitterest are drawn: more would be a tangle. */
const MOST_FEUDS = 400;

function feudsOf({ hostility }: Frame, n: number, allied: ReadonlySet<number>): TieMark[] {
  const feuds: TieMark[] = [];
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const size = mutual(hostility, n, i, j);
      if (size > FEUD && !allied.has(i * n + j)) feuds.push({ from: i, to: j, trust: -size, falls: false });
    }
  return n > LARGE ? feuds.sort((a, b) => a.trust - b.trust).slice(0, MOST_FEUDS) : feuds;
}

/** Every two of one circle, each once, as i · n + j with i < j. */
function pairsOf(members: readonly (readonly number[])[], n: number): Set<number> {
  const pairs = new Set<number>();
  for (const circle of members)
    for (let a = 0; a < circle.length; a++)
      for (let b = a + 1; b < circle.length; b++)
        pairs.add(Math.min(circle[a]!, circle[b]!) * n + Math.max(circle[a]!, circle[b]!));
  return pairs;
}
