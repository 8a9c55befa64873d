import { z } from 'zod';

export const crisisParams = z.strictObject({
  aggression: z
    .number()
    .min(0)
    .max(10)
    .default(0.04)
    .meta({ description: 'hazard per year of attack by a foe of full threat on a helpless victim' }),
  most: z.number().min(0).max(0.95).default(0.5).meta({ description: 'highest hazard per year of being attacked' }),
  floor: z.number().min(0).max(1).default(0.5).meta({ description: 'share of strength that fights without effort' }),
  decisiveness: z.number().min(0).max(10).default(1.5).meta({ description: 'exponent of the contest (Tullock 1980)' }),
  devastation: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share of its resources that a side loses in a war lost against an equal side' }),
  grudge: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share by which a war moves the hostility between its sides toward 1' }),
  leaning: z.number().min(-10).max(10).default(0.2).meta({ description: 'honouring: score with all other terms at 0' }),
  stake: z
    .number()
    .min(0)
    .max(10)
    .default(1.6)
    .meta({ description: 'honouring: weight of the danger that the foe is to the ally too' }),
  obligation: z
    .number()
    .min(0)
    .max(10)
    .default(1.8)
    .meta({ description: 'honouring: weight of the commitment, formality × loyalty' }),
  trust: z
    .number()
    .min(0)
    .max(10)
    .default(1.6)
    .meta({ description: 'honouring: weight of trust in the caller above ½' }),
  reputation: z
    .number()
    .min(0)
    .max(10)
    .default(0.8)
    .meta({ description: 'honouring: weight of reputation with other partners, × horizon' }),
  abandonment: z
    .number()
    .min(0)
    .max(10)
    .default(1)
    .meta({ description: 'honouring: weight of the need for the caller’s help later' }),
  cost: z
    .number()
    .min(0)
    .max(10)
    .default(1.8)
    .meta({ description: 'honouring: weight of the expected cost of fighting' }),
  entrapment: z
    .number()
    .min(0)
    .max(10)
    .default(1.4)
    .meta({ description: 'honouring: weight of being drawn into a dispute that is not the ally’s own' }),
  explicit: z
    .number()
    .min(0)
    .max(4)
    .default(0.25)
    .meta({ description: 'honouring: additional weight of a promise against a foe that the treaty names' }),
  shift: z.number().min(0).max(10).default(0.6).meta({
    description: 'honouring: weight of the change in either side’s share of power since the promise',
  }),
  conflict: z.number().min(0).max(10).default(1.8).meta({
    description: 'honouring: weight of a treaty with the foe that honouring would break, formality × loyalty',
  }),
  succession: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share of its loyalty to older treaties that an actor loses with a new leader' }),
  tenure: z
    .number()
    .min(0.1)
    .max(100)
    .default(3)
    .meta({ description: 'years in which half of that loyalty is regained' }),
  surprise: z.number().min(0).max(1).default(0.3).meta({
    description: 'share of its trust that a victim loses in a consultation partner that attacks without notice',
  }),
  spoils: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'share of the losers’ losses that the winners take' }),
});
export type CrisisParams = z.infer<typeof crisisParams>;
