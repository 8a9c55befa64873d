import { type Fault, setValue } from '../../check/check.ts';
import type { SweepValue, WholeSpec } from './spec.ts';

/** What a run of a sweep is made from, before it is checked. */
export interface RunInput {
  scenario: unknown;
  /** Of each variant, in their order. */
  interventions: Readonly<Record<string, unknown>>;
}

/** Whether an entry changes the interventions of a variant rather than the scenario. */
export const isOfInterventions = (path: string): boolean => path.startsWith('interventions.');

/**
 * The scenario and the interventions of a sweep with the settings of one point.
 * @param settings one for each entry of `vary`.
 * @returns the first setting that has no place instead, with the number of its entry.
 */
export function withSettings(
  { scenario, vary, interventions = [] }: Pick<WholeSpec, 'scenario' | 'vary' | 'interventions'>,
  settings: readonly SweepValue[],
): { input: RunInput } | { entry: number; fault: Fault } {
  let changed: unknown = scenario;
  let lists: unknown = { interventions: Object.fromEntries(interventions.map(({ name, list }) => [name, list])) };
  for (const [entry, { path }] of vary.entries()) {
    const own = isOfInterventions(path);
    const outcome = setValue(own ? lists : changed, path, settings[entry]);
    if ('fault' in outcome) return { entry, fault: outcome.fault };
    if (own) lists = outcome.input;
    else changed = outcome.input;
  }
  return {
    input: { scenario: changed, interventions: (lists as { interventions: Record<string, unknown> }).interventions },
  };
}
