import { z } from 'zod';
import { analysis } from './analysis.ts';
import { type Agreement, STABILITY_KEYS, stabilityOf } from './stability.ts';

/**
 * A price-leading cartel (d'Aspremont, Jacquemin, Gabszewicz & Weymark 1983). n firms with the cost q²/2 face the demand n(1 −
 * p). Outsiders take the price as given and sell q = p. The k members of the cartel set the price that is best for them, given
 * the residual demand.
 */
export const agreementCartel = analysis({
  name: 'agreement-cartel',
  cites: ['d’Aspremont, Jacquemin, Gabszewicz & Weymark 1983'],
  params: z.strictObject({}),
  keys: {
    ...STABILITY_KEYS,
    price: 'price, for 1 firm in the cartel to all',
    total: 'what all firms sell, for 1 firm in the cartel to all',
    welfare: 'profits of all firms and the consumers’ surplus n(1−p)²/2, for 1 firm in the cartel to all',
  },
  of({ model }) {
    const n = model.shape.actors;
    const game = cartel(n);
    return { ...stabilityOf(game), price: Array.from({ length: n }, (_, k) => game.price(k + 1)) };
  },
});

/** The game of n firms: p = 2n²/(4n² − k²); each member of the cartel sells n/(2n + k) of it. */
export function cartel(n: number): Agreement & { price(size: number): number } {
  const price = (k: number): number => (2 * n * n) / (4 * n * n - k * k);
  const signatory = (k: number): number => {
    const sold = n / (2 * n + k);
    return price(k) * sold - (sold * sold) / 2;
  };
  const outsider = (k: number): number => (price(k) * price(k)) / 2;
  return {
    players: n,
    price,
    signatory,
    outsider,
    total: (k) => n * (1 - price(k)),
    welfare(k) {
      const unpaid = 1 - price(k);
      return k * signatory(k) + (n - k) * outsider(k) + (n * unpaid * unpaid) / 2;
    },
  };
}
