import { z } from 'zod';

export const trustParams = z.strictObject({
  rise: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share per year by which calculative trust moves toward better performance' }),
  fall: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share per year by which calculative trust moves toward worse performance' }),
  contact: z
    .number()
    .min(0)
    .max(1)
    .default(0.06)
    .meta({ description: 'share per year by which contact with a paying partner raises relational trust' }),
  foreignness: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .meta({ description: 'share of that effect that full cultural distance removes' }),
  translation: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .meta({ description: 'share of that loss that a fully formal treaty removes' }),
  neglect: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .meta({ description: 'share per year of relational trust lost in a partner that pays nothing' }),
  blindness: z
    .number()
    .min(0)
    .max(5)
    .default(1)
    .meta({ description: 'how much cultural distance widens the error about a partner’s performance' }),
  indirection: z.number().min(0).max(5).default(1).meta({
    description: 'how much a high-context observer of a low-context partner widens that error',
  }),
  success: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'as `contact`, for a pool that gave twice its usual amount' }),
  habit: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share per year by which the usual amount of a pool moves toward the current one' }),
  tolerance: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'observed unpaid share from which a partner that paid in full counts as misperceived' }),
  comradeship: z
    .number()
    .min(0)
    .max(1)
    .default(0.12)
    .meta({ description: 'share by which a war won on the same side moves relational trust toward 1' }),
  gratitude: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'share by which a promise kept in war raises trust' }),
  breach: z.number().min(0).max(1).default(0.6).meta({ description: 'share of trust that a broken promise destroys' }),
  witness: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .meta({ description: 'share of calculative trust that it destroys in a third party that trusts the victim fully' }),
  hearsay: z.number().min(0).max(1).default(0.1).meta({
    description:
      'reputation: share per year by which calculative trust in an actor without a shared treaty moves toward its standing',
  }),
  forgetting: z
    .number()
    .min(0)
    .max(1)
    .default(0.02)
    .meta({ description: 'share per year by which relational trust without contact moves toward ½' }),
  solidarity: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'share per year of hostility lost between actors with the same main foe' }),
  amity: z
    .number()
    .min(0)
    .max(1)
    .default(0.08)
    .meta({ description: 'share per year of hostility lost between partners' }),
});
export type TrustParams = z.infer<typeof trustParams>;
