import { AT_LEAST, BACKWARD, everyone, FORWARD, LEVELS, NEXT, SHARES } from './commitment-sets.ts';
import { WEALTH } from './wealth.ts';

// The search for a target takes most of the time of a run. Here it reads the sets of a small ring; `targets.ts` does the same for any
// ring. Constants are bound to local names first, since inside a loop compiled code would look them up in each round.

/**
 * The target with the greatest score (S_A − S_T)/S_A · min(demand, W_T) above 0 among those within reach of `leader`; the first of
 * equals, −1 where there is none. Leaves S_A and S_T in the first two terms.
 */
export function chooseBySets(terms: Float64Array, leader: number, demand: number): number {
  const next = NEXT;
  const wealth = WEALTH;
  const levels = LEVELS;
  const atLeast = AT_LEAST;
  const shares = SHARES;
  const alone = wealth[leader]!;
  let best = 0;
  let found = -1;
  for (let way = FORWARD; way <= BACKWARD; way += BACKWARD) {
    // The actors against whom all between would join the leader, and what these bring.
    let joint = everyone() & ~(1 << leader);
    let near = 0;
    let i = leader;
    while (joint !== 0) {
      i = next[way | i]!;
      const bit = 1 << i;
      const held = wealth[i]!;
      if ((joint & bit) !== 0) {
        const far = followers(leader, i, way ^ BACKWARD);
        const ours = way === FORWARD ? alone + near + far : alone + far + near;
        // Its side is no weaker than the target alone.
        if (ours > held) {
          const theirs = held + followers(i, leader, FORWARD) + followers(i, leader, BACKWARD);
          const score = ((ours - theirs) / ours) * Math.min(held, demand);
          if (score > best || (score === best && i < found)) {
            best = score;
            found = i;
            terms[0] = ours;
            terms[1] = theirs;
          }
        }
      }
      const level = levels[(i << 5) | leader]!;
      joint &= ~(bit | atLeast[(i << 4) | level]!);
      near += shares[level]! * held;
    }
  }
  return found;
}

/** What the actors on one way from `leader` bring against `other`, up to the first that does not join. */
function followers(leader: number, other: number, way: number): number {
  const next = NEXT;
  const wealth = WEALTH;
  const levels = LEVELS;
  const atLeast = AT_LEAST;
  const shares = SHARES;
  let sum = 0;
  let i = next[way | leader]!;
  while (i !== other) {
    const level = levels[(i << 5) | leader]!;
    if (((atLeast[(i << 4) | level]! >>> other) & 1) !== 0) break;
    sum += shares[level]! * wealth[i]!;
    i = next[way | i]!;
  }
  return sum;
}

/** The set of those on the side of `leader` against `other`, itself included. */
export function sideAsSet(leader: number, other: number): number {
  let side = 1 << leader;
  for (let way = FORWARD; way <= BACKWARD; way += BACKWARD) {
    let i = NEXT[way | leader]!;
    while (i !== other && ((AT_LEAST[(i << 4) | LEVELS[(i << 5) | leader]!]! >>> other) & 1) === 0) {
      side |= 1 << i;
      i = NEXT[way | i]!;
    }
  }
  return side;
}
