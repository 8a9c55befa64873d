import { z } from 'zod';

/** Parameters that all mechanisms of effort choice share. */
export const pledgeParams = z.strictObject({
  peace: z
    .number()
    .min(0)
    .max(10)
    .default(0.08)
    .meta({ description: 'odds β/(1 − β) of the taste for defence without threat' }),
  alarm: z.number().min(0).max(10).default(0.6).meta({ description: 'how much full threat adds to those odds' }),
  purpose: z.number().min(0).max(10).default(0.1).meta({ description: 'odds of each rival pool in a member’s taste' }),
  unaided: z.number().min(0).default(0).meta({ description: 'D0: defence without cost, as a share of the own budget' }),
  pace: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .meta({ description: 'largest step per year toward the wanted effort, as a share of the difference' }),
  word: z.number().min(0).max(1).default(0.5).meta({ description: 'compliance from loyalty to a fully formal treaty' }),
  reciprocity: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .meta({ description: 'compliance from partners that were seen to pay in full' }),
});
export type PledgeParams = z.infer<typeof pledgeParams> & { readonly own?: number };
