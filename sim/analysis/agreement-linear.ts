import { z } from 'zod';
import { analysis } from './analysis.ts';
import { type Agreement, STABILITY_KEYS, stabilityOf } from './stability.ts';

const positive = z.number().min(1e-6).max(1e6);

/**
 * Abatement with the benefit b Q to each and the cost c q²/2, c = γ b. An outsider abates 1/γ whatever the others do; each of k
 * signatories abates k/γ. π_s(k) − π_n(k−1) = −(b/2γ)(k−1)(k−3): a stable agreement has at most three members, however large the
 * benefit.
 */
export const agreementLinear = analysis({
  name: 'agreement-linear',
  cites: ['Barrett 1994', 'd’Aspremont, Jacquemin, Gabszewicz & Weymark 1983'],
  params: z.strictObject({
    b: positive.default(1).meta({ description: 'what a unit of abatement is worth to each' }),
    gamma: positive.default(1).meta({ description: 'γ = c/b, slope of the cost over that worth' }),
  }),
  keys: {
    ...STABILITY_KEYS,
    total: 'Q, abatement of all, for 1 signatory to all',
    welfare: 'payoffs of all, for 1 signatory to all',
  },
  of: ({ model }, { b, gamma }) => stabilityOf(linear(model.shape.actors, b, gamma)),
});

/** The game of n players. */
export function linear(n: number, b: number, gamma: number): Agreement {
  const total = (k: number): number => (k * k + n - k) / gamma;
  const payoff = (k: number, abated: number): number => b * (total(k) - (gamma * abated * abated) / 2);
  const signatory = (k: number): number => payoff(k, k / gamma);
  const outsider = (k: number): number => payoff(k, 1 / gamma);
  return {
    players: n,
    signatory,
    outsider,
    total,
    welfare: (k) => (k > 0 ? k * signatory(k) : 0) + (n - k) * outsider(k),
  };
}
