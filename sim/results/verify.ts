import { load } from '../engine/load.ts';
import { play } from '../history/record.ts';
import { missingOf, missingSentence } from '../mechanisms/foreign.ts';
import type { MechanismOptions } from '../model/mechanism.ts';
import type { Run } from '../schema/scenario.ts';
import { type Verification, verification } from './run-file.ts';

/**
 * Runs a saved run again and says whether anything differs: digests first, then the result.
 * @param run what `checkRun` gave, or `runFile`.
 * @param options the mechanisms of the caller's own that the run used.
 * @throws {Error} one sentence that names the mechanisms that are missing.
 */
export function verify(run: Run, options: MechanismOptions = {}): Verification {
  const { scenario, seed, interventions, ticks, foreignMechanisms = [] } = run;
  const missing = missingOf(foreignMechanisms, options.mechanisms ?? []);
  if (missing.length > 0) throw new Error(missingSentence(missing));
  return verification(run, play(load(scenario, options), seed, interventions, { ticks }));
}
