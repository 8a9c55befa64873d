import { z } from 'zod';
import { Amount, Id, NonNegative, Text, Unit } from './common.ts';

export const FAMILIES = [
  'threat',
  'power',
  'scarcity',
  'technology',
  'disaster',
  'leadership',
  'disinformation',
  'nationalism',
] as const;

const Everyone = z.union([z.literal('all'), z.array(Id).min(1)]);

/**
 * The target of a change. `field` names the number, in the scenario's own words:
 * actors: resources.ID, position.AXIS, salience.AXIS, valuation, autonomy, loyalty, horizon, disinformation, culture.NAME,
 *   biases.NAME;
 * dyads: calculative, relational, hostility, proximity;
 * threats: strength, hostility, hostility.ACTOR, proximity, proximity.ACTOR;
 * alliances: any numeric clause.
 */
export const Target = z.union([
  z.strictObject({ actors: Everyone }),
  z.strictObject({ dyads: z.array(z.strictObject({ from: Id, to: Id })).min(1) }),
  z.strictObject({ among: Everyone }),
  z.strictObject({ alliances: Everyone }),
  z.strictObject({ threats: Everyone }),
]);

export const Change = z.strictObject({
  target: Target,
  field: z.string().min(1).max(140),
  operation: z.enum(['set', 'add', 'scale']),
  amount: Amount.meta({
    description: 'a number, or a formula over value, strength, budget, effort, threat, year and the parameters',
  }),
  duration: NonNegative.nullable().default(null).meta({ description: 'years at full force; null: permanent' }),
  halfLife: NonNegative.default(0).meta({
    description: 'half-life in years after the duration; 0: it ends at once',
  }),
});

export const Shock = z.strictObject({
  id: Id,
  name: Text.min(1),
  family: z.enum(FAMILIES),
  at: z.number().optional().meta({
    description:
      'date in years (1890.25 is April 1890; negative is BCE, no date lies in a year 0); without it the shock is random',
  }),
  hazard: Unit.optional().meta({ description: 'probability per year, for a shock without a date' }),
  expost: z
    .boolean()
    .default(false)
    .meta({ description: 'caused by an act of an alliance: off unless the scenario’s parameter expost is 1' }),
  changes: z.array(Change).min(1),
  note: Text.optional(),
});
export type Shock = z.infer<typeof Shock>;
export type Change = z.infer<typeof Change>;
export type Target = z.infer<typeof Target>;
