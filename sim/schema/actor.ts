import { z } from 'zod';
import { Amount, Id, NonNegative, Positive, Signed, Text, Unit } from './common.ts';

export const STRATEGIES = ['best-response', 'conditional', 'unconditional', 'free-rider', 'expression'] as const;

/** Hofstede's and Hall's dimensions, each scaled to [0, 1]; 0.5 is the middle of the scale. */
export const Culture = z.strictObject({
  powerDistance: Unit.default(0.5).meta({ description: 'acceptance of hierarchy' }),
  individualism: Unit.default(0.5),
  uncertaintyAvoidance: Unit.default(0.5).meta({ description: 'weight of formality' }),
  context: Unit.default(0.5).meta({ description: '0 low-context (words), 1 high-context (relations)' }),
  timeOrientation: Unit.default(0.5).meta({ description: '0 short, 1 long' }),
});

export const Biases = z.strictObject({
  overconfidence: Unit.default(0).meta({
    description: 'an actor sees its own strength as 1 + this times the true one',
  }),
  confirmation: Unit.default(0).meta({ description: 'share of news that contradicts the belief and is ignored' }),
  sunkCost: Unit.default(0).meta({
    description: 'weight of the years already spent in a treaty when the actor decides to stay',
  }),
});

/** A spell in which an actor exists: before and after, it has no part in anything. */
export const ExistenceSpell = z.strictObject({
  from: z.number().optional().meta({ description: 'date of its entry; absent: before the start' }),
  to: z.number().optional().meta({ description: 'date from which it no longer exists; absent: to the end' }),
  successor: Id.optional().meta({
    description: 'the actor that takes its place in its treaties when the spell ends; absent: its memberships end',
  }),
  resources: z
    .record(Id, NonNegative)
    .optional()
    .meta({ description: 'stocks with which it enters; absent: its `resources`' }),
});

export const Actor = z.strictObject({
  id: Id,
  name: Text.min(1),
  resources: z.record(Id, NonNegative).meta({ description: 'stock of each resource kind, in its unit' }),
  position: z
    .record(Id, Signed)
    .default({})
    .meta({ description: 'ideal point on each interest axis; 0 where unnamed' }),
  salience: z
    .record(Id, NonNegative)
    .default({})
    .meta({ description: 'how much each axis matters; normalised to sum 1, equal where all are 0' }),
  valuation: Positive.default(1).meta({ description: 'how much it wants what an alliance provides, 1 = ordinary' }),
  autonomy: Unit.default(0.5).meta({ description: 'dislike of constraint' }),
  loyalty: Unit.default(0.5).meta({ description: 'weight of a commitment' }),
  horizon: Unit.default(0.8).meta({ description: 'discount factor, per year' }),
  strategy: z
    .enum(STRATEGIES)
    .default('best-response')
    .meta({ description: 'contribution type (Fischbacher, Gächter & Fehr 2001)' }),
  contribution: Amount.optional().meta({
    description:
      'for strategy "expression": effort a tick over budget, threat, spillIn, quota, seen, last, best, valuation and the parameters',
  }),
  existence: z.array(ExistenceSpell).min(1).max(64).optional().meta({
    description: 'the spells in which it exists, in order; absent: throughout',
  }),
  culture: Culture.prefault({}),
  biases: Biases.prefault({}),
  location: z
    .strictObject({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) })
    .optional()
    .meta({ description: 'degrees, where the scenario has a map' }),
});
export type Actor = z.infer<typeof Actor>;

/** Initial feelings of one actor toward another; proximity is mutual. */
export const Dyad = z.strictObject({
  from: Id,
  to: Id,
  mutual: z.boolean().default(true).meta({ description: 'holds in both directions' }),
  calculative: Unit.optional().meta({ description: 'trust that compliance is in the other’s interest' }),
  relational: Unit.optional().meta({ description: 'goodwill from shared history' }),
  hostility: Unit.optional().meta({ description: 'hostility of `from` toward `to`' }),
  proximity: Unit.optional().meta({ description: 'how easily one reaches the other; the same in both directions' }),
});
export const DyadDefaults = z.strictObject({
  calculative: Unit.default(0.5),
  relational: Unit.default(0.5),
  hostility: Unit.default(0),
  proximity: Unit.default(0.5),
});

/** An outside threat: an adversary that is no actor. */
export const Threat = z.strictObject({
  id: Id,
  name: Text.min(1),
  strength: NonNegative.meta({ description: 'in the unit of the actors’ strength' }),
  hostility: z.record(Id, Unit).default({}).meta({ description: 'toward each actor; 0 where unnamed' }),
  proximity: z.record(Id, Unit).default({}).meta({ description: 'to each actor; 0.5 where unnamed' }),
});
export type Threat = z.infer<typeof Threat>;

/**
 * Yearly values of a stock from an external record. The record is constant within the year; the stock follows the ratio of each
 * year to the one before.
 */
export const Capability = z.strictObject({
  resource: Id,
  years: z.array(z.number()).min(1),
  values: z.record(Id, z.array(NonNegative)).meta({ description: 'for each actor, one value a year' }),
});
