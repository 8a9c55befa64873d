import type { ColumnValues } from '../../workers/sweep-service.ts';
import { axisOfColumn, type VariedAxis } from './levels.ts';
import type { ResultsState } from './results-state.ts';

const kept = new WeakMap<ColumnValues, VariedAxis>();

/** What varies, each with its levels, as far as its column has come. */
export function axesOf({ varied, columns, job }: ResultsState): ReadonlyMap<string, VariedAxis> {
  const axes = new Map<string, VariedAxis>();
  varied.forEach((name, k) => {
    const values = columns.value.get(name);
    if (!values) return;
    const entry = job.plan.spec.vary[k]!;
    const isLog =
      ('scale' in entry && entry.scale === 'log') ||
      ('distribution' in entry && entry.distribution.kind === 'loguniform');
    const axis = kept.get(values) ?? withTruth(axisOfColumn(name, values, isLog), typeOf(job, name));
    kept.set(values, axis);
    axes.set(name, axis);
  });
  return axes;
}

const typeOf = ({ plan }: ResultsState['job'], name: string): string | undefined =>
  plan.columns.find((column) => column.name === name)?.type;

/** Truth values come as 0 and 1, and are read as what they are. */
function withTruth(axis: VariedAxis, type: string | undefined): VariedAxis {
  if (type !== 'BOOLEAN') return axis;
  return { ...axis, levels: axis.levels.map((level) => ({ ...level, text: String(level.from === 1) })) };
}

/** What varies besides the axes of the chart. */
export function othersOf({ varied, view, across, up, series }: ResultsState): readonly string[] {
  const own = view.value === 'heat' ? [across.value, up.value] : [across.value, series.value];
  return varied.filter((name) => !own.includes(name));
}

/** Which runs a chart is made of: those that were made, of the levels that were chosen, and of a variant. */
export function shownRuns(results: ResultsState, variant: string | undefined): (run: number) => boolean {
  const { columns, slices } = results;
  const status = columns.value.get('status') as readonly (string | null)[] | undefined;
  const variants = variant === undefined ? undefined : columns.value.get('variant');
  const axes = axesOf(results);
  const cut = othersOf(results).flatMap((name) => {
    const level = slices.value[name];
    const axis = axes.get(name);
    return axis && level !== undefined ? [{ axis, level }] : [];
  });
  return (run) =>
    status?.[run] != null &&
    (!variants || variants[run] === variant) &&
    cut.every(({ axis, level }) => axis.levelOf[run] === level);
}
