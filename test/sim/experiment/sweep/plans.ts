import { faultSentence } from '../../../../sim/check/check.ts';
import { checkSweep, makePlan } from '../../../../sim/experiment/sweep/make-plan.ts';
import type { SweepPlan } from '../../../../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../../../../sim/experiment/sweep/run-row.ts';
import type { WholeSpec } from '../../../../sim/experiment/sweep/spec.ts';
import { powers } from '../../powers.ts';

/** Six years of four powers, with a parameter that nothing uses, so that anything may be set. */
export const world = () => ({ ...powers(4, 24), parameters: { p: 0, q: 0, r: 0 } });

/** A sweep of that world. */
export const sweep = (draft: object = {}) => ({ format: 'foedus-sweep/1', scenario: world(), ...draft });

/** The plan of a sweep, or the sentences that refuse it. */
export function tryPlan(draft: object, before: readonly SweepPlan[] = []): SweepPlan | string[] {
  const checked = checkSweep(sweep(draft));
  if ('faults' in checked) return checked.faults.map(faultSentence);
  const made = makePlan(checked.value as WholeSpec, before);
  return 'faults' in made ? made.faults.map(faultSentence) : made.value;
}

export function planOf(draft: object, before: readonly SweepPlan[] = []): SweepPlan {
  const plan = tryPlan(draft, before);
  if (Array.isArray(plan)) throw new Error(plan.join('\n'));
  return plan;
}

/** The cells of some columns, run by run. */
export function tableOf(plan: SweepPlan, columns: readonly string[], isLate?: () => boolean): unknown[][] {
  const { runRow } = openRowRunner(plan);
  const at = columns.map((name) => plan.columns.findIndex((column) => column.name === name));
  return Array.from({ length: plan.runs }, (_, k) => {
    const { row } = runRow(plan.numbering.firstRun + k, isLate);
    return at.map((column) => row[column]);
  });
}
