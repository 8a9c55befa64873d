import { z } from 'zod';
import { Confidence, Id, LIMITS, NonNegative, Text } from './common.ts';

/** What happened in the real world. The engine never reads it: runs are scored against it. */
export const Fact = z.strictObject({
  id: Id,
  kind: z.enum(['allied', 'member', 'left', 'war', 'metric']),
  who: z.array(Id).min(1),
  from: z.number(),
  to: z.number(),
  alliance: Id.optional().meta({ description: 'for member and left: the treaty meant, if one at the start' }),
  metric: Text.optional(),
  value: z.number().optional(),
  tolerance: NonNegative.optional(),
  statement: Text.optional(),
  source: Text,
  confidence: Confidence,
});
export type Fact = z.infer<typeof Fact>;

export const TIE_KINDS = [
  'defence',
  'offence',
  'collective-security',
  'neutrality',
  'nonaggression',
  'consultation',
  'other',
] as const;

/** A year of the calendar; it has no part. */
const Year = z.int().meta({ description: 'a calendar year; negative is BCE' });

/** A tie between actors for some years of the record. */
export const Tie = z.strictObject({
  who: z.array(Id).min(2).meta({ description: 'two or more actors; of three or more every pair of them' }),
  kind: z.enum(TIE_KINDS).meta({ description: 'the weightiest thing that they owed each other' }),
  from: Year.meta({ description: 'the first calendar year on some day of which it was in force; negative is BCE' }),
  to: Year.nullable().meta({
    description: 'the last such year, itself included; null where it did not end within the record',
  }),
  name: Text.optional(),
  source: Text,
  confidence: Confidence,
});
export type Tie = z.infer<typeof Tie>;

/** Every tie of some years: what the record does not list was not there. */
export const Spells = z.strictObject({
  complete: z
    .strictObject({ from: Year, to: Year })
    .meta({ description: 'from the first to the last of these years a pair that no tie names was not allied' }),
  ties: z.array(Tie).max(LIMITS.ties),
  omit: z
    .array(z.strictObject({ who: z.array(Id).length(2), from: Year, to: Year, why: Text }))
    .max(LIMITS.ties)
    .optional()
    .meta({ description: 'years of pairs that are not scored' }),
  measure: z.enum(['alliance', 'any']).optional().meta({
    description: 'which ties count. alliance: defence, offence and collective security; any: all of them',
  }),
});
export type Spells = z.infer<typeof Spells>;

/** All that is recorded of the real world: single facts, and the spells of all ties. A list is one of facts. */
export const WorldRecord = z
  .union([
    z.array(Fact),
    z.strictObject({
      facts: z.array(Fact).default([]),
      spells: Spells.optional(),
    }),
  ])
  .transform((record) => (Array.isArray(record) ? { facts: record } : record));
export type WorldRecord = z.infer<typeof WorldRecord>;

/** Sources of numbers: for each number, the entry with the longest matching path applies. */
export const Provenance = z.strictObject({
  path: z
    .string()
    .min(1)
    .meta({ description: 'a path into the scenario; * stands for any one step, a trailing ** for everything below' }),
  source: Text.min(1),
  confidence: Confidence,
});
