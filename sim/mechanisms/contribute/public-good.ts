import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import { Clauses } from '../../schema/treaty.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { found } from '../../world/membership.ts';
import type { PledgeParams } from './effort/params.ts';
import { pledge } from './pledges.ts';

const params = z
  .strictObject({
    a: z.number().min(0).max(1).default(0.5).meta({ description: 'taste for the public good, weight of ln G' }),
    b: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .meta({ description: 'taste for the private benefit of the own effort, weight of ln g' }),
    pace: z
      .number()
      .min(0)
      .max(1)
      .default(1)
      .meta({ description: 'largest step per year toward the best response, as a share of the difference' }),
  })
  .refine(({ a, b }) => a + b < 1, {
    path: ['b'],
    message: 'a + b must be less than 1, so that something is left to want for oneself, but b is',
  });

/** Members share only the good: no quota, no monitoring, no fine, and all effort is fully public. */
const COMMON = Clauses.parse({ formality: 0, monitoring: 0, communication: 0, targetRate: 0, publicness: 1 });

/**
 * The textbook public good, U = (1−a−b) ln c + b ln g + a ln G, c + g = w. All actors are members from the first tick on, and each
 * moves toward its best response to the others, as in any other alliance.
 */
export const publicGood = mechanism({
  name: 'public-good',
  phase: 'contribute',
  allExist: true,
  cites: ['Olson & Zeckhauser 1966', 'Bergstrom, Blume & Varian 1986', 'Sandler & Forbes 1980'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    const n = world.shape.actors;
    if (world.founded === 0 && world.alliances.length === 0 && n > 1)
      found(
        world,
        context,
        Array.from({ length: n }, (_, i) => i),
        'The common good',
        COMMON,
      );
    pledge(world, { ...context, params: preferencesOf(context.params) });
  },
});

/** The same preferences as odds, in the terms of `joint-products`; no threat, no compliance. */
function preferencesOf({ a, b, pace }: z.infer<typeof params>): PledgeParams {
  const both = a + b;
  const peace = both / (1 - both);
  return { peace, own: both > 0 ? b / both : 0, alarm: 0, purpose: 0, unaided: 0, pace, word: 0, reciprocity: 0 };
}
