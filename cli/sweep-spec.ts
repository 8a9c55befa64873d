import { dirname, isAbsolute, join } from 'node:path';
import { readPoints } from '../formats/sweep/points-csv.ts';
import { scenarios } from '../scenarios/index.ts';
import { isExpression, nameOf } from '../sim/experiment/sweep/entry-values.ts';
import { checkSweep } from '../sim/experiment/sweep/make-plan.ts';
import { SWEEP_LIMITS, type SweepSpec, type WholeSpec } from '../sim/experiment/sweep/spec.ts';
import { accept, throwInputError } from './input-error.ts';
import { readJson, readScenario, readText } from './read.ts';

const CSV_BYTES = 256 * 1024 * 1024;

/**
 * Reads the file of a sweep, and what it names: its scenario, points and interventions, which stand relative to it.
 * @throws {InputError} one sentence that names the place.
 */
export function readSweepSpec(file: string): WholeSpec {
  const { $schema: _, interventions, ...spec } = accept(checkSweep(readJson(file)), file);
  const beside = (name: string): string => (isAbsolute(name) ? name : join(dirname(file), name));
  return {
    ...spec,
    scenario: recordOf(scenarioOf(spec.scenario, beside), file),
    design: designOf(spec, beside),
    ...(interventions && {
      interventions: interventions.map(({ name, list, file: from }) => ({
        name,
        list: list ?? listOf(readJson(beside(from!)), from!),
      })),
    }),
  };
}

function scenarioOf(scenario: SweepSpec['scenario'], beside: (name: string) => string): unknown {
  if (typeof scenario !== 'string') return scenario;
  return Object.hasOwn(scenarios, scenario) ? scenarios[scenario] : readScenario(beside(scenario));
}

function recordOf(scenario: unknown, file: string): Record<string, unknown> {
  if (typeof scenario === 'object' && scenario !== null && !Array.isArray(scenario))
    return scenario as Record<string, unknown>;
  return throwInputError(`${file}: scenario: expected an object`);
}

const listOf = (value: unknown, file: string): unknown[] =>
  Array.isArray(value) ? value : throwInputError(`${file}: expected a list of interventions`);

/** Points of a file stand in the plan, so that it needs no other file. */
function designOf({ design, vary }: SweepSpec, beside: (name: string) => string): WholeSpec['design'] {
  if (design.kind !== 'points' || design.file === undefined) return design;
  const { file } = design;
  const names = vary.filter((entry) => !isExpression(entry)).map(nameOf);
  try {
    const points = readPoints(readText(beside(file), CSV_BYTES), names, SWEEP_LIMITS.points);
    return {
      kind: 'points',
      points: points.map((point) => point.map((value) => (Array.isArray(value) ? [...value] : value))) as never,
    };
  } catch (error) {
    return throwInputError(
      (error as Error).message.startsWith(beside(file))
        ? (error as Error).message
        : `${file}: ${(error as Error).message}`,
    );
  }
}
