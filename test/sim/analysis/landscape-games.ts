import fc from 'fast-check';

export const ID = 'classics/landscape';

/** A game, small whole numbers so that ties are frequent and sums exact. */
export interface Game {
  sizes: number[];
  /** Row-major, the diagonal arbitrary. */
  propensities: number[];
}

export const games = (least: number, most: number): fc.Arbitrary<Game> =>
  fc.integer({ min: least, max: most }).chain((n) =>
    fc.record({
      sizes: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n }),
      propensities: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: n * n, maxLength: n * n }),
    }),
  );

/** By the definition: over ordered pairs, each energy from scratch. */
export function plainEnergy(game: Game, side: readonly number[]): number {
  const n = game.sizes.length;
  let sum = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      if (i !== j && side[i] !== side[j]) sum += game.sizes[i]! * game.sizes[j]! * game.propensities[i * n + j]!;
  return sum;
}

const turned = (side: readonly number[], i: number): number[] => side.map((own, k) => (k === i ? 1 - own : own));
export const named = (side: readonly number[]): number[] => side.map((own) => (own === side[0] ? 0 : 1));

export function plainStep(game: Game, side: readonly number[]): number[] {
  let best = side;
  side.forEach((_, i) => {
    const other = turned(side, i);
    if (plainEnergy(game, other) < plainEnergy(game, best)) best = other;
  });
  return named(best);
}
