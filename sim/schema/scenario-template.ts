import { Id, LIMITS, Text } from './common.ts';
import { conform } from './conform.ts';
import { hint, type Path, type ReportFault, shown } from './fault.ts';
import { checkParameters, Parameter } from './parameter.ts';

// A scenario may be written as a template: {"parameter": "p"} in place of a value takes the value of the parameter p, and an actor
// with `copies` stands for so many actors. A template is expanded once, before anything else reads it: the engine knows only plain
// scenarios.

type Values = ReadonlyMap<string, number | readonly number[]>;
interface Expansion {
  values: Values;
  report: ReportFault;
  /** The copy being expanded: a list of values stands for its element of that number. */
  copy: number;
}

/** Expands a scenario template to a plain scenario; any other input, and a template of more than a scenario may hold, is returned unchanged. */
export function expandTemplate(input: unknown, report: ReportFault): unknown {
  if (!isObject(input) || !isObject(input.parameters)) return input;
  for (const [name, given] of Object.entries(input.parameters)) {
    const parameter = conform(Parameter, given, report, ['parameters', name]);
    if (parameter !== undefined) checkParameters([[name, parameter]], [], report);
  }
  const expansion: Expansion = { values: valuesOf(input.parameters), report, copy: -1 };
  const counts = Array.isArray(input.actors)
    ? input.actors.map((actor, k) => copiesOf(actor, expansion, ['actors', k]))
    : [];
  if (!fitsExpanded(input, counts, expansion)) return input;
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input))
    plain[key] =
      key === 'parameters'
        ? value
        : key === 'actors' && Array.isArray(value)
          ? value.flatMap((actor, k) => copies(actor, counts[k], expansion, ['actors', k]))
          : resolve(value, expansion, [key]);
  return plain;
}

/** Whether a template stands for no more than a scenario may hold that is written out. Counted, since it may be far too much to make. */
function fitsExpanded(
  input: Record<string, unknown>,
  counts: readonly (number | undefined)[],
  { values, report }: Expansion,
): boolean {
  const actors = counts.reduce<number>((sum, count) => sum + (count ?? 1), 0);
  if (counts.some((count) => count !== undefined) && actors > LIMITS.actors) {
    report(['actors'], `they stand for ${actors} actors, more than ${LIMITS.actors}`);
    return false;
  }
  const size: ExpandedSize = { values: 0, characters: 0 };
  for (const [key, value] of Object.entries(input)) {
    if (key !== 'actors' || !Array.isArray(value)) measure(value, 1, values, size);
    else for (const [k, actor] of value.entries()) measure(actor, counts[k] ?? 1, values, size);
  }
  if (size.values > LIMITS.values) report([], `written out it holds ${size.values} values, more than ${LIMITS.values}`);
  else if (size.characters > LIMITS.bytes) report([], `written out it is larger than ${LIMITS.bytes / 1024 / 1024} MB`);
  else return true;
  return false;
}

interface ExpandedSize {
  values: number;
  characters: number;
}

/** Adds what a value stands for, so many times. Of a copy, a list of values is one of them. */
function measure(value: unknown, times: number, lists: Values, size: ExpandedSize): void {
  size.values += times;
  if (typeof value === 'string') size.characters += times * value.length;
  if (Array.isArray(value)) for (const entry of value) measure(entry, times, lists, size);
  else if (isObject(value)) {
    const keys = Object.keys(value);
    const isReference = keys.length === 1 && keys[0] === 'parameter';
    const list = isReference && times === 1 ? lists.get(String(value.parameter)) : undefined;
    if (typeof list === 'object') size.values += list.length;
    for (const key of keys) {
      size.characters += times * key.length;
      measure(value[key], times, lists, size);
    }
  }
}

function valuesOf(parameters: Record<string, unknown>): Values {
  return new Map(
    Object.entries(parameters).map(([name, parameter]) => {
      const value = isObject(parameter) ? parameter.value : parameter;
      // A parameter that is no number is reported once itself, not wherever it is used.
      return [name, typeof value === 'number' || isNumbers(value) ? value : 1];
    }),
  );
}

/** How many actors one entry stands for: 0 where what it says is no such number, undefined where it does not say. */
function copiesOf(actor: unknown, expansion: Expansion, at: Path): number | undefined {
  if (!isObject(actor) || !('copies' in actor)) return undefined;
  const found = resolve(actor.copies, expansion, [...at, 'copies']);
  const count = isNumbers(found) ? found.length : found;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= LIMITS.actors) return count;
  expansion.report([...at, 'copies'], `expected a whole number from 1 to ${LIMITS.actors}, got ${shown(count)}`);
  return 0;
}

/** The actors that one entry stands for, numbered from 1 where it says how many. */
function copies(actor: unknown, count: number | undefined, expansion: Expansion, at: Path): unknown[] {
  if (!isObject(actor) || count === undefined) return [resolve(actor, expansion, at)];
  const { copies: _, ...pattern } = actor;
  // One sentence about the pattern, not one about each copy.
  const id = conform(Id, pattern.id, expansion.report, [...at, 'id']);
  const name = conform(Text.min(1), pattern.name, expansion.report, [...at, 'name']);
  if (id === undefined || name === undefined) return [];
  return Array.from({ length: count }, (_, copy) => {
    const one = resolve(pattern, { ...expansion, copy }, at) as Record<string, unknown>;
    return { ...one, id: `${id}${copy + 1}`, name: `${name} ${copy + 1}` };
  });
}

function resolve(value: unknown, expansion: Expansion, at: Path): unknown {
  if (Array.isArray(value)) return value.map((entry, k) => resolve(entry, expansion, [...at, k]));
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === 'parameter') return lookUp(value.parameter, expansion, at);
  return Object.fromEntries(keys.map((key) => [key, resolve(value[key], expansion, [...at, key])]));
}

function lookUp(name: unknown, { values, report, copy }: Expansion, at: Path): unknown {
  const value = values.get(String(name));
  if (value === undefined) {
    report(at, `unknown parameter ${shown(name)}${hint(String(name).slice(0, 64), values.keys())}`);
    return 0;
  }
  if (typeof value === 'number' || copy < 0 || at.at(-1) === 'copies') return value;
  return value[copy];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((x) => typeof x === 'number');
