import { LIMITS } from './common.ts';
import { conform } from './conform.ts';
import { hint, type Path, type ReportFault } from './fault.ts';
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

/** Expands a scenario template to a plain scenario; any other input is returned unchanged. */
export function expandTemplate(input: unknown, report: ReportFault): unknown {
  if (!isObject(input) || !isObject(input.parameters)) return input;
  for (const [name, given] of Object.entries(input.parameters)) {
    const parameter = conform(Parameter, given, report, ['parameters', name]);
    if (parameter !== undefined) checkParameters([[name, parameter]], [], report);
  }
  const expansion: Expansion = { values: valuesOf(input.parameters), report, copy: -1 };
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input))
    plain[key] =
      key === 'parameters'
        ? value
        : key === 'actors' && Array.isArray(value)
          ? value.flatMap((actor, k) => copies(actor, expansion, ['actors', k]))
          : resolve(value, expansion, [key]);
  return plain;
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

/** The actors that one entry stands for, numbered from 1 where it says how many. */
function copies(actor: unknown, expansion: Expansion, at: Path): unknown[] {
  if (!isObject(actor) || !('copies' in actor)) return [resolve(actor, expansion, at)];
  const { copies: wanted, ...pattern } = actor;
  const found = resolve(wanted, expansion, [...at, 'copies']);
  const count = isNumbers(found) ? found.length : found;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > LIMITS.actors) {
    expansion.report(
      [...at, 'copies'],
      `expected a whole number from 1 to ${LIMITS.actors}, got ${JSON.stringify(count)}`,
    );
    return [];
  }
  return Array.from({ length: count }, (_, copy) => {
    const one = resolve(pattern, { ...expansion, copy }, at) as Record<string, unknown>;
    return { ...one, id: `${one.id}${copy + 1}`, name: `${one.name} ${copy + 1}` };
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
    report(at, `unknown parameter "${String(name)}"${hint(String(name), [...values.keys()])}`);
    return 0;
  }
  if (typeof value === 'number' || copy < 0 || at.at(-1) === 'copies') return value;
  return value[copy];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((x) => typeof x === 'number');
