import { ANALYSES, findAnalysis } from '../analysis/index.ts';
import { conform } from '../schema/conform.ts';
import { hint, type Path, type ReportFault, shown } from '../schema/fault.ts';
import type { Scenario } from '../schema/scenario.ts';

/** Each analysis exists, is asked for once, and its parameters are as it declares them. */
export function checkAnalyses(scenario: Scenario, at: Path, report: ReportFault): void {
  const { analyses } = scenario;
  analyses.forEach(({ name, parameters }, k) => {
    const path = [...at, 'analyses', k];
    const rule = findAnalysis(name);
    if (!rule) {
      const known = ANALYSES.map((other) => other.name);
      report([...path, 'name'], `unknown analysis ${shown(name)}${hint(name, known)}`);
      return;
    }
    if (analyses.findIndex((other) => other.name === name) < k)
      report([...path, 'name'], `${shown(name)} is listed twice`);
    const params = conform(rule.params, parameters, report, [...path, 'parameters']);
    if (params !== undefined) rule.check?.(params, scenario, [...path, 'parameters'], report);
  });
}
