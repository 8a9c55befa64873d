import type { Scratch } from '../../../world/scratch.ts';
import { tenths } from './ring.ts';
import { WEALTH } from './wealth.ts';

// The target search takes most of the time of a run, so it is written for speed. What does not depend on the target is computed
// once, actors that cannot be the best are skipped before any walk, and `search` is one long function, since a call for each target
// costs a tenth of the total. It finds the same target as the plain rule (a test checks this).

/**
 * The target with the greatest score (S_A − S_T)/S_A · min(demand, W_T) above 0 among those within reach of `leader`; the first of
 * equals, −1 where there is none. Leaves S_A and S_T in the first two terms of the appraisal buffer.
 */
export function chooseTarget(
  scratch: Scratch,
  commitment: Float32Array,
  n: number,
  leader: number,
  demand: number,
): number {
  const { terms } = scratch.appraisal;
  const ahead = rally(scratch, commitment, n, leader, 1);
  const friends = terms[0]!;
  const behind = rally(scratch, commitment, n, leader, n - 1);
  return search(scratch, commitment, n, leader, demand, ahead, behind, friends + terms[0]!);
}

/**
 * `ahead` and `behind`: how many targets can be reached in each direction; `friends`: the most that all who are committed to the
 * leader can bring.
 */
function search(
  scratch: Scratch,
  commitment: Float32Array,
  n: number,
  leader: number,
  demand: number,
  ahead: number,
  behind: number,
  friends: number,
): number {
  const wealth = WEALTH;
  const { b: brought, c: own } = scratch;
  const { terms } = scratch.appraisal;
  const alone = wealth[leader]!;
  const most = alone + friends;
  const all = Math.min(n - 1, ahead + behind);
  let best = 0;
  let bar = 0;
  let found = -1;
  for (let k = 0; k < all; k++) {
    const way = k < ahead ? 1 : n - 1;
    const step = k < ahead ? k + 1 : n - 1 - k + ahead;
    let target = leader + step;
    if (target >= n) target -= n;
    const held = wealth[target]!;
    // A score is at most what it would be with every possible helper against the target alone.
    if ((most - held) * demand < bar) continue;
    let near = 0;
    let i = leader + way;
    if (i >= n) i -= n;
    while (i !== target && own[i]! > commitment[i * n + target]!) {
      near += brought[i]!;
      i += way;
      if (i >= n) i -= n;
    }
    if (i !== target && (k >= ahead || n - step > behind)) continue;
    let far = 0;
    let j = leader + n - way;
    if (j >= n) j -= n;
    while (j !== target && own[j]! > commitment[j * n + target]!) {
      far += brought[j]!;
      j += n - way;
      if (j >= n) j -= n;
    }
    if (i !== target && j !== target) continue;
    const ours = k < ahead ? alone + near + far : alone + far + near;
    if (ours <= held) continue;
    const asked = held < demand ? held : demand;
    const theirs = resistance(WEALTH, commitment, n, leader, target);
    const score = ((ours - theirs) / ours) * asked;
    if (score > best || (score === best && target < found)) {
      best = score;
      // A margin of a millionth for rounding.
      bar = best * most * 0.999999;
      found = target;
      terms[0] = ours;
      terms[1] = theirs;
    }
  }
  return found;
}

/**
 * The unbroken row of actors in that direction that are committed to the leader: the commitment and the strength of each, and their
 * sum in the first term of the appraisal buffer. Returns how many others can be reached: one more than these.
 */
function rally(scratch: Scratch, commitment: Float32Array, n: number, leader: number, way: number): number {
  const wealth = WEALTH;
  const { b: brought, c: own } = scratch;
  let sum = 0;
  let count = 1;
  let i = leader + way;
  if (i >= n) i -= n;
  for (; count < n; count++) {
    const loyal = commitment[i * n + leader]!;
    own[i] = loyal;
    if (loyal <= 0) break;
    const share = (tenths(loyal) / 10) * wealth[i]!;
    brought[i] = share;
    sum += share;
    i += way;
    if (i >= n) i -= n;
  }
  scratch.appraisal.terms[0] = sum;
  return Math.min(n - 1, count);
}

/** S_T: the strength of the target's side, without those that would rather stand by the leader. */
function resistance(wealth: Float64Array, commitment: Float32Array, n: number, leader: number, target: number): number {
  let forward = 0;
  let i = target + 1 === n ? 0 : target + 1;
  while (i !== leader) {
    const loyal = commitment[i * n + target]!;
    if (loyal <= commitment[i * n + leader]!) break;
    forward += (tenths(loyal) / 10) * wealth[i]!;
    i = i + 1 === n ? 0 : i + 1;
  }
  let back = 0;
  let j = target === 0 ? n - 1 : target - 1;
  while (j !== leader) {
    const loyal = commitment[j * n + target]!;
    if (loyal <= commitment[j * n + leader]!) break;
    back += (tenths(loyal) / 10) * wealth[j]!;
    j = j === 0 ? n - 1 : j - 1;
  }
  return wealth[target]! + forward + back;
}
