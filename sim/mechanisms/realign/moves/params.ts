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
    .meta({ description: 'chance a year that an actor under full threat reconsiders its alignments' }),
  calm: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'share of that chance left to an actor that feels no threat' }),
  attention: z
    .int()
    .min(1)
    .max(64)
    .default(8)
    .meta({ description: 'moves weighed at a time: leaving what one is in, then the most salient entries' }),
  interest: z.number().min(-4).max(4).default(0.5).meta({
    description: 'affinity + trust − ill will (+ ½ for a shared foe) from which another is thought of as a partner',
  }),
  alarm: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'danger from which a foe is thought of for a truce' }),
  initiative: z
    .number()
    .min(0)
    .max(10)
    .default(0.3)
    .meta({ description: 'score that a move must bring before anyone stirs' }),
  word: z.number().min(0).max(10).default(0.8).meta({ description: 'cost of leaving: formality × loyalty' }),
  asymmetry,
  foreclosure,
  oblivion: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share a year of what an alternative was worth that is no longer counted on' }),
  alienation,
  purposes: z.array(z.enum(PURPOSES)).default(['defensive', 'offensive', 'political']).meta({
    description: 'purposes for which actors found treaties of their own accord',
  }),
  noise: z
    .number()
    .min(0)
    .max(5)
    .default(0.15)
    .meta({ description: 'standard deviation of what moves a choice besides the terms' }),
});
export type MoveParams = z.infer<typeof moveParams>;
