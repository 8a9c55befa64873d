import { z } from 'zod';
import { check, faultSentence } from '../check/check.ts';
import { findMechanism, PHASE_CATALOGUES } from '../mechanisms/index.ts';
import { valueIn } from '../schema/parameter.ts';
import type { Phase, Scenario } from '../schema/scenario.ts';

// The parameters that a person may set before a run: those that a scenario declares, and the few of the model itself that teaching
// needs. A control left at its value changes no bit of the run.

/** One parameter to set. For a parameter of the model the range is only the part that is worth exploring. */
export interface ParameterControl {
  /** `parameters.p`, `model.breach`. */
  key: string;
  describe: string;
  value: number | readonly number[];
  min: number;
  max: number;
  whole: boolean;
}

type Value = number | readonly number[];
export type Values = Readonly<Record<string, Value>>;
type Raw = Record<string, unknown>;

/** A parameter that the standard mechanisms of one phase share. */
interface ModelParameter {
  name: string;
  phase: Phase;
  mechanisms: readonly string[];
  path: readonly string[];
  /** The range in which it is offered. */
  range: readonly [min: number, max: number];
}

const weighs = ['renewals', 'moves', 'mergers'];
const MODEL_PARAMETERS: readonly ModelParameter[] = [
  { name: 'trust', phase: 'realign', mechanisms: weighs, path: ['weights', 'trust'], range: [0, 5] },
  { name: 'security', phase: 'realign', mechanisms: weighs, path: ['weights', 'security'], range: [0, 10] },
  { name: 'inequity', phase: 'realign', mechanisms: weighs, path: ['weights', 'inequity'], range: [0, 6] },
  { name: 'word', phase: 'realign', mechanisms: ['moves'], path: ['word'], range: [0, 4] },
  { name: 'enmity', phase: 'realign', mechanisms: weighs, path: ['weights', 'enmity'], range: [0, 5] },
  { name: 'deliberation', phase: 'realign', mechanisms: ['moves'], path: ['deliberation'], range: [0, 1] },
  { name: 'fall', phase: 'trust', mechanisms: ['experience'], path: ['fall'], range: [0, 1] },
  { name: 'reciprocity', phase: 'contribute', mechanisms: ['pledges'], path: ['reciprocity'], range: [0, 1] },
  { name: 'alarm', phase: 'contribute', mechanisms: ['pledges'], path: ['alarm'], range: [0, 3] },
  { name: 'aggression', phase: 'crisis', mechanisms: ['attacks'], path: ['aggression'], range: [0, 0.5] },
];

const THREATS = 'model.threats';
const EXPOST = 'parameters.expost';

/**
 * The parameter controls of a scenario as it was written, in order: those it declares, then those of the model.
 * @throws {Error} `path: sentence` for a scenario that cannot be run.
 */
export function parameterControls(input: unknown): ParameterControl[] {
  const checked = check(input);
  if ('faults' in checked) throw new Error(faultSentence(checked.faults[0]!));
  const scenario = checked.value;
  return [
    ...declared(scenario),
    ...MODEL_PARAMETERS.flatMap((parameter) => modelControlsOf(parameter, scenario)),
    ...outside(scenario),
  ];
}

function declared({ parameters, shocks }: Scenario): ParameterControl[] {
  return Object.entries(parameters).flatMap(([name, parameter]): ParameterControl[] => {
    const key = `parameters.${name}`;
    if (typeof parameter !== 'number') return [{ key, ...parameter }];
    // A bare number has no range to set it in, except for the parameter that the engine itself defines.
    if (key !== EXPOST || !shocks.some(({ expost }) => expost)) return [];
    const describe = 'whether shocks that acts of the allies brought about in history strike here too: 1 yes, 0 no';
    return [{ key, describe, value: valueIn(parameter), min: 0, max: 1, whole: true }];
  });
}

interface Node {
  description?: string;
  properties?: Record<string, Node>;
}

function modelControlsOf(
  { name, phase, mechanisms, path, range: [min, max] }: ModelParameter,
  { mechanisms: all }: Scenario,
): ParameterControl[] {
  const [first] = mechanisms;
  const chosen = all[phase]?.find((one) => one.name === first);
  const rule = findMechanism(phase, first!);
  if (!rule || (all[phase] && !chosen)) return [];
  const value = path.reduce<unknown>((at, step) => (at as Raw)[step], rule.params.parse(chosen?.parameters ?? {}));
  const schema = z.toJSONSchema(rule.params, { io: 'input' }) as Node;
  const node = path.reduce<Node | undefined>((at, step) => at?.properties?.[step], schema);
  if (typeof value !== 'number') return [];
  const describe = node?.description ?? '';
  return [
    { key: `model.${name}`, describe, value, min: Math.min(min, value), max: Math.max(max, value), whole: false },
  ];
}

/** The strength of all outside threats together. */
const outside = ({ threats }: Scenario): ParameterControl[] =>
  threats.length === 0
    ? []
    : [
        {
          key: THREATS,
          describe: `strength of every outside threat, as a multiple of what it is: ${threats.map(({ name }) => name).join(', ')}`,
          value: 1,
          min: 0,
          max: 4,
          whole: false,
        },
      ];

/**
 * A copy of a scenario as it was written, with parameters set.
 * @throws {Error} a sentence, for a parameter that it does not have. Whether a value is valid is for `check` to say.
 */
export function withParameters(input: unknown, values: Values): unknown {
  return Object.entries(values).reduce((scenario, [key, value]) => withControl(scenario, key, value), input as Raw);
}

function withControl(scenario: Raw, key: string, value: Value): Raw {
  const parameter = MODEL_PARAMETERS.find(({ name }) => key === `model.${name}`);
  if (parameter) return withModelParameter(scenario, parameter, value);
  if (key === THREATS && typeof value === 'number') return withThreats(scenario, value);
  const name = key.replace(/^parameters\./, '');
  const parameters = Object(scenario.parameters) as Raw;
  if (name === key || !Object.hasOwn(parameters, name)) throw new Error(`there is no parameter ${key.slice(0, 80)}`);
  const before = parameters[name];
  const after = typeof before === 'number' ? value : { ...(before as Raw), value };
  return { ...scenario, parameters: { ...parameters, [name]: after } };
}

/** A phase that used the default mechanisms by omission now lists them. */
function withModelParameter(scenario: Raw, { phase, mechanisms, path }: ModelParameter, value: Value): Raw {
  const all = Object(scenario.mechanisms) as Partial<Record<Phase, { name: string; parameters?: Raw }[]>>;
  const chosen = all[phase] ?? PHASE_CATALOGUES[phase].standard.map(({ name }) => ({ name }));
  const changed = chosen.map((one: { name: string; parameters?: Raw }) =>
    mechanisms.includes(one.name) ? { ...one, parameters: put(Object(one.parameters) as Raw, path, value) } : one,
  );
  return { ...scenario, mechanisms: { ...all, [phase]: changed } };
}

function put(object: Raw, [step, ...rest]: readonly string[], value: Value): Raw {
  return { ...object, [step!]: rest.length === 0 ? value : put(Object(object[step!]) as Raw, rest, value) };
}

const withThreats = (scenario: Raw, scale: number): Raw => ({
  ...scenario,
  threats: (scenario.threats as Raw[]).map((threat) =>
    typeof threat.strength === 'number' ? { ...threat, strength: threat.strength * scale } : threat,
  ),
});
