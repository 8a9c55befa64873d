import { z } from 'zod';
import { listed } from '../exact/quoted.ts';
import type { Mechanism } from '../model/mechanism.ts';
import { Id } from '../schema/common.ts';
import { conform } from '../schema/conform.ts';
import { expected, expectedAt, keysOf } from '../schema/expectation.ts';
import { collectFaults, type Fault, faultSentence, hint, type Path, type ReportFault, shown } from '../schema/fault.ts';
import { PHASES, type Phase, type Scenario } from '../schema/scenario.ts';
import { COLUMN_NAMES } from '../world/columns.ts';
import { findMechanism, PHASE_CATALOGUES } from './index.ts';

// A foreign mechanism is one that is not part of Foedus: a library's user passes it to `check` and `load`.

/** A name that a formula can contain. */
const Word = z.string().regex(/^[A-Za-z]\w{0,63}$/);

/** The parts of a mechanism that are data. */
const Form = z.looseObject({
  name: Id,
  phase: z.enum(PHASES),
  cites: z.array(z.string()),
  owns: z.array(z.enum(COLUMN_NAMES)).optional(),
  formulas: z.record(z.string(), z.array(Word)).optional(),
});

/**
 * Faults that keep a list of mechanisms from running beside those of Foedus, and beside each other. Random numbers and events are
 * assigned by name, so a name must be unique. The path of a fault is of the form `mechanisms[2].phase`.
 */
export function foreignFaults(list: unknown): Fault[] {
  const { faults, report } = collectFaults();
  if (!Array.isArray(list)) report(['mechanisms'], `expected a list of mechanisms, got ${shown(list)}`);
  else for (const [k, entry] of list.entries()) judge(entry, list.slice(0, k), ['mechanisms', k], report);
  return faults;
}

/** The same list. @throws {Error} `path: sentence` for the first fault. */
export function soundForeign(list: readonly Mechanism[] = []): readonly Mechanism[] {
  const [fault] = foreignFaults(list);
  if (fault) throw new Error(faultSentence(fault));
  return list;
}

function judge(entry: unknown, before: readonly unknown[], at: Path, report: ReportFault): void {
  const form = conform(Form, entry, report, at);
  if (!form) return;
  const { name, params, step, check, formulas = {} } = form;
  const owner = PHASES.find((other) => findMechanism(other, name));
  if (owner) report([...at, 'name'], `"${name}" is a mechanism of Foedus, in phase ${owner}`);
  if (before.some((other) => Object(other).name === name)) report([...at, 'name'], `"${name}" is named twice`);
  if (typeof step !== 'function') report([...at, 'step'], `expected a function, got ${shown(step)}`);
  if (check !== undefined && typeof check !== 'function')
    report([...at, 'check'], `expected a function, got ${shown(check)}`);
  if (!isSchema(params)) {
    report([...at, 'params'], `expected a schema of zod 4, got ${shown(params)}`);
    return;
  }
  const known = keysOf(expectedAt(expected(params), [], {}));
  for (const parameter of Object.keys(formulas))
    if (!known.includes(parameter))
      report([...at, 'formulas', parameter], `unknown parameter "${parameter}"${hint(parameter, known)}`);
}

const isSchema = (value: unknown): value is z.ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value && 'safeParse' in value;

/** `phase/name` of each chosen foreign mechanism, in the order they run; a run file names them so. */
export const foreignIn = (chosen: Scenario['mechanisms']): string[] =>
  PHASES.flatMap((phase) =>
    (chosen[phase] ?? []).filter(({ name }) => !findMechanism(phase, name)).map(({ name }) => `${phase}/${name}`),
  );

/** Those of the named mechanisms that are not among the given ones. */
export const missingOf = (named: readonly string[], given: readonly Mechanism[]): string[] =>
  named.filter((name) => !given.some((rule) => `${rule.phase}/${rule.name}` === name));

/** The names of the mechanisms that a phase offers. */
export const namesIn = (phase: Phase, foreign: readonly Mechanism[]): string[] => {
  const { standard, others } = PHASE_CATALOGUES[phase];
  return [...standard, ...others, ...foreign.filter((rule) => rule.phase === phase)].map(({ name }) => name);
};

/** One sentence, or the end of one, on a run that cannot be repeated. */
export const missingSentence = (missing: readonly string[]): string =>
  `this run used ${listed(missing)}, which Foedus does not have: only a program that gives ${
    missing.length > 1 ? 'these mechanisms' : 'this mechanism'
  } as { mechanisms } can run it again`;
