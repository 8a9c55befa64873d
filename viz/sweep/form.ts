import type { SweepValue, Vary, VaryDistribution, WholeSpec } from '../../sim/experiment/sweep/spec.ts';
import { valuesIn, valuesText } from './values-text.ts';

/** How an entry varies. */
export const ENTRY_KINDS = ['values', 'range', 'distribution', 'expression'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const DISTRIBUTIONS = ['uniform', 'loguniform', 'normal', 'triangular'] as const;

/** One thing that varies, as it stands in its fields. Numbers are texts: what is none is for the check to name. */
export interface EntryForm {
  /** Of its card; it stays when others come or go. */
  key: number;
  path: string;
  as: string;
  kind: EntryKind;
  values: string;
  from: string;
  to: string;
  steps: string;
  isLog: boolean;
  isWhole: boolean;
  distribution: VaryDistribution['kind'];
  mean: string;
  sd: string;
  mode: string;
  expression: string;
}

export type DesignKind = WholeSpec['design']['kind'];

/** A sweep as it stands in the fields of the screen. */
export interface PlanForm {
  entries: readonly EntryForm[];
  design: DesignKind;
  size: string;
  levels: string;
  replicates: string;
  seed: string;
  isCommon: boolean;
  /** Whether every metric is measured at the end, and nothing else. */
  isEverything: boolean;
  /** Names of metrics. */
  end: readonly string[];
  /** Reporters and keys of analyses, with commas between them. */
  reporters: string;
  analyses: string;
  hasFacts: boolean;
  variants: readonly { name: string; list: readonly unknown[] }[];
  stop: string;
  seconds: string;
  runsPerShard: string;
  /** What a file says for which there are no fields. */
  kept: {
    points?: readonly (readonly SweepValue[])[] | undefined;
    windows?: NonNullable<WholeSpec['measure']>['windows'] | undefined;
    every?: NonNullable<WholeSpec['measure']>['every'] | undefined;
  };
}

export const emptyForm = (): PlanForm => ({
  entries: [],
  design: 'full',
  size: '64',
  levels: '4',
  replicates: '20',
  seed: '1',
  isCommon: true,
  isEverything: true,
  end: [],
  reporters: '',
  analyses: '',
  hasFacts: false,
  variants: [],
  stop: '',
  seconds: '',
  runsPerShard: '',
  kept: {},
});

let keys = 0;

export const emptyEntry = (path = ''): EntryForm => ({
  key: ++keys,
  path,
  as: '',
  kind: 'range',
  values: '',
  from: '0',
  to: '1',
  steps: '5',
  isLog: false,
  isWhole: false,
  distribution: 'uniform',
  mean: '',
  sd: '',
  mode: '',
  expression: '',
});

/** A number as it was typed; what is none stays a text, so that the check says what is wrong with it. */
const numberIn = (text: string): number | string | undefined => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : trimmed;
};

/** The number that stands in a field; undefined for anything else. */
export const numberOf = (text: string): number | undefined => {
  const value = numberIn(text);
  return typeof value === 'number' ? value : undefined;
};

/** Entries that name something: an empty card is no part of the sweep yet. */
export const namedEntries = (form: PlanForm): readonly EntryForm[] =>
  form.entries.filter(({ path }) => path.trim() !== '');

/** The sweep that the fields say, whatever is wrong with it. @param scenario an id of the catalogue, or the scenario itself. */
export function specOf(form: PlanForm, scenario: unknown): Record<string, unknown> {
  const { variants } = form;
  return {
    format: 'foedus-sweep/1',
    scenario,
    vary: namedEntries(form).map(entrySpec),
    design: designSpec(form),
    replicates: numberIn(form.replicates) ?? '',
    seed: numberIn(form.seed) ?? '',
    ...(!form.isCommon && { commonRandomNumbers: false }),
    ...(variants.length > 0 && { interventions: variants.map(({ name, list }) => ({ name, list })) }),
    ...(!form.isEverything && { measure: measureOf(form) }),
    ...(form.stop.trim() !== '' && { stop: form.stop.trim() }),
    ...(form.seconds.trim() !== '' && { limits: { seconds: numberIn(form.seconds) } }),
    ...(form.runsPerShard.trim() !== '' && { runsPerShard: numberIn(form.runsPerShard) }),
  };
}

/** Parts of a field between commas or spaces. */
const namesIn = (text: string): string[] => text.split(/[,;\s]+/).filter(Boolean);

function measureOf({ end, reporters, hasFacts, analyses, kept }: PlanForm): Record<string, unknown> {
  const { windows, every } = kept;
  const keys = namesIn(analyses);
  return {
    end: [...end, ...namesIn(reporters)],
    ...(windows && { windows }),
    ...(every && { every }),
    ...(hasFacts && { facts: true }),
    ...(keys.length > 0 && { analyses: keys }),
  };
}

/** Whether a name is that of a metric, rather than of a reporter, which says what it reports on behind colons. */
const isMetric = (name: string): boolean =>
  /^[A-Za-z]+$/.test(name) && !['pairYears', 'lives', 'deadlocks'].includes(name);

function designSpec({ design, size, levels, kept }: PlanForm): Record<string, unknown> {
  if (design === 'full') return { kind: design };
  if (design === 'points') return { kind: design, points: kept.points };
  return { kind: design, size: numberIn(size) ?? '', ...(design === 'morris' && { levels: numberIn(levels) ?? '' }) };
}

function entrySpec(entry: EntryForm): Record<string, unknown> {
  const { path, as, kind, isWhole } = entry;
  const head = { path: path.trim(), ...(as.trim() !== '' && { as: as.trim() }), ...(isWhole && { whole: true }) };
  switch (kind) {
    case 'values':
      return { ...head, values: valuesIn(entry.values) };
    case 'range':
      return {
        ...head,
        from: numberIn(entry.from) ?? '',
        to: numberIn(entry.to) ?? '',
        ...(entry.steps.trim() !== '' && { steps: numberIn(entry.steps) }),
        ...(entry.isLog && { scale: 'log' }),
      };
    case 'distribution':
      return { ...head, distribution: distributionSpec(entry) };
    case 'expression':
      return { ...head, expression: entry.expression.trim() };
  }
}

function distributionSpec({ distribution: kind, from, to, mean, sd, mode }: EntryForm): Record<string, unknown> {
  const ends = { from: numberIn(from), to: numberIn(to) };
  switch (kind) {
    case 'normal':
      return { kind, mean: numberIn(mean) ?? '', sd: numberIn(sd) ?? '', ...present(ends) };
    case 'triangular':
      return { kind, ...filled(ends), mode: numberIn(mode) ?? '' };
    default:
      return { kind, ...filled(ends) };
  }
}

const present = (ends: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ends).filter(([, value]) => value !== undefined));

const filled = (ends: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ends).map(([key, value]) => [key, value ?? '']));

/** The fields of a sweep that was checked. */
export function formOf(spec: Omit<WholeSpec, 'scenario'>): PlanForm {
  const { design, measure, interventions, limits, runsPerShard, stop } = spec;
  const blank = emptyForm();
  return {
    entries: spec.vary.map(entryForm),
    design: design.kind,
    size: 'size' in design ? String(design.size) : blank.size,
    levels: 'levels' in design ? String(design.levels) : blank.levels,
    replicates: String(spec.replicates),
    seed: String(spec.seed),
    isCommon: spec.commonRandomNumbers,
    isEverything: measure === undefined,
    end: measure?.end.filter(isMetric) ?? [],
    reporters: measure?.end.filter((name) => !isMetric(name)).join(', ') ?? '',
    analyses: measure?.analyses.join(', ') ?? '',
    hasFacts: measure?.facts ?? false,
    variants: interventions ?? [],
    stop: stop ?? '',
    seconds: limits.seconds === undefined ? '' : String(limits.seconds),
    runsPerShard: runsPerShard === undefined ? '' : String(runsPerShard),
    kept: {
      points: design.kind === 'points' ? design.points : undefined,
      windows: measure && measure.windows.length > 0 ? measure.windows : undefined,
      every: measure?.every,
    },
  };
}

function entryForm(entry: Vary): EntryForm {
  const blank = emptyEntry(entry.path);
  const head = { ...blank, as: entry.as ?? '', isWhole: entry.whole ?? false };
  if ('values' in entry) return { ...head, kind: 'values', values: valuesText(entry.values) };
  if ('expression' in entry) return { ...head, kind: 'expression', expression: entry.expression };
  if ('distribution' in entry) {
    const { distribution: given } = entry;
    const ends = { from: textOf(given.from), to: textOf(given.to) };
    const own = given.kind === 'normal' ? { mean: String(given.mean), sd: String(given.sd) } : {};
    const mode = given.kind === 'triangular' ? { mode: String(given.mode) } : {};
    return { ...head, kind: 'distribution', distribution: given.kind, ...ends, ...own, ...mode };
  }
  const { from, to, steps, scale } = entry;
  return { ...head, kind: 'range', from: String(from), to: String(to), steps: textOf(steps), isLog: scale === 'log' };
}

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value));
