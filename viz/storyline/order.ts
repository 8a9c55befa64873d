import type { MembershipInterval } from './membership-intervals.ts';

/** Top to bottom: the groups of an epoch, each with its members in the order they are drawn. */
export type Order = number[][];

/** Rank of every actor in an order. */
export function ranks(order: Order, actors: number): Float64Array {
  const rank = new Float64Array(actors);
  let k = 0;
  for (const group of order) for (const actor of group) rank[actor] = k++;
  return rank;
}

const mean = (group: readonly number[], rank: ArrayLike<number>): number =>
  group.reduce((sum, actor) => sum + rank[actor]!, 0) / group.length;

/** The groups sorted by where their members were, which is what moves lines least. */
function arrange(epoch: MembershipInterval, rank: ArrayLike<number>): Order {
  return epoch.groups
    .map(({ members }) => [...members].sort((a, b) => rank[a]! - rank[b]! || a - b))
    .map((group) => ({ group, at: mean(group, rank) }))
    .sort((a, b) => a.at - b.at || a.group[0]! - b.group[0]!)
    .map(({ group }) => group);
}

/** Pairs of actors that change places between two orders: inversions, counted in a tree of sums (Fenwick 1994). */
export function crossings(a: Order, b: Order, actors: number): number {
  const rank = ranks(b, actors);
  const passed = new Uint32Array(actors + 1);
  let seen = 0;
  let count = 0;
  for (const group of a)
    for (const actor of group) {
      let above = 0;
      for (let k = rank[actor]! + 1; k > 0; k -= k & -k) above += passed[k]!;
      count += seen - above;
      seen++;
      for (let k = rank[actor]! + 1; k <= actors; k += k & -k) passed[k]!++;
    }
  return count;
}

/** Start ranks: actors that share most of the run stand near each other, whatever order the scenario lists them in. */
export function homes(epochs: readonly MembershipInterval[], actors: number): Float64Array {
  const together = new Float64Array(actors * actors);
  for (const { from, to, groups } of epochs)
    for (const { members } of groups)
      for (const a of members) for (const b of members) if (a !== b) together[a * actors + b]! += to - from;
  const line: number[] = [];
  const left = new Set(Array.from({ length: actors }, (_, k) => k));
  let last = heaviest(left, (k) => sum(together.subarray(k * actors, (k + 1) * actors)));
  while (last >= 0) {
    line.push(last);
    left.delete(last);
    const tail = line.slice(-3);
    last = heaviest(left, (k) => tail.reduce((total, other) => total + together[other * actors + k]!, 0));
  }
  const rank = new Float64Array(actors);
  line.forEach((actor, k) => {
    rank[actor] = k;
  });
  return rank;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

function heaviest(left: ReadonlySet<number>, weight: (k: number) => number): number {
  let best = -1;
  let most = -Infinity;
  for (const k of left) {
    const own = weight(k);
    if (own <= most) continue;
    best = k;
    most = own;
  }
  return best;
}

/** Sweeps to and fro; of hundreds of lines, where each takes long, the first bring what can be seen. */
const sweepsFor = (actors: number): number => (actors > 150 ? 2 : 6);

/** An order for every epoch: sweeps to and fro, each epoch arranged after its neighbour; the sweep with fewest crossings. */
export function orders(epochs: readonly MembershipInterval[], actors: number, sweeps = sweepsFor(actors)): Order[] {
  let rank: ArrayLike<number> = homes(epochs, actors);
  let best: Order[] = [];
  let fewest = Infinity;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const forward = epochs.map((epoch) => {
      const order = arrange(epoch, rank);
      rank = ranks(order, actors);
      return order;
    });
    let count = 0;
    for (let k = 1; k < forward.length; k++) count += crossings(forward[k - 1]!, forward[k]!, actors);
    if (count < fewest) {
      fewest = count;
      best = forward;
    }
    for (let k = epochs.length - 1; k >= 0; k--) rank = ranks(arrange(epochs[k]!, rank), actors);
  }
  return best;
}
