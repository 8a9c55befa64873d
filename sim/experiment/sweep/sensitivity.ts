import { designDraws } from '../../exact/design-draws.ts';
import { morrisDesign } from '../designs/morris.ts';
import { type MorrisEffect, morrisEffects } from '../sensitivity/morris-effects.ts';
import { type SobolIndex, sobolIndices } from '../sensitivity/sobol-indices.ts';
import { isExpression, nameOf } from './entry-values.ts';
import type { SweepPlan } from './plan.ts';

/** null stands for what these runs cannot tell: JSON has no NaN. */
export type NumberOrNull = number | null;
type OrNull<T> = { [K in keyof T]: NumberOrNull };

/** What the inputs of a sweep do to its metrics, by metric and input. */
export interface Sensitivity {
  sobol?: Readonly<Record<string, Readonly<Record<string, OrNull<SobolIndex>>>>>;
  morris?: Readonly<Record<string, Readonly<Record<string, OrNull<MorrisEffect>>>>>;
  /** What the reader must know of them, as sentences. */
  notes: readonly string[];
}

export const finiteOrNull = (value: number): NumberOrNull => (Number.isFinite(value) ? value : null);

export const finiteFigures = <T extends object>(found: T): OrNull<T> =>
  Object.fromEntries(Object.entries(found).map(([key, value]) => [key, finiteOrNull(value)])) as OrNull<T>;

/** Indices and elementary effects, of designs that are made for them. With several variants a name is `METRIC@VARIANT`. */
export function sensitivityOf(
  { spec, numbering }: SweepPlan,
  metrics: readonly string[],
  missing: number,
  outputsOf: (name: string, variant: number) => Float64Array,
): Sensitivity {
  const { design, seed, interventions } = spec;
  if (design.kind !== 'saltelli' && design.kind !== 'morris') return { notes: [] };
  if (missing > 0) return { notes: ['the indices of its design need all runs, so there are none yet'] };
  const entries = spec.vary.filter((entry) => !isExpression(entry));
  // Luck is a factor of its own.
  const inputs = entries.map((entry) => (nameOf(entry) === 'luck' ? entry.path : nameOf(entry)));
  const notes: string[] = [];
  const outputs = metrics.flatMap((metric) =>
    Array.from({ length: numbering.variants }, (_, variant) => ({
      name: numbering.variants === 1 ? metric : `${metric}@${interventions![variant]!.name}`,
      values: () => outputsOf(metric, variant),
    })),
  );
  const drop = (name: string, dropped: number, of: string): void => {
    if (dropped > 0)
      notes.push(`${name}: ${dropped} ${of} are left out of its indices, since runs of theirs have no value`);
  };
  if (design.kind === 'saltelli') {
    const sobol = outputs.map(({ name, values }) => {
      const { indices, dropped } = sobolIndices(values(), inputs, designDraws(String(seed), 'bootstrap'));
      drop(name, dropped, 'base points');
      return [name, mapped(indices)] as const;
    });
    return { sobol: Object.fromEntries(sobol), notes };
  }
  const made = morrisDesign(design.size, inputs.length, design.levels, designDraws(String(seed), design.kind));
  const morris = outputs.map(({ name, values }) => {
    const { effects, dropped } = morrisEffects(values(), made, inputs);
    drop(name, dropped, 'steps');
    return [name, mapped(effects)] as const;
  });
  return { morris: Object.fromEntries(morris), notes };
}

const mapped = <T extends object>(found: Readonly<Record<string, T>>): Record<string, OrNull<T>> =>
  Object.fromEntries(Object.entries(found).map(([key, value]) => [key, finiteFigures(value)]));
