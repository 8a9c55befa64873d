import { z } from 'zod';

const most = 1e6;
export const tributeParams = z.strictObject({
  spread: z.number().min(0).max(most).default(200).meta({
    description: 'width of the uniform draw by which starting wealth differs, around the stock that is written',
  }),
  activations: z.number().int().min(0).max(100).default(3).meta({ description: 'actors a tick that are drawn to act' }),
  demand: z.number().min(0).max(most).default(250).meta({ description: 'tribute that is asked for, in wealth' }),
  destructiveness: z
    .number()
    .min(0)
    .max(10)
    .default(0.25)
    .meta({ description: 'wealth that a side of a fight loses, as a share of the other side’s strength' }),
  harvest: z.number().min(0).max(most).default(20).meta({ description: 'wealth that every actor gains a tick' }),
});
export type TributeParams = z.infer<typeof tributeParams>;
