import type { SweepChoices } from '../../sim/experiment/sweep/choices.ts';
import { columnTitle, drawnEntries, type EntryForm, emptyEntry, type PlanForm, type PointsForm } from './form.ts';
import { valuesText } from './values-text.ts';

/** More lines than these are for the command: the page looks at a file again whenever the plan changes. */
const MOST_POINTS = 1_000_000;
/** Different numbers that a list of values still names one by one. */
const MOST_LISTED = 20;

type Csv = Extract<PointsForm, { kind: 'csv' }>;
type Column = readonly (number | string | boolean | readonly number[])[];

/** A CSV of points as a person chose it, and the values of its columns. What cannot be read is for the check to say. */
export async function readPointsFile(
  file: string,
  text: string,
): Promise<{ points: Csv; columns: Map<string, Column> }> {
  const { readPointColumns } = await import('../../formats/sweep/points-csv.ts');
  try {
    const { columns, count } = readPointColumns(text, MOST_POINTS);
    return { points: { kind: 'csv', file, text, columns: [...columns.keys()], count }, columns };
  } catch {
    return { points: { kind: 'csv', file, text, columns: [], count: 0 }, columns: new Map() };
  }
}

/** Entries for the columns that none has yet and whose names are paths of the scenario, or its declared parameters. */
export function entriesOfColumns(
  columns: ReadonlyMap<string, Column>,
  form: PlanForm,
  choices: SweepChoices | undefined,
): EntryForm[] {
  const taken = new Set(form.entries.map(columnTitle));
  const paths = new Set(choices?.vary.map(({ path }) => path));
  return [...columns].flatMap(([name, values]) => {
    if (taken.has(name)) return [];
    const parameter = `parameters.${name}`;
    // A path that is not in the list may still be one: the check says so if it is none.
    if (paths.has(name) || /^[\w-]+[.[]/.test(name)) return [{ ...emptyEntry(name), ...startOfColumn(values) }];
    return paths.has(parameter) ? [{ ...emptyEntry(parameter), as: name, ...startOfColumn(values) }] : [];
  });
}

/** What an entry says should it vary otherwise some day: the values of its column, or their range. */
function startOfColumn(values: Column): Partial<EntryForm> {
  const numbers = values.filter((value) => typeof value === 'number');
  const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  if (numbers.length < values.length || distinct.length <= MOST_LISTED) {
    const listed = distinct.slice(0, MOST_LISTED) as Parameters<typeof valuesText>[0];
    return { kind: 'values', values: valuesText(listed) };
  }
  const [least, most] = numbers.reduce(
    ([low, high], x) => [Math.min(low, x), Math.max(high, x)],
    [Infinity, -Infinity],
  );
  return { kind: 'range', from: String(least), to: String(most), steps: '5' };
}

/** How the columns of a file and what varies fit together. */
export interface ColumnMatch {
  /** Each column, with the path that it sets; undefined where nothing that varies is called so. */
  columns: readonly { name: string; path: string | undefined }[];
  /** What varies and has no column. */
  missing: readonly string[];
}

export function matchColumns({ columns }: Csv, form: PlanForm): ColumnMatch {
  const drawn = drawnEntries(form);
  return {
    columns: columns.map((name) => ({ name, path: drawn.find((entry) => columnTitle(entry) === name)?.path })),
    missing: drawn.map(columnTitle).filter((name) => !columns.includes(name)),
  };
}
