import { isExpression, nameOf } from '../../sim/experiment/sweep/entry-values.ts';
import { SWEEP_LIMITS, type SweepSpec, type WholeSpec } from '../../sim/experiment/sweep/spec.ts';
import { readPoints } from './points-csv.ts';

/** Reads what a sweep names beside itself. Each throws its own refusal, one sentence. */
export interface FilesOfSweep {
  /** By its id in the list, or its file. */
  scenario(name: string): unknown;
  json(name: string): unknown;
  text(name: string): string;
}

/**
 * A sweep with what its files hold, so that its plan needs no other file.
 * @param refuse throws one sentence about a place of the sweep, or about a file.
 */
export function wholeSpec(
  { $schema: _, interventions, ...spec }: SweepSpec,
  files: FilesOfSweep,
  refuse: (place: string, what: string) => never,
): WholeSpec {
  const list = (value: unknown, name: string): unknown[] =>
    Array.isArray(value) ? value : refuse(name, 'expected a list of interventions');
  const scenario = typeof spec.scenario === 'string' ? files.scenario(spec.scenario) : spec.scenario;
  if (typeof scenario !== 'object' || scenario === null || Array.isArray(scenario))
    return refuse('scenario', 'expected an object');
  return {
    ...spec,
    scenario: scenario as Record<string, unknown>,
    design: designOf(spec, files, refuse),
    ...(interventions && {
      interventions: interventions.map(({ name, list: own, file }) => ({
        name,
        list: own ?? list(files.json(file!), file!),
      })),
    }),
  };
}

function designOf(
  { design, vary }: Pick<SweepSpec, 'design' | 'vary'>,
  files: FilesOfSweep,
  refuse: (place: string, what: string) => never,
): WholeSpec['design'] {
  if (design.kind !== 'points' || design.file === undefined) return design;
  const names = vary.filter((entry) => !isExpression(entry)).map(nameOf);
  const text = files.text(design.file);
  const most = Math.min(SWEEP_LIMITS.points, Math.floor(SWEEP_LIMITS.settings / Math.max(1, names.length)));
  try {
    const points = readPoints(text, names, most);
    return {
      kind: 'points',
      points: points.map((point) => point.map((value) => (Array.isArray(value) ? [...value] : value))) as never,
    };
  } catch (error) {
    return refuse(design.file, (error as Error).message);
  }
}
