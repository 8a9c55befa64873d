import { z } from 'zod';

/**
 * A game given by a table: the worth of every coalition but the empty one, by mask, in the order 1, 2, 12, 3, 13, 23, 123, 4 …
 */
export const tableParams = z
  .strictObject({
    values: z
      .array(z.number().min(-1e12).max(1e12))
      .min(1)
      .max(4_095)
      .meta({ description: 'worth of the coalitions 1, 2, 12, 3, 13, 23, 123, 4 …' }),
    players: z.int().min(1).max(12).meta({ description: 'number of players' }),
  })
  .superRefine(({ values, players }, { addIssue }) => {
    const wanted = (1 << players) - 1;
    if (values.length !== wanted)
      addIssue({
        code: 'custom',
        path: ['values'],
        message: `expected ${wanted} values for ${players} players (every coalition but the empty one)`,
      });
  });

/** The worths by mask, the empty coalition first. */
export const worthOf = (values: readonly number[]): Float64Array => Float64Array.of(0, ...values);
