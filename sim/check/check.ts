import { z } from 'zod';
import { ENGINE } from '../engine/version.ts';
import { MEASURES } from '../measures/index.ts';
import { foreignFaults, foreignIn, missingOf, missingSentence } from '../mechanisms/foreign.ts';
import type { Mechanism, MechanismOptions } from '../model/mechanism.ts';
import { CONTRIBUTION_NAMES } from '../model/model.ts';
import { LIMITS } from '../schema/common.ts';
import { conform } from '../schema/conform.ts';
import { valueAt } from '../schema/expectation.ts';
import { collectFaults, type Fault, type Path, type ReportFault, shown } from '../schema/fault.ts';
import { idIndexOf } from '../schema/id-index.ts';
import type { Intervention } from '../schema/intervention.ts';
import { checkParameters, numbersOf } from '../schema/parameter.ts';
import { Run, Scenario } from '../schema/scenario.ts';
import { expandTemplate } from '../schema/scenario-template.ts';
import { isSeed, MOST_SEED } from '../schema/seed.ts';
import { bytesOf } from '../world/columns.ts';
import { checkAnalyses } from './analyses.ts';
import { checkClassroom } from './classroom.ts';
import { checkDates } from './dates.ts';
import { checkExistence } from './existence.ts';
import { checkInterventions, conformInterventions } from './interventions.ts';
import { headOf, surveyInput, withoutNegativeZero } from './json.ts';
import { checkMechanisms } from './mechanisms.ts';
import { checkOnce } from './refer.ts';
import { checkReferences } from './references.ts';
import { checkFormula, checkShocks } from './shocks.ts';
import { checkTeaching } from './teaching.ts';

// The entry for untrusted input: what passes here, the engine runs without a second check.

export { type Fault, faultSentence, suggestion } from '../schema/fault.ts';
export { parseJson } from './json.ts';
export { setPath, setValue } from './set.ts';

export type Checked<T> = { value: T } | { faults: Fault[] };

/** Beyond the first limit a run would take days; beyond the second its state would not fit in memory. */
const MOST_PAIR_TICKS = 4e11;
const MOST_BYTES = 1e9;

/** Inputs larger than this are first checked with their lists cut short. */
const LARGE = 50_000;

/**
 * Validates an unknown value as a scenario and fills in defaults, or returns all its faults.
 * @param input any JSON value; it is not changed.
 * @param options foreign mechanisms that the scenario may choose; their own faults have paths such as `mechanisms[0].name`.
 */
export function check(input: unknown, { mechanisms = [] }: MechanismOptions = {}): Checked<Scenario> {
  const faults = foreignFaults(mechanisms);
  if (faults.length > 0) return { faults };
  return examine(Scenario, input, (value, report) => checkScenario(value, mechanisms, [], report), expandTemplate);
}

/**
 * Validates an unknown value as interventions, or returns all their faults.
 * @param scenario the checked scenario that they are for.
 * @param ticks number of ticks of the run; the scenario's own by default.
 * @param at path of the interventions within the whole input, for the paths of faults.
 */
export function checkPlaced(
  input: unknown,
  scenario: Scenario,
  ticks = scenario.time.ticks,
  at: Path = [],
): Checked<Intervention[]> {
  const { faults, report } = collectFaults();
  const { sound, negativeZero } = surveyInput(input, report);
  const list = sound ? conformInterventions(input, scenario, ticks, at, report) : [];
  return faults.length > 0 ? { faults } : { value: negativeZero ? withoutNegativeZero(list) : list };
}

/** A changed digest is for `verify` to find; it is not a fault of form. */
const SavedRun = Run.extend({ digests: z.array(z.string().max(64)).max(LIMITS.ticks) });

/**
 * Validates an unknown value as a saved run, or returns all its faults. A run that another engine version wrote may differ in form;
 * each fault then says so. A run with mechanisms that neither Foedus nor `options` has is refused at `foreignMechanisms`.
 */
export function checkRun(input: unknown, { mechanisms = [] }: MechanismOptions = {}): Checked<Run> {
  const faults = foreignFaults(mechanisms);
  if (faults.length > 0) return { faults };
  const outcome = examine(SavedRun, input, (run, report) => {
    const { scenario, interventions, ticks, seed } = run;
    if (!checkForeign(run, mechanisms, report)) return;
    checkScenario(scenario, mechanisms, ['scenario'], report);
    checkInterventions(interventions, scenario, ticks, ['interventions'], report);
    checkSeed(seed, report);
  });
  const engine = typeof input === 'object' && input !== null && 'engine' in input ? input.engine : undefined;
  if ('value' in outcome || typeof engine !== 'string' || engine === ENGINE) return outcome;
  const writer = /^[\w./-]{1,40}$/.test(engine) ? engine : shown(engine);
  const origin = ` (the file was written by ${writer}, this is ${ENGINE})`;
  return { faults: outcome.faults.map(({ path, message }) => ({ path, message: message + origin })) };
}

/** Checks that all foreign mechanisms that the file names are given, and that the scenario chooses each of them. */
function checkForeign(run: Run, given: readonly Mechanism[], report: ReportFault): boolean {
  const { scenario, foreignMechanisms: named = [] } = run;
  const missing = missingOf(named, given);
  if (missing.length > 0) report(['foreignMechanisms'], missingSentence(missing));
  const chosen = foreignIn(scenario.mechanisms);
  checkOnce(named, ['foreignMechanisms'], report);
  named.forEach((name, k) => {
    if (!chosen.includes(name)) report(['foreignMechanisms', k], `the scenario chooses no mechanism ${shown(name)}`);
  });
  return missing.length === 0;
}

/** Validates a random seed. */
export function checkedSeed(seed: unknown): Checked<string> {
  const { faults, report } = collectFaults();
  checkSeed(seed, report);
  return faults.length > 0 ? { faults } : { value: seed as string };
}

function checkSeed(seed: unknown, report: ReportFault): void {
  if (!isSeed(seed)) report(['seed'], `expected a text of 1 to ${MOST_SEED} characters on one line`);
}

function examine<S extends z.ZodType>(
  schema: S,
  input: unknown,
  further: (value: z.infer<S>, report: ReportFault) => void,
  prepare: (input: unknown, report: ReportFault) => unknown = (given) => given,
): Checked<z.infer<S>> {
  const { faults, report: reportAt } = collectFaults();
  const report: ReportFault = (path, message) => reportAt(asWritten(path, input), message);
  const { sound, values, negativeZero } = surveyInput(input, report);
  const plain = sound ? prepare(input, report) : input;
  if (sound && values > LARGE && faults.length === 0) conform(schema, headOf(plain), report);
  const value = sound && faults.length === 0 ? conform(schema, plain, report) : undefined;
  if (value !== undefined) further(value, report);
  if (value === undefined || faults.length > 0) return { faults };
  return { value: negativeZero ? withoutNegativeZero(value) : value };
}

/** The path of a fact within the input, where the history may be the list of them. */
function asWritten(path: Path, input: unknown): Path {
  const at = path.indexOf('history');
  if (at < 0 || at > 1 || path[at + 1] !== 'facts' || !Array.isArray(valueAt(input, path.slice(0, at + 1))))
    return path;
  return [...path.slice(0, at + 1), ...path.slice(at + 2)];
}

function checkScenario(scenario: Scenario, foreign: readonly Mechanism[], at: Path, report: ReportFault): void {
  const names = idIndexOf(scenario);
  const parameterNames = numbersOf(scenario.parameters).map(([name]) => name);
  checkSize(scenario, at, report);
  checkReferences(scenario, names, at, report);
  checkDates(scenario, at, report);
  const treaties = new Map(scenario.treaties.map(({ id }) => [id, true]));
  checkShocks(scenario, { names, parameterNames, treaties }, at, report);
  scenario.actors.forEach(({ contribution }, k) => {
    if (typeof contribution === 'string')
      checkFormula(contribution, CONTRIBUTION_NAMES, parameterNames, [...at, 'actors', k, 'contribution'], report);
  });
  checkMechanisms(scenario, foreign, at, report);
  checkExistence(scenario, names, foreign, at, report);
  checkAnalyses(scenario, at, report);
  checkParameters(Object.entries(scenario.parameters), at, report);
  checkClassroom(scenario, at, report);
  checkTeaching(scenario, at, report);
}

function checkSize({ actors, resources, interests, threats, time }: Scenario, at: Path, report: ReportFault): void {
  const n = actors.length;
  const work = n * n * Math.min(time.ticks, LIMITS.ticks);
  if (work > MOST_PAIR_TICKS)
    report(
      [...at, 'time', 'ticks'],
      `${n} actors squared times ${time.ticks} ticks is ${work}, more than ${MOST_PAIR_TICKS}`,
    );
  const size = {
    actors: n,
    resources: resources.length,
    axes: interests.length,
    threats: threats.length,
    measures: MEASURES.length,
  };
  const bytes = bytesOf(size);
  if (bytes > MOST_BYTES)
    report([...at, 'actors'], `one state of ${n} actors takes ${bytes} bytes, more than ${MOST_BYTES}`);
}
