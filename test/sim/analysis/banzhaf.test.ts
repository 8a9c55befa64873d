import { describe, expect, it } from 'vitest';
import { banzhafOf } from '../../../sim/analysis/banzhaf.ts';
import { shapleyOf, tabulate } from '../../../sim/analysis/shapley.ts';
import { always } from '../arbitrary.ts';
import { close, game, orders, upTo } from './coalition-games.ts';

describe('values', () => {
  it('are the mean of what each adds over all orders, and over all coalitions', () => {
    always(game(5), ({ n, worth }) => {
      const added = new Array<number>(n).fill(0);
      const all = orders(upTo(n));
      for (const order of all) {
        let before = 0;
        for (const p of order) {
          added[p] = added[p]! + (worth[before | (1 << p)]! - worth[before]!) / all.length;
          before |= 1 << p;
        }
      }
      close(shapleyOf(n, worth), added, 9);
      const swings = upTo(n).map((i) => {
        const without = Array.from(worth.keys()).filter((set) => !((set >> i) & 1));
        return without.reduce((sum, set) => sum + worth[set | (1 << i)]! - worth[set]!, 0) / without.length;
      });
      close(banzhafOf(n, worth), swings, 9);
    });
  });

  it('are tabulated by mask', () => {
    expect([...tabulate(2, (inside) => inside[0]! + 10 * inside[1]!)]).toEqual([0, 1, 10, 11]);
  });
});
