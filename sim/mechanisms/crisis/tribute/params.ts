import { z } from 'zod';

const most = 1e6;
export const tributeParams = z.strictObject({
  spread: z.number().min(0).max(most).default(200).meta({
    description: 'width of the uniform distribution of starting wealth around the given stock',
  }),
  activations: z
    .number()
    .int()
    .min(0)
    .max(100)
    .default(3)
    .meta({ description: 'number of actors drawn per tick to act' }),
  demand: z.number().min(0).max(most).default(250).meta({ description: 'tribute demanded, in wealth' }),
  destructiveness: z
    .number()
    .min(0)
    .max(10)
    .default(0.25)
    .meta({ description: 'wealth that a side loses in a fight, as a share of the other side’s strength' }),
  harvest: z.number().min(0).max(most).default(20).meta({ description: 'wealth that every actor gains per tick' }),
});
export type TributeParams = z.infer<typeof tributeParams>;
