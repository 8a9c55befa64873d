import { z } from 'zod';
import { seek } from '../history/seek.ts';
import { analysis } from './analysis.ts';

const taste = z.number().min(0).max(1);
const params = z.strictObject({
  a: taste.meta({ description: 'weight of ln G, the common good' }),
  b: taste.default(0).meta({ description: 'weight of ln g, what one’s own effort yields to nobody else' }),
});

/**
 * Private provision of a public good, U = (1−a−b) ln c + b ln g + a ln G with c + g = w and G = Σg (Olson & Zeckhauser 1966; with
 * b > 0 the joint products of Sandler & Forbes 1980): the equilibrium in closed form, the optimum, and the distance of the run
 * from it. Endowments are the actors’ budgets at the start.
 */
export const publicGoodAnalysis = analysis({
  name: 'public-good',
  cites: ['Olson & Zeckhauser 1966', 'Bergstrom, Blume & Varian 1986', 'Sandler & Forbes 1980', 'Warr 1983'],
  params,
  keys: {
    nash: 'what each pays in the Nash equilibrium, in actor order',
    nashTotal: 'G, the sum of that',
    burdens: 'the same as shares of the endowments, in actor order; 0 where there is none',
    contributors: 'how many pay anything in the equilibrium',
    optimum: 'G where nobody can gain unless another loses, (a+b) Σw',
    ratio: 'nashTotal as a share of the optimum; 1 where the optimum is 0',
    loneContributorBelow: 'where b is 0, only the greatest pays as long as a is not above this',
    largestStep:
      'where b is 0, share of the way to their best responses below which all can step at once and still settle, if all pay; below 1, full answers would swing',
    efforts: 'what each paid at the end of the run, in actor order',
    effortsTotal: 'the sum of that',
    gap: 'largest difference between what one paid at the end of the run and in the equilibrium',
  },
  of(history, { a, b }) {
    const endowments = seek(history, 0).columns.budget;
    const { effort } = seek(history, history.ticks).columns;
    const nash = contributionEquilibrium(endowments, a, b);
    const nashTotal = sum(nash);
    const optimum = (a + b) * sum(endowments);
    let gap = 0;
    for (let i = 0; i < nash.length; i++) gap = Math.max(gap, Math.abs(nash[i]! - effort[i]!));
    return {
      nash: [...nash],
      nashTotal,
      burdens: Array.from(nash, (paid, i) => (endowments[i]! > 0 ? paid / endowments[i]! : 0)),
      contributors: nash.filter((paid) => paid > 0).length,
      optimum,
      ratio: optimum > 0 ? nashTotal / optimum : 1,
      loneContributorBelow: loneContributorBelow(endowments),
      // The fastest mode of simultaneous best responses has the slope −(1−a)(n−1).
      largestStep: 2 / (1 + (1 - a) * (nash.length - 1)),
      efforts: [...effort],
      effortsTotal: sum(effort),
      gap,
    };
  },
});

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/**
 * Nash contributions for the endowments w ≥ 0, in the same order.
 * @param a, b ≥ 0 with a + b < 1.
 */
export const contributionEquilibrium = (endowments: Float64Array, a: number, b: number): Float64Array =>
  b > 0 ? jointProducts(endowments, a, b) : purelyPublic(endowments, a);

/**
 * A contribution this small relative to the joint endowment is only rounding: the member is at the corner solution and pays
 * nothing.
 */
const BEND = 1e-14;

/**
 * With m contributors of joint endowment W, w* = (1−a) W/(a + m(1−a)). The contributors are those with w > w*, and each pays w −
 * w* (Bergstrom, Blume & Varian 1986). Starts from all members and removes the poorest until this holds.
 */
function purelyPublic(endowments: Float64Array, a: number): Float64Array {
  const rising = endowments.slice().sort();
  let joint = sum(rising);
  // w − w* over a common denominator, so that nothing cancels where a is small.
  const excess = (w: number, m: number): number => a * w + (1 - a) * (m * w - joint);
  for (const [gone, poorest] of rising.entries()) {
    const m = rising.length - gone;
    if (excess(poorest, m) > BEND * joint)
      return endowments.map((w) => (w >= poorest ? excess(w, m) / (a + m * (1 - a)) : 0));
    joint -= poorest;
  }
  return new Float64Array(endowments.length);
}

/** A limit on bisections: a double has no more bits from the largest to the least. */
const HALVINGS = 1_100;

/** Solves Σ gᵢ(G) = G by bisection: the left side falls as G rises, so there is one solution. */
function jointProducts(endowments: Float64Array, a: number, b: number): Float64Array {
  let low = 0;
  let high = sum(endowments);
  for (let k = 0; k < HALVINGS; k++) {
    const G = (low + high) / 2;
    if (G <= low || G >= high) break;
    let paid = 0;
    for (const w of endowments) paid += shareAt(G, w, a, b);
    if (paid > G) low = G;
    else high = G;
  }
  return endowments.map((w) => (high > 0 ? shareAt(high, w, a, b) : 0));
}

/**
 * The contribution of a member with endowment w where the total is G > 0: the positive root of a g² − (a w − (1−a) G) g − b w G =
 * 0, in whichever of its two forms does not cancel.
 */
export function shareAt(G: number, w: number, a: number, b: number): number {
  const lead = a * w - (1 - a) * G;
  const root = Math.sqrt(lead * lead + 4 * a * b * w * G);
  return lead > 0 ? (lead + root) / (2 * a) : (2 * b * w * G) / (root - lead);
}

/**
 * If the richest contributes alone it pays a w₁, and the second starts to pay where its endowment exceeds (1−a) w₁: a = 1 −
 * w₂/w₁.
 */
function loneContributorBelow(endowments: Float64Array): number {
  const rising = endowments.slice().sort();
  const greatest = rising.at(-1) ?? 0;
  return greatest > 0 ? 1 - (rising.at(-2) ?? 0) / greatest : 0;
}
