import type { DebriefView } from '../../classroom/protocol/request.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Plan } from '../run-view/plan.ts';

export type BranchView = Extract<DebriefView, { what: 'branch' }>;

/** The branch without the decisions that are meant; undefined where there are none of them. */
export function planWithoutDecisions(
  interventions: readonly Intervention[],
  { from, to, act, actor }: BranchView,
): Plan | undefined {
  const isMeant = (one: Intervention): boolean =>
    one.kind === 'decide' &&
    one.choice.act === act &&
    one.tick >= from &&
    one.tick < to &&
    (actor === null || one.actor === actor);
  const without = [...interventions.keys()].filter((k) => isMeant(interventions[k]!));
  if (without.length === 0) return undefined;
  return { tick: Math.min(...without.map((k) => interventions[k]!.tick)), interventions: [], without };
}
