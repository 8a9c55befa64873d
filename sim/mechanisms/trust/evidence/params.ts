import { z } from 'zod';

export const trustParams = z.strictObject({
  rise: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share a year by which calculative trust nears better performance' }),
  fall: z.number().min(0).max(1).default(0.5).meta({ description: 'share a year by which it nears worse' }),
  contact: z
    .number()
    .min(0)
    .max(1)
    .default(0.06)
    .meta({ description: 'share a year by which contact with a partner that pays raises relational trust' }),
  foreignness: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .meta({ description: 'share of that which full cultural distance takes away' }),
  translation: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .meta({ description: 'share of that loss which a fully formal treaty makes good' }),
  neglect: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .meta({ description: 'share a year of relational trust lost to a partner that pays nothing' }),
  blindness: z
    .number()
    .min(0)
    .max(5)
    .default(1)
    .meta({ description: 'how much cultural distance widens the error about a partner' }),
  indirection: z.number().min(0).max(5).default(1).meta({
    description: 'how much it widens that error that the observer reads relations and the partner means words',
  }),
  success: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'as contact, for a pool that gave twice what it used to' }),
  habit: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share a year by which what a pool used to give nears what it gives' }),
  tolerance: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'unpaid share from which one that paid in full and is seen so counts as misperceived' }),
  comradeship: z
    .number()
    .min(0)
    .max(1)
    .default(0.12)
    .meta({ description: 'share by which a war won side by side brings relational trust nearer to full' }),
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
    .meta({ description: 'share of calculative trust that it costs with a third party that trusts the victim fully' }),
  hearsay: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'share a year by which those without experience near the general opinion' }),
  forgetting: z
    .number()
    .min(0)
    .max(1)
    .default(0.02)
    .meta({ description: 'share a year by which relational trust without contact nears ½' }),
  solidarity: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'share a year of ill will lost between those with the same main foe' }),
  amity: z.number().min(0).max(1).default(0.08).meta({ description: 'share a year of ill will lost between partners' }),
});
export type TrustParams = z.infer<typeof trustParams>;
