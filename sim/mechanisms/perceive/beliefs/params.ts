import { z } from 'zod';

export const perceiveParams = z.strictObject({
  noise: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .meta({ description: 'standard error of what is seen of a stranger’s strength, as a share of it' }),
  culturalNoise: z
    .number()
    .min(0)
    .max(5)
    .default(1)
    .meta({ description: 'how much cultural distance widens that error' }),
  indirection: z
    .number()
    .min(0)
    .max(5)
    .default(0.5)
    .meta({ description: 'how much it widens it that the observer reads relations and the observed means words' }),
  openness: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .meta({ description: 'share of it that full communication in a shared treaty removes' }),
  attention: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .meta({ description: 'share of the news of a year that is taken in' }),
  treatyNoise: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .meta({ description: 'standard error of what is seen of a partner’s performance without monitoring' }),
  liaison: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share of that error that full communication removes' }),
  crowd: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'weight of the lesser threats beside the largest' }),
});
export type PerceiveParams = z.infer<typeof perceiveParams>;
