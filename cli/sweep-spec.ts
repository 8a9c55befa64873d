import { dirname, isAbsolute, join } from 'node:path';
import { wholeSpec } from '../formats/sweep/whole-spec.ts';
import { scenarios } from '../scenarios/index.ts';
import { checkSweep } from '../sim/experiment/sweep/make-plan.ts';
import type { WholeSpec } from '../sim/experiment/sweep/spec.ts';
import { accept, throwInputError } from './input-error.ts';
import { readJson, readScenario, readText } from './read.ts';

const CSV_BYTES = 256 * 1024 * 1024;

/**
 * Reads the file of a sweep, and what it names: its scenario, points and interventions, which stand relative to it.
 * @throws {InputError} one sentence that names the place.
 */
export function readSweepSpec(file: string): WholeSpec {
  const beside = (name: string): string => (isAbsolute(name) ? name : join(dirname(file), name));
  return wholeSpec(
    accept(checkSweep(readJson(file)), file),
    {
      scenario: (name) => (Object.hasOwn(scenarios, name) ? scenarios[name] : readScenario(beside(name))),
      json: (name) => readJson(beside(name)),
      text: (name) => readText(beside(name), CSV_BYTES),
    },
    (place, what) => throwInputError(place === 'scenario' ? `${file}: scenario: ${what}` : `${place}: ${what}`),
  );
}
