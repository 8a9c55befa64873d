import { namesIn } from '../mechanisms/foreign.ts';
import { findMechanism } from '../mechanisms/index.ts';
import type { Mechanism } from '../model/mechanism.ts';
import { conform } from '../schema/conform.ts';
import { hint, type Path, type ReportFault, shown } from '../schema/fault.ts';
import { numbersOf } from '../schema/parameter.ts';
import { PHASES, type Scenario } from '../schema/scenario.ts';
import { checkFormula } from './shocks.ts';

/** Each chosen mechanism belongs to its phase and is chosen once, and its parameters match its declaration. */
export function checkMechanisms(
  scenario: Scenario,
  foreign: readonly Mechanism[],
  at: Path,
  report: ReportFault,
): void {
  const { mechanisms } = scenario;
  for (const phase of PHASES) {
    const chosen = mechanisms[phase] ?? [];
    chosen.forEach(({ name, parameters }, k) => {
      const path = [...at, 'mechanisms', phase, k];
      const rule = findMechanism(phase, name, foreign);
      if (!rule) {
        report(
          [...path, 'name'],
          `unknown mechanism ${shown(name)} in phase ${phase}${hint(name, namesIn(phase, foreign))}`,
        );
        return;
      }
      if (chosen.findIndex((other) => other.name === name) < k)
        report([...path, 'name'], `${shown(name)} is listed twice`);
      const params = conform(rule.params, parameters, report, [...path, 'parameters']);
      if (params === undefined) return;
      checkFormulas(rule, params, scenario, [...path, 'parameters'], report);
      rule.check?.(params, scenario, [...path, 'parameters'], report);
    });
  }
}

function checkFormulas(
  rule: Mechanism,
  params: unknown,
  { parameters }: Scenario,
  at: Path,
  report: ReportFault,
): void {
  const shared = numbersOf(parameters).map(([name]) => name);
  for (const [parameter, names] of Object.entries(rule.formulas ?? {})) {
    const source = (params as Record<string, unknown>)[parameter];
    if (typeof source === 'string') checkFormula(source, names, shared, [...at, parameter], report);
    else if (typeof source !== 'number')
      report([...at, parameter], `expected a formula, a text or a number, got ${shown(source)}`);
  }
}
