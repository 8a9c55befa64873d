import { z } from 'zod';
import { analysis } from './analysis.ts';
import { type Agreement, STABILITY_KEYS, stabilityOf } from './stability.ts';

const positive = z.number().min(1e-6).max(1e6);

/**
 * Self-enforcing environmental agreements (Barrett 1994). Each country has the benefit (b/N)(aQ − Q²/2) and the cost c q²/2, c =
 * γ b. The signatories maximise their joint payoff and foresee the response of the others. Each outsider maximises its own
 * payoff.
 */
export const agreementBarrett = analysis({
  name: 'agreement-barrett',
  cites: ['Barrett 1994', 'd’Aspremont, Jacquemin, Gabszewicz & Weymark 1983'],
  params: z.strictObject({
    a: positive.default(100).meta({ description: 'abatement beyond which more of it is worth nothing' }),
    b: positive.default(1).meta({ description: 'slope of the world’s marginal benefit' }),
    gamma: positive.default(0.25).meta({ description: 'γ = c/b, slope of the marginal cost over that' }),
  }),
  keys: {
    ...STABILITY_KEYS,
    signatoryAbatement: 'q_s, what each signatory abates, for 1 signatory to all',
    outsiderAbatement: 'q_n, what each of the others abates, for 1 signatory to all but one',
    total: 'Q, abatement of all, for 1 signatory to all',
    welfare: 'payoffs of all, for 1 signatory to all',
  },
  of({ model }, { a, b, gamma }) {
    const n = model.shape.actors;
    const game = barrett(n, a, b, gamma);
    return {
      ...stabilityOf(game),
      signatoryAbatement: Array.from({ length: n }, (_, k) => game.signatoryAbatement(k + 1)),
      outsiderAbatement: Array.from({ length: n - 1 }, (_, k) => game.outsiderAbatement(k + 1)),
    };
  },
});

interface Barrett extends Agreement {
  signatoryAbatement(size: number): number;
  outsiderAbatement(size: number): number;
}

/** The game of n players. With D = γN + N − k: q_n = (a − k q_s)/D and q_s = aγNk/(D² + γNk²). */
export function barrett(n: number, a: number, b: number, gamma: number): Barrett {
  const answer = (k: number): number => gamma * n + n - k;
  const signatoryAbatement = (k: number): number => (a * gamma * n * k) / (answer(k) * answer(k) + gamma * n * k * k);
  const outsiderAbatement = (k: number): number => (a - k * signatoryAbatement(k)) / answer(k);
  const total = (k: number): number => k * signatoryAbatement(k) + (n - k) * outsiderAbatement(k);
  const payoff = (k: number, abated: number): number => {
    const Q = total(k);
    return (b / n) * (a * Q - (Q * Q) / 2) - (gamma * b * abated * abated) / 2;
  };
  const signatory = (k: number): number => payoff(k, signatoryAbatement(k));
  const outsider = (k: number): number => payoff(k, outsiderAbatement(k));
  return {
    players: n,
    signatoryAbatement,
    outsiderAbatement,
    signatory,
    outsider,
    total,
    welfare: (k) => k * signatory(k) + (n - k) * outsider(k),
  };
}
