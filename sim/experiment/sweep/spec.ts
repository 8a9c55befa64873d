import { z } from 'zod';
import { LIMITS } from '../../schema/common.ts';

/** Limits on a sweep that a stranger wrote. */
export const SWEEP_LIMITS = {
  /** Runs of one plan, extensions apart. */
  runs: 100_000_000,
  points: 10_000_000,
  /** Drawn values of all points. */
  settings: 20_000_000,
  vary: 200,
  values: 10_000,
  variants: 64,
  measures: 400,
  replicates: 1_000_000,
  runsPerShard: 1_000_000,
} as const;

const Name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, 'expected a name: a letter, then letters, digits or "_"')
  .refine((name) => !(name in {}), 'this name is reserved');

/** A title of a column: what is measured may have colons and dots in its name. */
const Title = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u, 'expected a text without control characters');

const VaryDistribution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('uniform'), from: z.number(), to: z.number() }),
  z.strictObject({ kind: z.literal('loguniform'), from: z.number().positive(), to: z.number().positive() }),
  z.strictObject({
    kind: z.literal('normal'),
    mean: z.number(),
    sd: z.number().positive(),
    from: z.number().optional(),
    to: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal('triangular'), from: z.number(), mode: z.number(), to: z.number() }),
]);
export type VaryDistribution = z.infer<typeof VaryDistribution>;

const SweepValue = z.union([z.number(), z.string().max(200), z.boolean(), z.array(z.number()).max(4_000)]);
export type SweepValue = z.infer<typeof SweepValue>;

const common = {
  path: z.string().min(1).max(200).meta({ description: 'the path of a value, as --set takes it' }),
  as: Name.optional().meta({ description: 'name of its column, and in expressions' }),
};
const whole = z.boolean().optional().meta({ description: 'only whole numbers' });

/** What varies, and how: one of a list, a range, a distribution, or an expression of the others. */
export const Vary = z.union([
  z.strictObject({ ...common, whole, values: z.array(SweepValue).min(1).max(SWEEP_LIMITS.values) }),
  z.strictObject({
    ...common,
    whole,
    from: z.number(),
    to: z.number(),
    steps: z
      .int()
      .min(1)
      .max(SWEEP_LIMITS.values)
      .optional()
      .meta({ description: 'number of values, both ends included' }),
    scale: z.enum(['linear', 'log']).optional(),
  }),
  z.strictObject({ ...common, whole, distribution: VaryDistribution }),
  z.strictObject({ ...common, whole, expression: z.string().min(1).max(LIMITS.formulaLength) }),
]);
export type Vary = z.infer<typeof Vary>;

const size = z.int().min(1).max(SWEEP_LIMITS.points);

export const Design = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  z.strictObject({ kind: z.literal('lhs'), size }),
  z.strictObject({ kind: z.literal('random'), size }),
  z.strictObject({ kind: z.literal('sobol'), size }),
  z.strictObject({ kind: z.literal('saltelli'), size }),
  z.strictObject({ kind: z.literal('morris'), size, levels: z.int().min(2).max(1_000).default(4) }),
  z.strictObject({
    kind: z.literal('points'),
    file: z.string().min(1).max(1_000).optional(),
    /** Embedded: one list of settings a point, in the order of the entries of `vary` that are no expressions. */
    points: z.array(z.array(SweepValue)).min(1).max(SWEEP_LIMITS.points).optional(),
  }),
]);
export type Design = z.infer<typeof Design>;

export const TAKES = ['mean', 'min', 'max', 'sum', 'first', 'last'] as const;

const Window = z.strictObject({
  name: Title,
  of: Title.meta({ description: 'a metric of the world' }),
  from: z.number().min(0).default(0).meta({ description: 'years from the start of the run' }),
  to: z.number().min(0).optional().meta({ description: 'years from the start, not included; without it, the end' }),
  take: z.enum(TAKES),
});

const Measures = z.strictObject({
  end: z.array(Title).max(SWEEP_LIMITS.measures).default([]).meta({ description: 'metrics and reporters, at the end' }),
  windows: z.array(Window).max(SWEEP_LIMITS.measures).default([]),
  every: z
    .strictObject({ ticks: z.int().min(1).max(LIMITS.ticks), names: z.array(Title).min(1).max(SWEEP_LIMITS.measures) })
    .optional()
    .meta({ description: 'metrics of every so many ticks, in files of their own' }),
  facts: z.boolean().default(false).meta({ description: 'which recorded facts of the scenario happened' }),
  analyses: z
    .array(Title)
    .max(SWEEP_LIMITS.measures)
    .default([])
    .meta({ description: 'numbers of its analyses, by key' }),
});
export type Measures = z.infer<typeof Measures>;

const Variant = z.strictObject({
  name: Name,
  file: z.string().min(1).max(1_000).optional(),
  list: z.array(z.unknown()).max(LIMITS.interventions).optional(),
});

/** A sweep as a person writes it. A scenario may be an id of the list or a file, and so may points and interventions. */
export const SweepSpec = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('foedus-sweep/1'),
  scenario: z
    .union([z.string().min(1).max(1_000), z.record(z.string(), z.unknown())])
    .meta({ description: 'id of a scenario of the list, a file beside the sweep, or the scenario itself' }),
  vary: z
    .array(Vary)
    .max(SWEEP_LIMITS.vary)
    .default([])
    .meta({ description: 'what varies; without it, only the seed' }),
  design: Design.default({ kind: 'full' }).meta({ description: 'which combinations are run' }),
  replicates: z
    .int()
    .min(1)
    .max(SWEEP_LIMITS.replicates)
    .default(1)
    .meta({ description: 'runs of each point, each with a seed of its own' }),
  seed: z
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER - 1e9)
    .default(1)
    .meta({ description: 'the first seed; of the design too' }),
  commonRandomNumbers: z.boolean().default(true).meta({ description: 'the same seeds at every point' }),
  interventions: z
    .array(Variant)
    .min(1)
    .max(SWEEP_LIMITS.variants)
    .optional()
    .meta({ description: 'variants to run beside each other' }),
  measure: Measures.optional().meta({ description: 'without it, every metric at the end' }),
  stop: z.string().min(1).max(LIMITS.formulaLength).optional().meta({ description: 'a formula of metrics' }),
  limits: z
    .strictObject({ seconds: z.number().positive().max(1e6).optional() })
    .default({})
    .meta({ description: 'seconds that one run may take' }),
  runsPerShard: z
    .int()
    .min(1)
    .max(SWEEP_LIMITS.runsPerShard)
    .optional()
    .meta({ description: 'rows of one file; without it 100, or a thousandth of all' }),
});
export type SweepSpec = z.infer<typeof SweepSpec>;

/** A sweep with everything that its files hold. */
export type WholeSpec = Omit<SweepSpec, 'scenario' | 'interventions' | '$schema'> & {
  scenario: Record<string, unknown>;
  interventions?: { name: string; list: unknown[] }[];
};
