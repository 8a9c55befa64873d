import { load } from '../engine/load.ts';
import { play } from '../history/record.ts';
import { missingOf, missingSentence } from '../mechanisms/foreign.ts';
import type { MechanismOptions } from '../model/mechanism.ts';
import type { Run } from '../schema/scenario.ts';
import { type Verification, verification } from './run-file.ts';

/**
 * Re-runs a saved run and reports whether anything differs: first the digests, then the result.
 * @param run from `checkRun` or `runFile`.
 * @param options the foreign mechanisms that the run used.
 * @throws {Error} one sentence that names the mechanisms that are missing.
 */
export function verify(run: Run, options: MechanismOptions = {}): Verification {
  const { scenario, seed, interventions, ticks, foreignMechanisms = [] } = run;
  const missing = missingOf(foreignMechanisms, options.mechanisms ?? []);
  if (missing.length > 0) throw new Error(missingSentence(missing));
  return verification(run, play(load(scenario, options), seed, interventions, { ticks }));
}
