import { describe, expect, it } from 'vitest';
import { enumerateMinima, MOST_ENUMERATED, MOST_LISTED, searchMinima } from '../../../sim/analysis/minima.ts';
import { stream } from '../../../sim/exact/random.ts';
import type { Pull } from '../../../sim/mechanisms/realign/landscape/energy.ts';
import { always } from '../arbitrary.ts';
import { type Game, games, named, plainEnergy, plainStep } from './landscape-games.ts';

const pullIn =
  ({ sizes, propensities }: Game): Pull =>
  (i, j) => {
    const n = sizes.length;
    return sizes[i]! * sizes[j]! * ((propensities[i * n + j]! + propensities[j * n + i]!) / 2);
  };

function plainBottom(game: Game, from: readonly number[]): number[] {
  for (let side = named(from); ; ) {
    const next = plainStep(game, side);
    if (next.join() === side.join()) return side;
    side = next;
  }
}

const plainSurvey = (game: Game): Map<string, number> => {
  const n = game.sizes.length;
  const basins = new Map<string, number>();
  for (let x = 0; x < 2 ** (n - 1); x++) {
    const bottom = plainBottom(
      game,
      Array.from({ length: n }, (_, i) => (i === 0 ? 0 : Math.floor(x / 2 ** (i - 1)) % 2)),
    ).join();
    basins.set(bottom, (basins.get(bottom) ?? 0) + 1);
  }
  return basins;
};

describe('the survey of a landscape', () => {
  it('finds every local minimum, its energy and its basin', () => {
    always(games(1, 8), (game) => {
      const { valleys, minima, configurations } = enumerateMinima(game.sizes.length, pullIn(game));
      const plain = plainSurvey(game);
      expect(configurations).toBe(2 ** (game.sizes.length - 1));
      expect(minima).toBe(plain.size);
      expect(new Map(valleys.map(({ sides, basin }) => [sides.join(), basin]))).toEqual(plain);
      for (const { sides, energy } of valleys) expect(energy).toBe(plainEnergy(game, sides) + 0);
      expect(valleys.map(({ energy }) => energy)).toEqual(valleys.map(({ energy }) => energy).sort((a, b) => a - b));
    });
  });

  it('is the same in tenths, where equal sums differ in their last digit', () => {
    always(games(2, 8), (game) => {
      const whole = enumerateMinima(game.sizes.length, pullIn(game));
      const tenths = enumerateMinima(
        game.sizes.length,
        pullIn({
          sizes: game.sizes.map((x) => x / 10),
          propensities: game.propensities.map((x) => x / 10),
        }),
      );
      const basins = (survey: typeof whole) => survey.valleys.map(({ sides, basin }) => `${sides} ${basin}`).sort();
      expect(basins(tenths)).toEqual(basins(whole));
    });
  });

  it('that is drawn by lot knows true minima only, and no lower one than all there are', () => {
    always(games(2, 8), (game) => {
      const n = game.sizes.length;
      const drawn = searchMinima(n, pullIn(game), stream('seed', 'landscape', 0));
      const all = new Map(enumerateMinima(n, pullIn(game)).valleys.map(({ sides, energy }) => [sides.join(), energy]));
      for (const { sides, energy } of drawn.valleys) expect(all.get(sides.join())).toBe(energy);
      expect(drawn.valleys.reduce((sum, { basin }) => sum + basin, 0)).toBe(drawn.configurations);
    });
  });

  it('lists no more than anyone reads of a plain, where all configurations are minima', () => {
    const { minima, valleys, configurations } = enumerateMinima(MOST_ENUMERATED, () => 0);
    expect([minima, configurations, valleys.length]).toEqual([524_288, 524_288, MOST_LISTED]);
  });

  it('refuses more actors than can be enumerated', () => {
    expect(() => enumerateMinima(MOST_ENUMERATED + 1, () => 0)).toThrow('More than 20 actors');
  });
});
