import { z } from 'zod';
import { analysis } from './analysis.ts';
import { NUCLEOLUS_PLAYERS, nucleolus } from './nucleolus.ts';
import { MOST_PLAYERS_EXACT, shapleyOf } from './shapley.ts';

const amount = z.number().min(0).max(1e12);

/** An estate smaller than the claims on it: the awards of each rule, and the game among the claimants (O’Neill 1982). */
export const bankruptcy = analysis({
  name: 'bankruptcy',
  cites: ['Aumann & Maschler 1985', 'O’Neill 1982', 'Schmeidler 1969'],
  params: z.strictObject({
    claims: z.array(amount).min(1).max(2_000).meta({ description: 'what each actor claims' }),
    estate: amount.meta({ description: 'what there is; of more than all claims the rest stays' }),
  }),
  keys: {
    talmud:
      'what each actor gets by the Talmud’s rule, which divides between every two as a contested garment is divided',
    proportional: 'what each gets in proportion to its claim',
    equal: 'what each gets in equal awards, none more than its claim',
    equalLosses: 'what each gets where losses are equal, none below 0',
    randomArrival: `what each gets on average where claims are met in order of arrival: the Shapley value; none for more than ${MOST_PLAYERS_EXACT} actors`,
    nucleolus: `nucleolus of the game, computed from its coalitions; none for more than ${NUCLEOLUS_PLAYERS} actors`,
    inconsistency:
      'largest difference, over all pairs, between what the Talmud’s rule gives and an even division of what is contested',
    rest: 'what no one claims',
  },
  of(_, { claims, estate }) {
    const total = claims.reduce((sum, claim) => sum + claim, 0);
    const shared = Math.min(estate, total);
    const awards = talmud(claims, shared);
    const n = claims.length;
    return {
      talmud: awards,
      proportional: claims.map((claim) => (total > 0 ? (shared * claim) / total : 0)),
      equal: equalAwards(claims, shared),
      equalLosses: equalLosses(claims, shared),
      randomArrival: n <= MOST_PLAYERS_EXACT ? [...shapleyOf(n, game(claims, shared))] : [],
      nucleolus: n <= NUCLEOLUS_PLAYERS ? nucleolus(n, game(claims, shared)) : [],
      inconsistency: inconsistency(claims, awards),
      rest: Math.max(0, estate - total),
    };
  },
});

/** Equal awards, none above its claim: Σ min(claim, λ) = estate. The estate must not exceed the sum of the claims. */
export function equalAwards(claims: readonly number[], estate: number): number[] {
  const awards = new Array<number>(claims.length).fill(0);
  const rising = claims.map((_, i) => i).sort((i, j) => claims[i]! - claims[j]! || i - j);
  let left = estate;
  rising.forEach((i, rank) => {
    awards[i] = Math.min(claims[i]!, left / (claims.length - rank));
    left -= awards[i]!;
  });
  return awards;
}

/** Equal losses, none above its claim. */
export function equalLosses(claims: readonly number[], estate: number): number[] {
  const total = claims.reduce((sum, claim) => sum + claim, 0);
  const losses = equalAwards(claims, total - estate);
  return claims.map((claim, i) => claim - losses[i]!);
}

/**
 * Equal awards of half the claims while the estate is at most half of all claims, equal losses of half the claims above that
 * (Aumann & Maschler 1985).
 */
export function talmud(claims: readonly number[], estate: number): number[] {
  const halves = claims.map((claim) => claim / 2);
  const half = halves.reduce((sum, claim) => sum + claim, 0);
  if (estate <= half) return equalAwards(halves, estate);
  const losses = equalAwards(halves, Math.max(0, 2 * half - estate));
  return claims.map((claim, i) => claim - losses[i]!);
}

/** What the first of two claimants gets: what the other does not claim, and half of what both claim. */
export const contested = (own: number, other: number, estate: number): number => {
  const conceded = Math.max(0, estate - other);
  const lost = Math.max(0, estate - own);
  return conceded + (estate - conceded - lost) / 2;
};

function inconsistency(claims: readonly number[], awards: readonly number[]): number {
  let most = 0;
  for (let i = 0; i < claims.length; i++)
    for (let j = 0; j < i; j++) {
      const fair = contested(claims[i]!, claims[j]!, awards[i]! + awards[j]!);
      most = Math.max(most, Math.abs(fair - awards[i]!));
    }
  return most;
}

/** v(S) is what remains for S after the others have taken their full claims. */
function game(claims: readonly number[], estate: number): Float64Array {
  const worth = new Float64Array(1 << claims.length);
  const all = worth.length - 1;
  const owed = new Float64Array(worth.length);
  for (let set = 1; set <= all; set++) {
    const last = 31 - Math.clz32(set);
    owed[set] = owed[set ^ (1 << last)]! + claims[last]!;
  }
  for (let set = 1; set < all; set++) worth[set] = Math.max(0, estate - owed[all ^ set]!);
  worth[all] = estate;
  return worth;
}
