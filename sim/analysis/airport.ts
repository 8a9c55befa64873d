import { z } from 'zod';
import { airportShares as shares } from '../world/airport-shares.ts';
import { analysis } from './analysis.ts';
import { NUCLEOLUS_PLAYERS, nucleolus } from './nucleolus.ts';

/** A runway is as long as its largest user needs: c(S) = max need (Littlechild & Owen 1973). */
export const airport = analysis({
  name: 'airport',
  cites: ['Littlechild & Owen 1973', 'Schmeidler 1969'],
  params: z.strictObject({
    needs: z
      .array(z.number().min(0).max(1e12))
      .min(1)
      .max(2_000)
      .meta({ description: 'what each actor alone would cost' }),
  }),
  keys: {
    shapley: 'Shapley share of the cost of each actor: each stretch is shared by all who need it',
    equal: 'the same cost for each',
    proportional: 'cost of each actor in proportion to its need',
    nucleolus: `share of the cost of each actor by the nucleolus; none for more than ${NUCLEOLUS_PLAYERS} actors`,
    total: 'cost of the whole',
    subsidy:
      'most that a group of users pays, by equal shares, above what a runway of its own would cost; 0 where none does',
  },
  of(_, { needs }) {
    const n = needs.length;
    const total = Math.max(...needs);
    const sum = needs.reduce((all, need) => all + need, 0);
    return {
      shapley: [...shares(needs)],
      equal: needs.map(() => total / n),
      proportional: needs.map((need) => (sum > 0 ? (total * need) / sum : 0)),
      nucleolus: n <= NUCLEOLUS_PLAYERS ? saved(needs) : [],
      total,
      subsidy: subsidy(needs, total / n),
    };
  },
});

/** The nucleolus divides the savings v(S) = Σ need − max need. A player that saves less pays more. */
function saved(needs: readonly number[]): number[] {
  const worth = new Float64Array(1 << needs.length);
  for (let set = 1; set < worth.length; set++) {
    let sum = 0;
    let most = 0;
    for (let i = 0; i < needs.length; i++) {
      if (!((set >> i) & 1)) continue;
      sum += needs[i]!;
      most = Math.max(most, needs[i]!);
    }
    worth[set] = sum - most;
  }
  const savings = nucleolus(needs.length, worth);
  return savings.length > 0 ? needs.map((need, i) => need - savings[i]!) : [];
}

function subsidy(needs: readonly number[], each: number): number {
  const rising = [...needs].sort((a, b) => a - b);
  return rising.reduce((most, need, k) => Math.max(most, (k + 1) * each - need), 0);
}
