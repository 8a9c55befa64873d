import { z } from 'zod';
import { analysis } from './analysis.ts';
import { LISTED } from './partition.ts';

const coefficient = (description: string) => z.number().min(-1e6).max(1e6).meta({ description });

/**
 * A game in which only size counts, v(s) = linear s + quadratic s² + cubic s³. The best sizes are then a best partition of a
 * number.
 */
export const coalitionSizes = analysis({
  name: 'coalition-sizes',
  cites: ['Yeh 1986'],
  params: z.strictObject({
    players: z.int().min(1).max(200).meta({ description: 'number of players' }),
    linear: coefficient('what a coalition is worth per member'),
    quadratic: coefficient('what it is worth per square of its members, ties among them for instance'),
    cubic: coefficient('what it is worth per cube of its members, below 0 where size brings congestion'),
  }),
  keys: {
    best: 'greatest sum of worths that any division into coalitions reaches',
    sizes: 'sizes of the coalitions of a best division, falling; of several the one of the largest first coalition',
    structures: `all best lists of sizes, each falling; the first ${LISTED} where they are many`,
    ties: 'how many lists of sizes reach the best',
    worth: 'worth of a coalition of 1, 2, 3 … members',
    perHead: 'the same per member',
  },
  of(_, { players, linear, quadratic, cubic }) {
    const worth = Array.from({ length: players }, (_, k) => {
      const s = k + 1;
      return linear * s + quadratic * s * s + cubic * s * s * s;
    });
    const { best, ties, structures } = bestSizes(worth);
    return {
      best,
      sizes: structures[0]!,
      structures,
      ties,
      worth,
      perHead: worth.map((x, k) => x / (k + 1)),
    };
  },
});

/**
 * Best ways to write n = worth.length as a sum of sizes, by dynamic programming over the remainder and the largest size allowed.
 * @param worth of a coalition of k + 1 members, at index k.
 */
export function bestSizes(worth: readonly number[]): { best: number; ties: number; structures: number[][] } {
  const n = worth.length;
  const width = n + 1;
  const best = new Float64Array(width * width).fill(-Infinity);
  // best[left · width + most]: the best worth of `left` players in coalitions of at most `most` members.
  for (let most = 0; most <= n; most++) best[most] = 0;
  for (let left = 1; left <= n; left++)
    for (let most = 1; most <= n; most++) {
      const smaller = best[left * width + most - 1]!;
      const including = most > left ? -Infinity : worth[most - 1]! + best[(left - most) * width + most]!;
      best[left * width + most] = Math.max(smaller, including);
    }
  const slack = 1e-9 * (Math.abs(best[n * width + n]!) || 1);
  const ties = new Float64Array(width * width);
  for (let most = 0; most <= n; most++) ties[most] = 1;
  for (let left = 1; left <= n; left++)
    for (let most = 1; most <= n; most++) {
      let count = 0;
      for (let size = Math.min(most, left); size >= 1; size--)
        if (worth[size - 1]! + best[(left - size) * width + size]! >= best[left * width + most]! - slack)
          count += ties[(left - size) * width + size]!;
      ties[left * width + most] = count;
    }
  const structures: number[][] = [];
  const list = (left: number, most: number, sizes: readonly number[]): void => {
    if (structures.length >= LISTED) return;
    if (left === 0) {
      structures.push([...sizes]);
      return;
    }
    for (let size = Math.min(most, left); size >= 1; size--)
      if (worth[size - 1]! + best[(left - size) * width + size]! >= best[left * width + most]! - slack)
        list(left - size, size, [...sizes, size]);
  };
  list(n, n, []);
  return { best: best[n * width + n]!, ties: ties[n * width + n]!, structures };
}
