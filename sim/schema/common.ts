import './jitless.ts';
import { z } from 'zod';
import { FORMULA_LIMITS } from '../exact/formula.ts';

/** Limits on untrusted input; a scenario beyond one of them is refused with a sentence. */
export const LIMITS = {
  actors: 2_000,
  ticks: 100_000,
  axes: 16,
  resources: 16,
  treaties: 4_000,
  threats: 64,
  shocks: 4_000,
  ties: 20_000,
  interventions: 20_000,
  /** Changes of numbers by shocks that are to fade, in force at one time: each of them is remembered. */
  temporary: 160_000,
  temporaryAtOnePlace: 20_000,
  bytes: 16 * 1024 * 1024,
  /** Lists, objects, numbers and texts in all. */
  values: 2_000_000,
  /** Nested lists and objects; a scenario needs eight. */
  levels: 48,
  formulaNodes: FORMULA_LIMITS.nodes,
  formulaLength: FORMULA_LIMITS.length,
} as const;

/** An identifier: letters, digits, `-`; never a name that every object already has (`constructor`, `toString`). */
export const Id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'expected an id: a letter, then letters, digits or "-"')
  .refine((id) => !(id in {}), 'this name is reserved');

/** A scenario’s id: the same, perhaps within a folder (`classics/tribute`). */
export const ScenarioId = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9-]{0,63}(\/[A-Za-z][A-Za-z0-9-]{0,63})?$/,
    'expected an id, perhaps with a folder before it',
  )
  .refine((id) => !(id in {}), 'this name is reserved');

export const Text = z.string().max(4_000);
export const Unit = z.number().min(0).max(1);
export const Signed = z.number().min(-1).max(1);
/** Limit on stocks, strengths and valuations: a believed strength is a float32, whose range ends soon after. */
export const MOST = 1e30;
const TOO_MUCH = `expected a number ≤ ${MOST}`;
const bounded = (x: number): boolean => x <= MOST;

export const Positive = z.number().positive().refine(bounded, TOO_MUCH);
export const NonNegative = z.number().min(0).refine(bounded, TOO_MUCH);

/** A number, or a formula over the names that its field documents; see formula.ts for what a formula may contain. */
export const Amount = z.union([z.number(), z.string().min(1).max(LIMITS.formulaLength)]);

export const CONFIDENCE = ['dataset', 'published', 'textbook', 'estimate'] as const;
export const Confidence = z.enum(CONFIDENCE).meta({
  description:
    'dataset: cut by program from public data; published: read in a text; textbook: standard fact; estimate: judgement',
});
