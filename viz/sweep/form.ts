import type { SweepValue, VaryDistribution, WholeSpec } from '../../sim/experiment/sweep/spec.ts';

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
  /** As the file says it; undefined where it says nothing, which is the same as linear. */
  scale: 'linear' | 'log' | undefined;
  /** The same; undefined is the same as false. */
  isWhole: boolean | undefined;
  distribution: VaryDistribution['kind'];
  mean: string;
  sd: string;
  mode: string;
  expression: string;
}

export type DesignKind = WholeSpec['design']['kind'];

/** Points of a file: a CSV as it was chosen, or those that a sweep holds itself, each column of the entry with that key. */
export type PointsForm =
  | { kind: 'csv'; file: string; text: string; columns: readonly string[]; count: number }
  | { kind: 'rows'; keys: readonly number[]; rows: readonly SweepValue[][] };

type Measured = NonNullable<WholeSpec['measure']>;

/** What is taken of a window; all that a sweep may say. */
export const WINDOW_TAKES = [
  'mean',
  'min',
  'max',
  'sum',
  'first',
  'last',
] as const satisfies readonly Measured['windows'][number]['take'][];

/** A metric over years of the run. */
export interface WindowForm {
  /** Of its card; it stays when others come or go. */
  key: number;
  name: string;
  of: string;
  from: string;
  to: string;
  take: (typeof WINDOW_TAKES)[number];
}

/** A sweep as it stands in the fields of the screen. */
export interface PlanForm {
  entries: readonly EntryForm[];
  design: DesignKind;
  size: string;
  levels: string;
  replicates: string;
  seed: string;
  isCommon: boolean;
  points: PointsForm | undefined;
  /** Whether every metric is measured at the end, and nothing else. */
  isEverything: boolean;
  /** Metrics and reporters, in the order of their columns. */
  end: readonly string[];
  windows: readonly WindowForm[];
  /** Metrics of every so many ticks; none where there is no name. */
  every: { ticks: string; names: readonly string[] };
  analyses: readonly string[];
  hasFacts: boolean;
  variants: readonly { name: string; list: readonly unknown[] }[];
  stop: string;
  seconds: string;
  runsPerShard: string;
}

export const emptyForm = (): PlanForm => ({
  entries: [],
  design: 'full',
  size: '64',
  levels: '4',
  replicates: '20',
  seed: '1',
  isCommon: true,
  points: undefined,
  isEverything: true,
  end: [],
  windows: [],
  every: { ticks: '1', names: [] },
  analyses: [],
  hasFacts: false,
  variants: [],
  stop: '',
  seconds: '',
  runsPerShard: '',
});

let keys = 0;

export const emptyWindow = (): WindowForm => ({ key: ++keys, name: '', of: '', from: '0', to: '', take: 'mean' });

export const emptyEntry = (path = ''): EntryForm => ({
  key: ++keys,
  path,
  as: '',
  kind: 'range',
  values: '',
  from: '0',
  to: '1',
  steps: '5',
  scale: undefined,
  isWhole: undefined,
  distribution: 'uniform',
  mean: '',
  sd: '',
  mode: '',
  expression: '',
});

/** A number as it was typed; what is none stays a text, so that the check says what is wrong with it. */
export const typedNumber = (text: string): number | string | undefined => {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : trimmed;
};

/** The number that stands in a field; undefined for anything else. */
export const numberOf = (text: string): number | undefined => {
  const value = typedNumber(text);
  return typeof value === 'number' ? value : undefined;
};

/** Entries that name something: an empty card is no part of the sweep yet. */
export const namedEntries = (form: Pick<PlanForm, 'entries'>): readonly EntryForm[] =>
  form.entries.filter(({ path }) => path.trim() !== '');

/** Entries whose values a design draws, or a file of points has. */
export const drawnEntries = (form: Pick<PlanForm, 'entries'>): readonly EntryForm[] =>
  namedEntries(form).filter(({ kind }) => kind !== 'expression');

/** What the column of an entry is called. */
export const columnTitle = ({ as, path }: Pick<EntryForm, 'as' | 'path'>): string => as.trim() || path.trim();
