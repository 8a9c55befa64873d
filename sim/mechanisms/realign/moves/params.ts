import { z } from 'zod';
import { PURPOSES } from '../../../schema/treaty.ts';
import { alienation } from '../../govern/voting/vote.ts';
import { asymmetry, foreclosure } from '../bargain/bargain.ts';
import { Weights } from '../utility/weights.ts';

export const moveParams = z.strictObject({
  weights: Weights.prefault({}),
  deliberation: z
    .number()
    .min(0)
    .max(1)
    .default(0.42)
    .meta({ description: 'probability per year that an actor under full threat reconsiders its alignments' }),
  calm: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'share of that probability left to an actor without perceived threat' }),
  attention: z
    .int()
    .min(1)
    .max(64)
    .default(8)
    .meta({ description: 'moves evaluated at a time: leaving own treaties, then the most salient entries' }),
  interest: z.number().min(-4).max(4).default(0.5).meta({
    description:
      'affinity + trust − hostility (+ ½ for a shared foe) from which another actor is considered as a partner',
  }),
  alarm: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'perceived threat from which a non-aggression pact with a foe is considered' }),
  initiative: z
    .number()
    .min(0)
    .max(10)
    .default(0.3)
    .meta({ description: 'lowest score at which an actor makes a move' }),
  word: z.number().min(0).max(10).default(0.8).meta({ description: 'cost of leaving: formality × loyalty' }),
  asymmetry,
  foreclosure,
  oblivion: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'decay per year of the remembered value of the outside option' }),
  alienation,
  purposes: z.array(z.enum(PURPOSES)).default(['defensive', 'offensive', 'political']).meta({
    description: 'purposes for which actors found treaties by themselves',
  }),
  noise: z
    .number()
    .min(0)
    .max(5)
    .default(0.15)
    .meta({ description: 'standard deviation of the random term in a choice' }),
});
export type MoveParams = z.infer<typeof moveParams>;
