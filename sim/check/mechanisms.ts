import { findMechanism, PHASE_CATALOGUES } from '../mechanisms/index.ts';
import { conform } from '../schema/conform.ts';
import { hint, type Path, type ReportFault } from '../schema/fault.ts';
import { PHASES, type Scenario } from '../schema/scenario.ts';

/** Each chosen mechanism belongs to its phase and is chosen once, and its parameters match its declaration. */
export function checkMechanisms(scenario: Scenario, at: Path, report: ReportFault): void {
  const { mechanisms } = scenario;
  for (const phase of PHASES) {
    const chosen = mechanisms[phase] ?? [];
    chosen.forEach(({ name, parameters }, k) => {
      const path = [...at, 'mechanisms', phase, k];
      const rule = findMechanism(phase, name);
      if (!rule) {
        const { standard, others } = PHASE_CATALOGUES[phase];
        const known = [...standard, ...others].map((other) => other.name);
        report([...path, 'name'], `unknown mechanism "${name}" in phase ${phase}${hint(name, known)}`);
        return;
      }
      if (chosen.findIndex((other) => other.name === name) < k) report([...path, 'name'], `"${name}" is chosen twice`);
      const params = conform(rule.params, parameters, report, [...path, 'parameters']);
      if (params !== undefined) rule.check?.(params, scenario, [...path, 'parameters'], report);
    });
  }
}
