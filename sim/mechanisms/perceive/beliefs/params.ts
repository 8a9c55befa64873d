import { z } from 'zod';

export const perceiveParams = z.strictObject({
  noise: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .meta({ description: 'standard error with which a stranger’s strength is observed, as a share of it' }),
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
    .meta({ description: 'how much a high-context observer of a low-context actor widens that error' }),
  openness: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .meta({ description: 'share of that error that full communication in a shared treaty removes' }),
  attention: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .meta({ description: 'share of a year’s news that enters the belief' }),
  treatyNoise: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .meta({ description: 'standard error with which a partner’s performance is observed without monitoring' }),
  liaison: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share of that error that full communication removes' }),
  crowd: z.number().min(0).max(1).default(0.25).meta({ description: 'weight of the other threats beside the largest' }),
});
export type PerceiveParams = z.infer<typeof perceiveParams>;
