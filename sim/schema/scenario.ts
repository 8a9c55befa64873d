import { z } from 'zod';
import { Actor, Capability, Dyad, DyadDefaults, Threat } from './actor.ts';
import { Classroom } from './classroom.ts';
import { Id, LIMITS, NonNegative, ScenarioId, Text } from './common.ts';
import { Provenance, WorldRecord } from './history.ts';
import { Interventions } from './intervention.ts';
import { Parameter } from './parameter.ts';
import { Shock } from './shock.ts';
import { Teaching } from './teaching.ts';
import { Treaty } from './treaty.ts';
import { View } from './view.ts';

export const PHASES = [
  'shock',
  'perceive',
  'contribute',
  'produce',
  'crisis',
  'trust',
  'govern',
  'realign',
  'grow',
  'measure',
] as const;
export type Phase = (typeof PHASES)[number];

const Chosen = z.strictObject({
  name: z.string().min(1).max(64),
  parameters: z.record(z.string(), z.unknown()).default({}),
});

/** One declaration, three uses: the TypeScript type, the validation, and (through z.toJSONSchema) the editors' schema. */
export const Scenario = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('foedus-scenario/1'),
  id: ScenarioId,
  title: Text.min(1),
  kind: z.enum(['history', 'laboratory', 'classic', 'imported']),
  summary: Text,
  time: z.strictObject({
    start: z.number().meta({
      description:
        'year of the first tick; negative is BCE, and there is no year 0: after -1 comes 1. A laboratory or classic that starts in 0 has no calendar',
    }),
    ticks: z.int().min(0).max(LIMITS.ticks),
    ticksPerYear: z
      .int()
      .min(1)
      .max(366)
      .meta({ description: 'what a tick is; every rate is per year, every duration in years' }),
  }),
  resources: z
    .array(
      z.strictObject({
        id: Id,
        name: Text,
        unit: Text,
        weight: NonNegative.default(1).meta({ description: 'ω: share in strength' }),
        yield: NonNegative.default(0.2).meta({ description: 'flow a stock gives, per year, as a fraction' }),
        growth: z.number().min(-1).max(10).default(0).meta({ description: 'growth per year, as a fraction' }),
      }),
    )
    .min(1)
    .max(LIMITS.resources),
  interests: z
    .array(z.strictObject({ id: Id, name: Text, low: Text, high: Text }))
    .max(LIMITS.axes)
    .default([]),
  actors: z.array(Actor).min(1).max(LIMITS.actors),
  dyads: z.array(Dyad).default([]),
  dyadDefaults: DyadDefaults.prefault({}),
  treaties: z.array(Treaty).max(LIMITS.treaties).default([]),
  threats: z.array(Threat).max(LIMITS.threats).default([]),
  shocks: z.array(Shock).max(LIMITS.shocks).default([]),
  capabilities: z.array(Capability).default([]),
  parameters: z
    .record(Id, Parameter)
    .default({})
    .meta({ description: 'named numbers, for formulas and for {"parameter": NAME} in place of a value' }),
  mechanisms: z
    .partialRecord(z.enum(PHASES), z.array(Chosen))
    .default({})
    .meta({ description: 'for each phase, its mechanisms in order; a phase left out takes the default ones' }),
  analyses: z
    .array(Chosen)
    .max(16)
    .default([])
    .meta({ description: 'analyses of the run or of its initial game, beside the metrics' }),
  view: View.optional(),
  history: WorldRecord.prefault([]).meta({
    description: 'what happened in the world: a list of facts, or facts and the spells of all ties',
  }),
  questions: z.array(Text).default([]),
  caveats: z.array(Text).default([]),
  provenance: z.array(Provenance).default([]),
  classroom: Classroom.optional().meta({ description: 'how a class plays it' }),
  teaching: Teaching.optional().meta({ description: 'what a teacher needs beside it' }),
});
export type Scenario = z.infer<typeof Scenario>;
/** A scenario as a person writes it, with defaults omitted. */
export type ScenarioDraft = z.input<typeof Scenario>;

/** A saved run: all that is needed to run it again and to verify its result. */
export const Run = z.strictObject({
  format: z.literal('foedus-run/1'),
  engine: z.string(),
  scenario: Scenario,
  scenarioHash: z.string(),
  seed: z.string(),
  interventions: Interventions,
  ticks: z.int().min(0).max(LIMITS.ticks),
  foreignMechanisms: z.array(z.string().max(200)).min(1).max(200).optional(),
  digests: z.array(z.string().regex(/^[0-9a-f]{16}$/)),
  result: z.unknown(),
});
export type Run = z.infer<typeof Run>;
