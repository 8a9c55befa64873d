import { PHASE_CATALOGUES } from '../mechanisms/index.ts';
import { expected, expectedAt } from '../schema/expectation.ts';
import { collectFaults, type Fault, hint, pathText, type ReportFault, shown } from '../schema/fault.ts';
import { Scenario } from '../schema/scenario.ts';
import { parseJson } from './json.ts';

/** A list element is identified by its id; mechanisms, which have none, by their name. */
const nameOf = (entry: unknown): string | undefined => {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { id, name } = entry as { id?: unknown; name?: unknown };
  return typeof id === 'string' ? id : id === undefined && typeof name === 'string' ? name : undefined;
};

/** A described parameter keeps its description and range: only its value is set. */
const isDescribedParameter = (walked: readonly Step[], here: unknown, value: unknown): here is { value: unknown } =>
  walked.length === 2 &&
  walked[0] === 'parameters' &&
  typeof here === 'object' &&
  here !== null &&
  'value' in here &&
  (typeof value !== 'object' || Array.isArray(value));

/** A single number where a list stood becomes a list of one. */
const fitting = (before: unknown, value: unknown): unknown =>
  Array.isArray(before) && typeof value === 'number' ? [value] : value;

type Outcome = { input: unknown } | { fault: Fault };
type Step = string | number;

/** One change: its path, its value, and the fault that stopped it. */
interface Errand {
  root: unknown;
  steps: readonly Step[];
  value: unknown;
  report: ReportFault;
}

/**
 * A copy of a raw scenario with one value set: `actors.us.resources.gdp`, `actors[3].loyalty`, `parameters.p`,
 * `mechanisms.realign.moves.parameters.word`, `dyads.us.uk.trust`. `check` decides whether the value is valid, since it knows every
 * default.
 */
export function setValue(input: unknown, path: string, value: unknown): Outcome {
  const read = stepsOf(path);
  const example = 'actors.us.loyalty or actors[3].loyalty';
  if (!read) return { fault: { path: '', message: `${shown(path)} is not a path such as ${example}` } };
  const { root, steps } = ofPair(withStandardMechanisms(input, read), read);
  const { faults, report } = collectFaults();
  const changed = put({ root, steps, value, report }, root, []);
  return faults[0] ? { fault: faults[0] } : { input: changed };
}

/** The same with a value as a person types it: JSON, or else a string. */
export const setPath = (input: unknown, path: string, text: string): Outcome => setValue(input, path, parsed(text));

const recordOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

/** What a path goes through is written out, where the scenario leaves it to the defaults: so the path finds it. */
function withStandardMechanisms(input: unknown, [room, phase, name, , key, ...rest]: readonly Step[]): unknown {
  const scenario = recordOf(input);
  if (!scenario || room !== 'mechanisms' || !Object.hasOwn(PHASE_CATALOGUES, String(phase))) return input;
  const { standard, others } = PHASE_CATALOGUES[phase as keyof typeof PHASE_CATALOGUES];
  const chosen = recordOf(scenario.mechanisms) ?? {};
  const list = Object.hasOwn(chosen, phase!) ? chosen[phase!] : standard.map((mechanism) => ({ name: mechanism.name }));
  // A group of parameters, such as weights, is completed by its own defaults.
  const defaults = recordOf(
    [...standard, ...others].find((mechanism) => mechanism.name === name)?.params.safeParse({}).data,
  );
  const isGroup = rest.length > 0 && recordOf(defaults?.[key!]) !== undefined;
  const completed = (entry: unknown): unknown => {
    const mechanism = recordOf(entry);
    const parameters = recordOf(mechanism?.parameters ?? {});
    if (mechanism?.name !== name || !parameters || Object.hasOwn(parameters, key!)) return entry;
    return { ...mechanism, parameters: { ...parameters, [key!]: {} } };
  };
  const written = isGroup && Array.isArray(list) ? list.map(completed) : list;
  return { ...scenario, mechanisms: { ...chosen, [phase!]: written } };
}

/**
 * Two actors' ids name what the first has toward the second. A mutual dyad is of both, whichever stands first in it. Where the
 * scenario has no such dyad, it gets one: mutual, unless it has the other direction apart.
 */
function ofPair(input: unknown, steps: readonly Step[]): { root: unknown; steps: readonly Step[] } {
  const [room, from, to, field, ...rest] = steps;
  const scenario = recordOf(input);
  const isPair = typeof from === 'string' && typeof to === 'string' && !/^\d+$/.test(from) && field !== undefined;
  if (!scenario || room !== 'dyads' || !isPair) return { root: input, steps };
  const dyads: unknown[] = Array.isArray(scenario.dyads) ? scenario.dyads : [];
  const joins = (dyad: unknown, a: Step, b: Step): boolean => recordOf(dyad)?.from === a && recordOf(dyad)?.to === b;
  const isMutual = (dyad: unknown): boolean => recordOf(dyad)?.mutual !== false;
  const has = (dyad: unknown): boolean => Object.hasOwn(recordOf(dyad)!, field);
  const opposite = dyads.filter((dyad) => joins(dyad, to, from) && !isMutual(dyad));
  const isProximity = field === 'proximity';
  const isApart = !isProximity && opposite.some(has);
  const fits = (dyad: unknown): boolean =>
    (joins(dyad, from, to) && !(isApart && isMutual(dyad))) ||
    (joins(dyad, to, from) && (isMutual(dyad) ? !isApart : isProximity));
  const given = dyads.findIndex((dyad) => fits(dyad) && has(dyad));
  const at = given >= 0 ? given : dyads.findIndex(fits);
  if (at >= 0) return { root: input, steps: [room, at, field, ...rest] };
  const added = { from, to, ...(opposite.length > 0 && { mutual: false }) };
  return { root: { ...scenario, dyads: [...dyads, added] }, steps: [room, dyads.length, field, ...rest] };
}

/** The steps of a path: keys between dots, whole numbers in brackets. */
function stepsOf(path: string): Step[] | undefined {
  if (path.length > 200 || !/^[^.[\]]+(\.[^.[\]]+|\[\d{1,9}\])*$/.test(path)) return undefined;
  const steps = path.match(/[^.[\]]+|\[\d+\]/g) ?? [];
  return steps.map((step) => (step.startsWith('[') ? Number(step.slice(1, -1)) : step));
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Parses JSON, numbers in loose notation (`.5`), and comma-separated lists of these; anything else is a string. */
function parsed(text: string): unknown {
  if (NUMBER.test(text)) return Number(text);
  const parts = text.split(',');
  if (parts.length > 1 && parts.every((part) => NUMBER.test(part.trim()))) return parts.map(Number);
  const json = parseJson(text);
  return 'value' in json ? json.value : text;
}

/** The value at `walked`, with the new value set at the end of the remaining steps. */
function put(request: Errand, here: unknown, walked: readonly Step[]): unknown {
  if (walked.length === request.steps.length)
    return isDescribedParameter(walked, here, request.value)
      ? { ...here, value: fitting(here.value, request.value) }
      : request.value;
  const step = request.steps[walked.length]!;
  if (Array.isArray(here)) return putInList(request, here, walked, step);
  if (typeof here === 'object' && here !== null) return putInObject(request, here, walked, String(step));
  const nodes = here === undefined ? expectedAt(expected(Scenario), walked, request.root) : [];
  if (nodes.some(({ type }) => type === 'object')) return putInObject(request, {}, walked, String(step));
  const state = here === undefined ? 'is not there' : `is ${shown(here)}`;
  request.report([...walked, step], `there is no such path, since ${pathText(walked)} ${state}`);
  return here;
}

function putInList(request: Errand, list: readonly unknown[], walked: readonly Step[], step: Step): unknown {
  const numbered = typeof step === 'number' || /^\d+$/.test(step);
  const index = numbered ? Number(step) : list.findIndex((entry) => nameOf(entry) === step);
  if (index >= 0 && index < list.length)
    return list.map((entry, k) => (k === index ? put(request, entry, [...walked, index]) : entry));
  const names = list.map(nameOf).filter((name) => name !== undefined);
  const why = numbered
    ? `has ${list.length} elements, from 0 on`
    : `has no element ${shown(step)}${hint(String(step), names)}`;
  request.report([...walked, step], `${pathText(walked)} ${why}`);
  return list;
}

function putInObject(request: Errand, object: object, walked: readonly Step[], key: string): unknown {
  const at = [...walked, key];
  const known = Object.hasOwn(object, key);
  // Parameters may have any name; a name that the scenario does not have is a typing error.
  if (!known && walked.length === 1 && walked[0] === 'parameters')
    request.report(at, `unknown parameter ${shown(key)}${hint(key, Object.keys(object))}`);
  const inner = known ? (object as Record<string, unknown>)[key] : undefined;
  return { ...object, [key]: put(request, inner, at) };
}
