import { z } from 'zod';
import { Id, LIMITS, Signed } from './common.ts';
import { Choice, PlacedShock } from './intervention.ts';

// How a class plays a scenario. The engine reads none of it: the server of a class and the pages do.

/** A text that a phone shows whole. */
const Words = z.string().min(1).max(500);
const Tick = z.int().min(0).max(LIMITS.ticks);
// The server holds the actors that players take: that is nothing that a player decides. Players do not propose treaties to the model:
// they offer texts to each other, and what all parties accept is signed.
const NOT_DECIDED = ['hold', 'propose'] as const satisfies Choice['act'][];
type Act = Exclude<Choice['act'], (typeof NOT_DECIDED)[number]>;
const ACTS = Choice.options
  .map(({ shape }) => shape.act.value)
  .filter((act): act is Act => !(NOT_DECIDED as readonly string[]).includes(act)) as [Act, ...Act[]];

/** One of the interests that an actor may turn out to have. */
export const Secret = z.strictObject({
  id: Id,
  positions: z.record(Id, Signed).meta({ description: 'ideal points that replace the actor’s own, by interest axis' }),
  words: Words.meta({ description: 'what the player is told' }),
});
export type Secret = z.infer<typeof Secret>;

/** A shock that the teacher may play between two rounds. */
export const Card = z.strictObject({
  id: Id,
  words: Words.meta({ description: 'what those who see the card are told' }),
  shock: PlacedShock,
  to: z
    .array(Id)
    .min(1)
    .max(9)
    .optional()
    .meta({ description: 'the only seats that see the card before the debrief; everybody without it' }),
});
export type Card = z.infer<typeof Card>;

/** A question asked before the first round, which the run of the class answers. */
export const ClassPrediction = z.strictObject({
  id: Id,
  question: Words,
  fact: Id.optional().meta({ description: 'a fact of the history: yes if it happens' }),
  formula: z.string().min(1).max(LIMITS.formulaLength).optional().meta({
    description: 'a formula over the metrics of the run at its end: yes if it is not 0; in place of a fact',
  }),
});
export type ClassPrediction = z.infer<typeof ClassPrediction>;

/** What the model does for a seat whose player decides nothing. */
const Defaults = z.strictObject({
  contribute: z.enum(['keep']).default('keep').meta({ description: 'keep: the effort of the last round goes on' }),
  offer: z.enum(['refuse']).default('refuse').meta({ description: 'refuse: an offer without an answer is refused' }),
  call: z.enum(['honour', 'renege']).default('honour').meta({ description: 'answer to the call of an ally' }),
  vote: z.enum(['abstain', 'for', 'against']).default('abstain'),
});

export const Classroom = z.strictObject({
  seats: z.array(Id).min(5).max(9).meta({ description: 'actors that players take; the model plays the others' }),
  rounds: z
    .array(
      z.strictObject({
        from: Tick.meta({ description: 'first tick: the decisions of the round take effect here' }),
        ticks: z.int().min(1).max(LIMITS.ticks).meta({ description: 'how long the decisions hold' }),
      }),
    )
    .min(6)
    .max(12),
  decisions: z.array(z.enum(ACTS)).min(1).max(ACTS.length).meta({
    description:
      'what a player may decide, in the order in which it is offered; sign: offers of treaties and of new terms',
  }),
  secrets: z
    .record(Id, z.array(Secret).min(2).max(4))
    .default({})
    .meta({ description: 'for each seat, the interests of which the seed draws one' }),
  cards: z.array(Card).max(12).default([]),
  defaults: Defaults.prefault({}),
  predictions: z.array(ClassPrediction).max(8).default([]),
});
export type Classroom = z.infer<typeof Classroom>;
