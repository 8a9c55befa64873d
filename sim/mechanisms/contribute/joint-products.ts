import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { pledgeParams } from './effort/params.ts';
import { pledge } from './pledges.ts';

/**
 * Defence that also yields a private product to its payer (order at home, standing): U = (1−a−b) ln c + b ln g + a ln G. The
 * greater the weight of the private product, the less the small exploit the great.
 */
export const jointProducts = mechanism({
  name: 'joint-products',
  phase: 'contribute',
  allExist: true,
  cites: ['Sandler & Forbes 1980', 'Olson & Zeckhauser 1966'],
  owns: CHANGING_COLUMNS,
  params: z.strictObject({
    ...pledgeParams.shape,
    own: z
      .number()
      .min(0)
      .max(1)
      .default(0.4)
      .meta({ description: 'share of the taste for defence that only the own effort serves' }),
  }),
  step: pledge,
});
