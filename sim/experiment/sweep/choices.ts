import type { z } from 'zod';
import { findAnalysis } from '../../analysis/index.ts';
import { check } from '../../check/check.ts';
import { MEASURES } from '../../measures/index.ts';
import { PHASE_CATALOGUES } from '../../mechanisms/index.ts';
import { RUN_MEASURES } from '../../results/summary.ts';
import { type Expected, expected } from '../../schema/expectation.ts';
import { Scenario } from '../../schema/scenario.ts';
import type { SweepValue } from './spec.ts';

/** A path that may vary, with what stands there now. */
export interface VaryChoice {
  path: string;
  /** What the schema or the scenario says of it, in the language that it was written in. */
  says: string;
  /** Names of what the path goes through, such as "British Empire". */
  of: string;
  /** As the scenario sets it, or its default; undefined where it has neither. */
  value?: SweepValue;
  min?: number;
  max?: number;
  whole?: boolean;
  /** All values, where it is a choice. */
  choices?: readonly string[];
}

/** What a person may choose from when planning a sweep of a scenario. */
export interface SweepChoices {
  vary: readonly VaryChoice[];
  metrics: readonly { name: string; says: string; ofWorld: boolean }[];
  /** Keys that the scenario's analyses give. */
  analyses: readonly string[];
  facts: number;
}

/** Paths offered at most; every other one can still be typed. */
const MOST_PATHS = 6_000;
/** Elements of a list without ids, and pairs of actors, that are offered one by one. */
const MOST_ELEMENTS = 12;
const MOST_PAIRS = 900;

/** Parts of a scenario that no run depends on, or that are no numbers. */
const NOT_VARIED = new Set(
  '$schema format id title kind summary view history questions caveats provenance analyses mechanisms dyads parameters classroom teaching'.split(
    ' ',
  ),
);
/** Keys of elements that name things rather than say how much. */
const NO_VALUES = new Set('id name from to copies family note target field operation what location members'.split(' '));
const PAIR_FIELDS = ['hostility', 'calculative', 'relational', 'proximity'];

type Raw = Record<string, unknown>;
type Add = (choice: VaryChoice) => void;

/** @param input a scenario as it was written; of what is none, only what every scenario has. */
export function sweepChoices(input: unknown): SweepChoices {
  const scenario = recordOf(input) ?? {};
  const vary: VaryChoice[] = [];
  const add: Add = (choice) => {
    if (vary.length < MOST_PATHS && choice.path.length <= 200) vary.push(choice);
  };
  parameters(scenario, add);
  mechanisms(scenario, add);
  dyads(scenario, add);
  const schema = expected(Scenario);
  for (const [key, node] of Object.entries(schema.properties ?? {}))
    if (!NOT_VARIED.has(key)) walk({ nodes: [node], value: scenario[key], path: key, of: [], add });
  const checked = check(input);
  const model = 'value' in checked ? checked.value : undefined;
  return {
    vary,
    metrics: [
      ...MEASURES.map(({ name, describe }) => ({ name, says: describe, ofWorld: true })),
      ...RUN_MEASURES.map(({ name, describe }) => ({ name, says: describe, ofWorld: false })),
    ],
    analyses: model?.analyses.flatMap(({ name }) => Object.keys(findAnalysis(name)?.keys ?? {})) ?? [],
    facts: model?.history.facts.length ?? 0,
  };
}

const recordOf = (value: unknown): Raw | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : undefined;

/** The objects of a list; of what is no list, none. */
const recordsOf = (value: unknown): Raw[] =>
  (Array.isArray(value) ? value : []).map(recordOf).filter((one) => one !== undefined);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function parameters({ parameters: all }: Raw, add: Add): void {
  for (const [name, parameter] of Object.entries(recordOf(all) ?? {})) {
    const described = recordOf(parameter);
    const value = described ? described.value : parameter;
    const path = `parameters.${name}`;
    if (typeof value !== 'number' && !isNumbers(value)) continue;
    if (!described) add({ path, says: '', of: '', value });
    else {
      const { describe, min, max, whole } = described;
      add({ path, says: textOf(describe), of: '', value, ...limits(min, max, whole === true) });
    }
  }
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'number');

const limits = (min: unknown, max: unknown, whole: boolean): Pick<VaryChoice, 'min' | 'max' | 'whole'> => ({
  ...(typeof min === 'number' && Number.isFinite(min) && { min }),
  ...(typeof max === 'number' && Number.isFinite(max) && { max }),
  ...(whole && { whole }),
});

/** Those that the scenario runs, each with its defaults. */
function mechanisms({ mechanisms: chosen }: Raw, add: Add): void {
  for (const [phase, { standard, others }] of Object.entries(PHASE_CATALOGUES)) {
    const named = recordOf(chosen)?.[phase];
    const list = Array.isArray(named) ? named : standard.map(({ name }) => ({ name }));
    for (const entry of list) {
      const name = textOf(recordOf(entry)?.name);
      const rule = [...standard, ...others].find((one) => one.name === name);
      const given = rule?.params.safeParse(recordOf(entry)?.parameters ?? {});
      if (!rule || !given?.success) continue;
      const path = `mechanisms.${phase}.${name}.parameters`;
      walk({ nodes: [expected(rule.params as z.ZodType)], value: given.data, path, of: [], add });
    }
  }
}

/** Every pair of few actors; of many, those that the scenario has. */
function dyads({ actors, dyads: recorded, dyadDefaults }: Raw, add: Add): void {
  const known = recordsOf(recorded);
  const all = recordsOf(actors);
  const ids = all.map(({ id }) => textOf(id)).filter(Boolean);
  const nameOf = (id: string): string => textOf(all.find((actor) => actor.id === id)?.name) || id;
  const isEach = ids.length * ids.length <= MOST_PAIRS && all.every(({ copies }) => copies === undefined);
  const pairs = isEach
    ? ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to] as const))
    : known.map(({ from, to }) => [textOf(from), textOf(to)] as const);
  const nodes = expected(Scenario).properties!.dyads!.items!.properties!;
  for (const [from, to] of pairs) {
    const own = known.find((dyad) => dyad.from === from && dyad.to === to);
    const back = known.find((dyad) => dyad.from === to && dyad.to === from && dyad.mutual !== false);
    for (const field of PAIR_FIELDS)
      walk({
        nodes: [nodes[field]!],
        value: own?.[field] ?? back?.[field] ?? recordOf(dyadDefaults)?.[field],
        path: `dyads.${from}.${to}.${field}`,
        of: [nameOf(from), nameOf(to)],
        add,
      });
  }
}

interface Walked {
  nodes: readonly Expected[];
  value: unknown;
  path: string;
  of: readonly string[];
  add: Add;
}

interface Described extends Expected {
  description?: string;
  default?: unknown;
}

const branches = (node: Expected): Described[] => (node.anyOf ?? node.oneOf)?.flatMap(branches) ?? [node];

/** Offers every number, truth value and choice below a place that the scenario sets or that has a default. */
function walk({ nodes, value: given, path, of, add }: Walked): void {
  const ways = nodes.flatMap(branches);
  const says = ways.map(({ description }) => description).find((text) => text !== undefined) ?? '';
  const value = given ?? ways.map((one) => one.default).find((one) => one !== undefined);
  if (Array.isArray(value)) {
    const items = ways.flatMap(({ items: item }) => item ?? []);
    value.forEach((entry, k) => {
      // A choice within a list, such as a purpose among others, depends on its neighbours.
      if (typeof entry === 'string') return;
      const { id, name } = recordOf(entry) ?? {};
      const own = textOf(id) || textOf(name);
      if (own === '' && k >= MOST_ELEMENTS) return;
      const within = textOf(name) && name !== own ? [...of, textOf(name)] : of;
      walk({ nodes: items, value: entry, path: own ? `${path}.${own}` : `${path}[${k}]`, of: within, add });
    });
    return;
  }
  const record = recordOf(value);
  const object = ways.filter(({ type }) => type === 'object');
  if (object.length > 0 && (record || given === undefined)) {
    for (const [key, inner] of below(object, record ?? {}))
      walk({ nodes: inner, value: record?.[key], path: `${path}.${key}`, of, add });
    return;
  }
  offer(ways, value, { path, says, of: of.join(', ') }, add);
}

/** The keys that a schema knows, and those that stand there, with their nodes. */
function below(nodes: readonly Expected[], record: Raw): [string, Expected[]][] {
  const keys = new Set([...nodes.flatMap(({ properties }) => Object.keys(properties ?? {})), ...Object.keys(record)]);
  return [...keys]
    .filter((key) => !NO_VALUES.has(key))
    .map((key) => [
      key,
      nodes.flatMap(({ properties, additionalProperties: others }) =>
        properties && Object.hasOwn(properties, key) ? properties[key]! : others || [],
      ),
    ]);
}

function offer(ways: readonly Described[], value: unknown, head: VaryChoice, add: Add): void {
  const number = ways.find(({ type }) => type === 'number' || type === 'integer');
  const choice = ways.find((one) => one.enum !== undefined && one.type === 'string');
  const isSet = value !== undefined && typeof value !== 'object';
  if (number && (typeof value === 'number' || (!isSet && value !== undefined))) {
    const { type, minimum, maximum, exclusiveMinimum } = number;
    const safe = (limit: number | undefined): number | undefined =>
      limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit : undefined;
    add({
      ...head,
      ...(typeof value === 'number' && { value }),
      ...limits(safe(minimum ?? exclusiveMinimum), safe(maximum), type === 'integer'),
    });
  } else if (choice && typeof value === 'string')
    add({ ...head, value, choices: choice.enum!.filter((one): one is string => typeof one === 'string') });
  else if (ways.some(({ type }) => type === 'boolean') && typeof value === 'boolean') add({ ...head, value });
}
