import type { Scratch } from '../../../world/scratch.ts';
import { tenths } from '../tribute/ring.ts';

// The search for a target is most of the time of a run, so it is written for speed: what does not depend on the target is worked
// out once, who cannot be the best is passed over before anybody walks, and `search` is one long function, since a call for each target
// costs a tenth of the whole. Whom it finds is whom the plain rule would find (a test holds it to that).

/**
 * The target of the greatest score (S_A − S_T)/S_A · min(demand, W_T) above 0 among those within reach of `leader`, the first of
 * equals; −1 where there is none. Leaves S_A and S_T in the first two of the desk’s terms. `scratch.a` is wealth.
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

/** `ahead` and `behind`: how many could be arrived at on either way; `friends`: what all who owe the leader would bring at most. */
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
  const { a: wealth, b: brought, c: own } = scratch;
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
    // No score is more than all who could help would bring about against the target alone.
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
    const theirs = resistance(wealth, commitment, n, leader, target);
    const score = ((ours - theirs) / ours) * asked;
    if (score > best || (score === best && target < found)) {
      best = score;
      // A millionth is left for rounding.
      bar = best * most * 0.999999;
      found = target;
      terms[0] = ours;
      terms[1] = theirs;
    }
  }
  return found;
}

/**
 * Those in a row on that way who owe the leader anything: what each owes and would bring, and in the first of the desk’s terms what
 * all would. Returns how many others could be arrived at: one more than they are.
 */
function rally(scratch: Scratch, commitment: Float32Array, n: number, leader: number, way: number): number {
  const { a: wealth, b: brought, c: own } = scratch;
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

/** S_T, of those who would not rather stand by the leader. */
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
