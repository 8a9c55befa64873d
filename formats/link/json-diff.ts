// Differences between two plain JSON values. List elements are identified by their ids where they have them, so that a change to
// one actor stays valid after another is inserted before it.

/** A key of an object; in a list the id of an element, or its index. */
export type JsonStep = string | number;
/** The new value at a path; without a value, the path is removed. */
export type JsonChange = readonly [path: readonly JsonStep[], value?: unknown];

type Plain = Record<string, unknown>;

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (entry: unknown): string | undefined =>
  isObject(entry) && typeof entry.id === 'string' ? entry.id : undefined;

/** The ids of a list’s elements, if all have distinct ids. */
function idsOf(list: readonly unknown[]): string[] | undefined {
  const ids = list.map(idOf);
  return ids.every((id) => id !== undefined) && new Set(ids).size === ids.length ? ids : undefined;
}

/** The changes that turn `before` into `after`, both plain JSON values; `patched` applies them. */
export function differences(before: unknown, after: unknown): JsonChange[] {
  const changes: JsonChange[] = [];
  compare(before, after, [], changes);
  return changes;
}

function compare(before: unknown, after: unknown, path: readonly JsonStep[], changes: JsonChange[]): void {
  if (before === after) return;
  if (isObject(before) && isObject(after)) compareObjects(before, after, path, changes);
  else if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, path, changes);
  else changes.push([path, after]);
}

function compareObjects(before: Plain, after: Plain, path: readonly JsonStep[], changes: JsonChange[]): void {
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) changes.push([[...path, key]]);
  for (const [key, value] of Object.entries(after))
    if (Object.hasOwn(before, key)) compare(before[key], value, [...path, key], changes);
    else changes.push([[...path, key], value]);
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly JsonStep[],
  changes: JsonChange[],
): void {
  const [old, now] = [idsOf(before), idsOf(after)];
  if (old && now && keepsOrder(old, now)) compareNamed(before, after, path, changes);
  else if (before.length === after.length && !old && !now)
    for (const [k, value] of after.entries()) compare(before[k], value, [...path, k], changes);
  else changes.push([path, after]);
}

/** Kept elements must stay in their old order, and new ones must follow them. */
function keepsOrder(old: readonly string[], now: readonly string[]): boolean {
  const [was, is] = [new Set(old), new Set(now)];
  const expected = [...old.filter((id) => is.has(id)), ...now.filter((id) => !was.has(id))];
  return expected.every((id, k) => id === now[k]);
}

function compareNamed(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly JsonStep[],
  changes: JsonChange[],
): void {
  const old = new Map(before.map((entry) => [idOf(entry)!, entry]));
  const now = new Map(after.map((entry) => [idOf(entry)!, entry]));
  for (const id of old.keys()) if (!now.has(id)) changes.push([[...path, id]]);
  for (const [id, entry] of now)
    if (old.has(id)) compare(old.get(id), entry, [...path, id], changes);
    else changes.push([[...path, id], entry]);
}

/**
 * A copy of `before` with the changes, which are untrusted, applied.
 * @throws {Error} a sentence, for a path that does not exist or a key that every object already has.
 */
export function patched(before: unknown, changes: readonly JsonChange[]): unknown {
  return changes.reduce<unknown>((value, change) => put(value, change, 0), before);
}

function put(here: unknown, change: JsonChange, depth: number): unknown {
  const [path, value] = change;
  if (depth === path.length) return value;
  const step = path[depth]!;
  const isLast = depth === path.length - 1;
  if (isLast && change.length === 1) return without(here, path, step);
  if (Array.isArray(here)) {
    const at = placeIn(here, step);
    const isNew = isLast && at < 0 && typeof step === 'string' && idOf(value) === step;
    if (at < 0 && !isNew) throw noSuchPlace(path, depth);
    return isNew ? [...here, value] : here.map((entry, k) => (k === at ? put(entry, change, depth + 1) : entry));
  }
  if (!isObject(here) || typeof step !== 'string') throw noSuchPlace(path, depth);
  if (step in {}) throw new Error(`the key "${step}" is reserved`);
  if (!isLast && !Object.hasOwn(here, step)) throw noSuchPlace(path, depth);
  return { ...here, [step]: put(here[step], change, depth + 1) };
}

function without(here: unknown, path: readonly JsonStep[], step: JsonStep): unknown {
  if (Array.isArray(here)) {
    const at = placeIn(here, step);
    if (at >= 0) return here.filter((_, k) => k !== at);
  } else if (isObject(here) && typeof step === 'string' && Object.hasOwn(here, step)) {
    const { [step]: _, ...rest } = here;
    return rest;
  }
  throw noSuchPlace(path, path.length - 1);
}

/** Index of an element, below 0 if there is none. */
function placeIn(list: readonly unknown[], step: JsonStep): number {
  if (typeof step === 'string') return list.findIndex((entry) => idOf(entry) === step);
  return Number.isInteger(step) && step >= 0 && step < list.length ? step : -1;
}

function noSuchPlace(path: readonly JsonStep[], depth: number): Error {
  const text = path
    .slice(0, depth + 1)
    .map((step) => String(step).slice(0, 40))
    .join('.');
  return new Error(`there is no path ${JSON.stringify(text.slice(0, 120))} in it`);
}
