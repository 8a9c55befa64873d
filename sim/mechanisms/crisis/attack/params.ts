import { z } from 'zod';

export const crisisParams = z.strictObject({
  aggression: z
    .number()
    .min(0)
    .max(10)
    .default(0.04)
    .meta({ description: 'hazard a year of attack by a foe of full threat on a helpless victim' }),
  most: z
    .number()
    .min(0)
    .max(0.95)
    .default(0.5)
    .meta({ description: 'highest hazard a year of being attacked at all' }),
  floor: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share of strength that fights without any effort' }),
  decisiveness: z.number().min(0).max(10).default(1.5).meta({ description: 'exponent of the contest (Tullock 1980)' }),
  devastation: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share of its resources a fighter loses in a war lost to an equal' }),
  grudge: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share by which a war brings the ill will between its sides nearer to full' }),
  leaning: z.number().min(-10).max(10).default(0.2).meta({ description: 'honouring: score with all else at nought' }),
  stake: z
    .number()
    .min(0)
    .max(10)
    .default(1.6)
    .meta({ description: 'honouring: weight of the danger the attacker is to the ally too' }),
  obligation: z
    .number()
    .min(0)
    .max(10)
    .default(1.8)
    .meta({ description: 'honouring: weight of a given word, formality × loyalty' }),
  trust: z
    .number()
    .min(0)
    .max(10)
    .default(1.6)
    .meta({ description: 'honouring: weight of trust in the victim above ½' }),
  reputation: z
    .number()
    .min(0)
    .max(10)
    .default(0.8)
    .meta({ description: 'honouring: weight of what other partners would think, × horizon' }),
  abandonment: z
    .number()
    .min(0)
    .max(10)
    .default(1)
    .meta({ description: 'honouring: weight of the need for the victim’s help later' }),
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
    .meta({ description: 'honouring: weight of being dragged into a quarrel not one’s own' }),
  explicit: z
    .number()
    .min(0)
    .max(4)
    .default(0.25)
    .meta({ description: 'honouring: by how much more a promise binds against a foe that the treaty names' }),
  shift: z.number().min(0).max(10).default(0.6).meta({
    description: 'honouring: weight of the change of either’s share of power since the word was given',
  }),
  conflict: z
    .number()
    .min(0)
    .max(10)
    .default(1.8)
    .meta({ description: 'honouring: weight of a promise to the foe that it would break, formality × loyalty' }),
  succession: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share of its loyalty to older treaties that an actor has lost when a new leader comes' }),
  tenure: z
    .number()
    .min(0.1)
    .max(100)
    .default(3)
    .meta({ description: 'years in which half of that loyalty is regained' }),
  surprise: z.number().min(0).max(1).default(0.3).meta({
    description: 'share of its trust that a victim loses in a consultation partner that strikes without notice',
  }),
  spoils: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'share of what the losers lose that the winners take' }),
});
export type CrisisParams = z.infer<typeof crisisParams>;
