import { z } from 'zod';
import { analysis } from './analysis.ts';
import { LISTED, membersOf } from './partition.ts';
import { ballotOf } from './weights.ts';

/** Parties up to which all coalitions are enumerated. */
const MOST = 20;

/**
 * Gamson’s law: each party expects a share in proportion to the resources it brings. All members therefore prefer the winning
 * coalition with the fewest resources (Gamson 1961; Riker 1962).
 */
export const gamson = analysis({
  name: 'gamson',
  cites: ['Gamson 1961', 'Riker 1962'],
  params: z.strictObject({
    seats: z.array(z.number().min(0).max(1e12)).min(1).max(MOST).meta({ description: 'resources of each actor' }),
    quota: z.number().positive().max(1e15).meta({ description: 'resources from which on a coalition wins' }),
  }),
  keys: {
    coalition:
      'the minimal winning coalition of fewest resources, actors numbered from 1 on; of several the smallest, then the first',
    shares: 'share of the prize of each actor in it, in proportion to resources; 0 for who is left out',
    payoff: 'share each actor gets on average over all coalitions of as few resources',
    resources: 'resources of that coalition; 0 where nobody can win',
    ties: 'how many minimal winning coalitions have as few',
    coalitions: `all of them, the first ${LISTED} where they are many`,
    minimalWinning: 'how many winning coalitions lose with any one member less',
  },
  of(_, { seats, quota }) {
    const { coalitions, ties, minimalWinning, payoff } = cheapest(seats, quota);
    const first = coalitions[0] ?? 0;
    const brought = seats.map((seat, i) => ((first >> i) & 1 ? seat : 0));
    const resources = brought.reduce((sum, seat) => sum + seat, 0);
    return {
      coalition: membersOf(first),
      shares: brought.map((seat) => (resources > 0 ? seat / resources : 0)),
      payoff,
      resources,
      ties,
      coalitions: coalitions.slice(0, LISTED).map(membersOf),
      minimalWinning,
    };
  },
});

interface Cheapest {
  /** Masks; coalitions of the fewest members first. */
  coalitions: number[];
  ties: number;
  minimalWinning: number;
  payoff: number[];
}

function cheapest(seats: readonly number[], given: number): Cheapest {
  const { weights, quota } = ballotOf(seats, given);
  const n = weights.length;
  const sum = new Float64Array(1 << n);
  const least = new Float64Array(1 << n).fill(Infinity);
  const slack = 1e-12 * weights.reduce((all, weight) => all + weight, 0);
  let coalitions: number[] = [];
  let ties = 0;
  let minimalWinning = 0;
  let fewest = Infinity;
  let paid = new Float64Array(n);
  for (let set = 1; set < sum.length; set++) {
    const last = 31 - Math.clz32(set);
    sum[set] = sum[set ^ (1 << last)]! + weights[last]!;
    least[set] = Math.min(least[set ^ (1 << last)]!, weights[last]!);
    // A coalition is minimal winning if its member of fewest resources is needed; every other member is then needed too.
    if (sum[set]! < quota || sum[set]! - least[set]! >= quota) continue;
    minimalWinning++;
    if (sum[set]! > fewest + slack) continue;
    if (sum[set]! < fewest - slack) {
      coalitions = [];
      paid = new Float64Array(n);
      ties = 0;
      fewest = sum[set]!;
    }
    coalitions.push(set);
    ties++;
    for (let i = 0; i < n; i++) if ((set >> i) & 1) paid[i] = paid[i]! + weights[i]! / sum[set]!;
  }
  coalitions.sort((a, b) => membersOf(a).length - membersOf(b).length || a - b);
  return { coalitions, ties, minimalWinning, payoff: Array.from(paid, (x) => (ties > 0 ? x / ties : 0)) };
}
