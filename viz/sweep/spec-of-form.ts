import { columnTitle, drawnEntries, type EntryForm, namedEntries, type PlanForm, typedNumber } from './form.ts';
import { valuesIn } from './values-text.ts';

/** The sweep that the fields say, whatever is wrong with it. @param scenario an id of the catalogue, or the scenario itself. */
export function specOf(form: PlanForm, scenario: unknown): Record<string, unknown> {
  const { variants } = form;
  return {
    format: 'foedus-sweep/1',
    scenario,
    vary: namedEntries(form).map(entrySpec),
    design: designSpec(form),
    replicates: typedNumber(form.replicates) ?? '',
    seed: typedNumber(form.seed) ?? '',
    ...(!form.isCommon && { commonRandomNumbers: false }),
    ...(variants.length > 0 && { interventions: variants.map(({ name, list }) => ({ name, list })) }),
    ...(!form.isEverything && { measure: measureOf(form) }),
    ...(form.stop.trim() !== '' && { stop: form.stop }),
    ...(form.seconds.trim() !== '' && { limits: { seconds: typedNumber(form.seconds) } }),
    ...(form.runsPerShard.trim() !== '' && { runsPerShard: typedNumber(form.runsPerShard) }),
  };
}

/** The texts of the files that the sweep of the fields names. */
export const namedTexts = ({ design, points }: Pick<PlanForm, 'design' | 'points'>): Record<string, string> =>
  design === 'points' && points?.kind === 'csv' ? { [points.file]: points.text } : {};

function measureOf({ end, windows, every, hasFacts, analyses }: PlanForm): Record<string, unknown> {
  return {
    end: [...end],
    ...(windows.length > 0 && {
      windows: windows.map(({ name, of, from, to, take }) => ({
        name: name.trim(),
        of: of.trim(),
        from: typedNumber(from) ?? '',
        ...(to.trim() !== '' && { to: typedNumber(to) }),
        take,
      })),
    }),
    ...(every.names.length > 0 && { every: { ticks: typedNumber(every.ticks) ?? '', names: [...every.names] } }),
    ...(hasFacts && { facts: true }),
    ...(analyses.length > 0 && { analyses: [...analyses] }),
  };
}

function designSpec(form: PlanForm): Record<string, unknown> {
  const { design: kind, size, levels, points } = form;
  if (kind === 'full') return { kind };
  if (kind === 'points') {
    if (!points) return { kind };
    return points.kind === 'csv' ? { kind, file: points.file } : { kind, points: rowsOf(form, points) };
  }
  return { kind, size: typedNumber(size) ?? '', ...(kind === 'morris' && { levels: typedNumber(levels) ?? '' }) };
}

/** The points of a sweep with the columns of the entries that are there now, in their order. */
function rowsOf(form: PlanForm, { keys, rows }: Extract<PlanForm['points'], { kind: 'rows' }>) {
  const wanted = drawnEntries(form).map(({ key }) => keys.indexOf(key));
  if (wanted.length === keys.length && wanted.every((place, k) => place === k)) return rows;
  const places = wanted.filter((place) => place >= 0);
  return rows.map((row) => places.map((place) => row[place]!));
}

function entrySpec(entry: EntryForm): Record<string, unknown> {
  const { path, as, kind, isWhole } = entry;
  const head = {
    path: path.trim(),
    ...(as.trim() !== '' && { as: columnTitle(entry) }),
    ...(isWhole !== undefined && { whole: isWhole }),
  };
  switch (kind) {
    case 'values':
      return { ...head, values: valuesIn(entry.values) };
    case 'range':
      return {
        ...head,
        from: typedNumber(entry.from) ?? '',
        to: typedNumber(entry.to) ?? '',
        ...(entry.steps.trim() !== '' && { steps: typedNumber(entry.steps) }),
        ...(entry.scale && { scale: entry.scale }),
      };
    case 'distribution':
      return { ...head, distribution: distributionSpec(entry) };
    case 'expression':
      return { ...head, expression: entry.expression };
  }
}

function distributionSpec({ distribution: kind, from, to, mean, sd, mode }: EntryForm): Record<string, unknown> {
  const ends = { from: typedNumber(from), to: typedNumber(to) };
  switch (kind) {
    case 'normal':
      return { kind, mean: typedNumber(mean) ?? '', sd: typedNumber(sd) ?? '', ...present(ends) };
    case 'triangular':
      return { kind, ...filled(ends), mode: typedNumber(mode) ?? '' };
    default:
      return { kind, ...filled(ends) };
  }
}

const present = (ends: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ends).filter(([, value]) => value !== undefined));

const filled = (ends: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ends).map(([key, value]) => [key, value ?? '']));
