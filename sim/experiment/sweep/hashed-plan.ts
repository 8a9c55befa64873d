import { type Checked, type Fault, parseJson } from '../../check/check.ts';
import { ENGINE } from '../../engine/version.ts';
import { digestText } from '../../exact/hash.ts';
import { collectFaults, type ReportFault } from '../../schema/fault.ts';
import { checkPointValues } from './check-design.ts';
import type { ShardOrigin } from './columns.ts';
import { checkSweep, makePlan } from './make-plan.ts';
import { runsOfShard } from './numbering.ts';
import { type Predecessor, planText, type SweepPlan } from './plan.ts';

/** A plan with the hash that its shards bear. */
export interface HashedPlan {
  plan: SweepPlan;
  hash: string;
}

export const PLAN_BYTES = 256 * 1024 * 1024;

const refused = (message: string): { faults: Fault[] } => ({ faults: [{ path: '', message }] });

/**
 * A plan from the text of its file. A plan comes from anywhere: one that does not follow from its own sweep is refused before anything
 * is made of it, and so is one of another engine, whose runs would be other runs.
 * @param before the plans of its folder before it. Without them a plan that extends others cannot be made again.
 */
export function checkPlanText(text: string, before: readonly SweepPlan[] = []): Checked<HashedPlan> {
  const parsed = parseJson(text, PLAN_BYTES);
  if ('faults' in parsed) return parsed;
  const plan = parsed.value as Partial<SweepPlan> | null;
  if (typeof plan !== 'object' || plan === null || plan.format !== 'foedus-plan/1' || !plan.spec || !plan.numbering)
    return refused('expected a plan that foedus sweep made');
  if (plan.engine !== ENGINE)
    return refused(`the plan is of ${String(plan.engine).slice(0, 40)}, this is ${ENGINE}: its runs would be others`);
  const spec = checkSweep(plan.spec);
  if ('faults' in spec)
    return { faults: spec.faults.map(({ path, message }) => ({ path: path && `spec.${path}`, message })) };
  const { faults, report } = collectFaults();
  checkPredecessors(plan.predecessor, report);
  if (faults.length > 0) return { faults };
  if (!plan.predecessor || before.length > 0) {
    const made = makePlan(plan.spec, before);
    if ('faults' in made || planText(made.value) !== text) return refused('the plan has changed since it was made');
  }
  return { value: { plan: plan as SweepPlan, hash: digestText(text) } };
}

/** A plan embeds the points of those before it, too. */
function checkPredecessors(given: Partial<Predecessor> | undefined, report: ReportFault): void {
  const at = ['predecessor'];
  for (let one = given; one; one = one.predecessor) {
    checkPointValues(one.design, [...at, 'design'], report);
    at.push('predecessor');
  }
}

/** What a final shard of a plan must say of itself. */
export function originOf({ plan, hash }: HashedPlan, shard: number): ShardOrigin {
  const [from, to] = runsOfShard(plan.numbering, shard);
  return { plan: hash, engine: plan.engine, shard, firstRun: from, rows: to - from };
}

export const shardNumbers = ({ plan }: HashedPlan): number[] =>
  Array.from({ length: plan.shards }, (_, k) => plan.numbering.firstShard + k);
