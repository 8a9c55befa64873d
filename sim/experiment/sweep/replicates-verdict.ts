import { type ReplicatesVerdict, replicatesEnough } from '../sensitivity/replicates-enough.ts';
import type { SweepPlan } from './plan.ts';

/**
 * Judges each measure. They are enough where they are for all; as many are needed as the measure that needs most, and the rule names it.
 * @param groupsOf values of a measure by point and variant; NaN where a run has none.
 */
export function judgeReplicates(
  { spec, numbering }: SweepPlan,
  names: readonly string[],
  groupsOf: (name: string) => readonly Float64Array[],
): ReplicatesVerdict {
  if (spec.design.kind === 'saltelli')
    return {
      enough: true,
      needed: 1,
      rule: 'A Saltelli design has luck as a factor of its own, so it needs no replicates.',
    };
  if (names.length === 0) return { enough: false, needed: null, rule: 'Nothing is measured.' };
  // Not by looking: such a sweep may have millions of points.
  if (numbering.replicates === 1)
    return {
      enough: false,
      needed: 2,
      rule: 'One replicate a point does not show what luck does; at least two do (Secchi & Seri 2017).',
    };
  const verdicts = names.map((name) => ({ name, ...replicatesEnough(groupsOf(name)) }));
  const most = verdicts.reduce((worst, verdict) => (demand(verdict) > demand(worst) ? verdict : worst));
  return {
    enough: verdicts.every(({ enough }) => enough),
    needed: most.needed,
    rule: `${most.name} needs most. ${most.rule}`,
  };
}

/** What cannot be told needs more than all else; of equal demands, one that is not met comes first. */
const demand = ({ needed, enough }: ReplicatesVerdict): number =>
  (needed ?? Number.POSITIVE_INFINITY) + (enough ? 0 : 0.5);
