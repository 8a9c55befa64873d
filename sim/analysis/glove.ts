import { z } from 'zod';
import { analysis } from './analysis.ts';
import { orderWeights } from './shapley.ts';

const count = (description: string) => z.int().min(1).max(200).meta({ description });

/** A glove is worth nothing without its pair: v(S) = min(left, right) over the members of S (Shapley & Shubik 1969). */
export const glove = analysis({
  name: 'glove',
  cites: ['Shapley 1953', 'Shapley & Shubik 1969'],
  params: z.strictObject({ left: count('owners of a left glove'), right: count('owners of a right glove') }),
  keys: {
    shapley: 'Shapley value of each actor, owners of left gloves first',
    banzhaf: 'Banzhaf value of each actor: what it adds on average to a coalition of the others',
    coreEmpty: 'whether no division is safe from every coalition; never so in this game',
    coreVertices: 'corners of the core, each a share for each actor: one where a side is scarce, else two',
    nucleolus: 'nucleolus of each actor',
    pairs: 'pairs that all together can make',
  },
  of(_, { left, right }) {
    const owner = value(left, right);
    const other = value(right, left);
    const each = (a: number, b: number): number[] => [
      ...new Array<number>(left).fill(a),
      ...new Array<number>(right).fill(b),
    ];
    const scarce = Math.sign(right - left);
    return {
      shapley: each(owner.shapley, other.shapley),
      banzhaf: each(owner.banzhaf, other.banzhaf),
      coreEmpty: false,
      // Where one side is scarce, the members of the other side underbid each other down to 0.
      coreVertices: scarce === 0 ? [each(0, 1), each(1, 0)] : [scarce > 0 ? each(1, 0) : each(0, 1)],
      nucleolus: each((1 + scarce) / 2, (1 - scarce) / 2),
      pairs: Math.min(left, right),
    };
  },
});

/** An owner on the side `own` adds a pair to each coalition that holds more gloves of the other side than of its own. */
function value(own: number, other: number): { shapley: number; banzhaf: number } {
  const n = own + other;
  const order = orderWeights(n);
  const same = binomials(own - 1);
  const different = binomials(other);
  const half = binomials(n - 1).reduce((sum, x) => sum + x, 0);
  let shapley = 0;
  let swings = 0;
  for (let a = 0; a < own; a++)
    for (let b = a + 1; b <= other; b++) {
      const ways = same[a]! * different[b]!;
      shapley += order[a + b]! * ways;
      swings += ways / half;
    }
  return { shapley, banzhaf: swings };
}

/** C(n, 0) … C(n, n). */
function binomials(n: number): Float64Array {
  const row = new Float64Array(n + 1);
  row[0] = 1;
  for (let k = 1; k <= n; k++) row[k] = (row[k - 1]! * (n - k + 1)) / k;
  return row;
}
