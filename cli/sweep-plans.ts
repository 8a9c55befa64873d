import { parseJson } from '../sim/check/check.ts';
import { ENGINE } from '../sim/engine/version.ts';
import { digestText } from '../sim/exact/hash.ts';
import type { ShardOrigin } from '../sim/experiment/sweep/columns.ts';
import { checkSweep, makePlan } from '../sim/experiment/sweep/make-plan.ts';
import { runsOfShard } from '../sim/experiment/sweep/numbering.ts';
import { planText, type SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { accept, throwInputError } from './input-error.ts';
import { readText } from './read.ts';
import { finalShards, planPath, readPlans } from './sweep-folder.ts';

/** A plan with the hash that its shards bear. */
export interface HashedPlan {
  plan: SweepPlan;
  hash: string;
}

const PLAN_BYTES = 256 * 1024 * 1024;

/**
 * A plan from the text of its file.
 * @throws {InputError} one sentence, for what is no plan or one of another engine: its runs would be other runs.
 */
export function hashedPlan(text: string, file: string): HashedPlan {
  const plan = accept(parseJson(text, PLAN_BYTES), file) as Partial<SweepPlan> | null;
  if (typeof plan !== 'object' || plan === null || plan.format !== 'foedus-plan/1' || !plan.spec || !plan.numbering)
    throwInputError(`${file}: expected a plan that foedus sweep made`);
  if (plan.engine !== ENGINE)
    throwInputError(
      `${file}: the plan is of ${String(plan.engine).slice(0, 40)}, this is ${ENGINE}: its runs would be others`,
    );
  demandUnchanged(plan as SweepPlan, text, file);
  return { plan: plan as SweepPlan, hash: digestText(text) };
}

/** A plan comes from anywhere. One that does not follow from its own sweep is refused before anything is made of it. */
function demandUnchanged(plan: SweepPlan, text: string, file: string): void {
  accept(checkSweep(plan.spec), `${file}: spec`);
  // What a plan extends is known where the whole folder is.
  if (plan.predecessor) return;
  const made = makePlan(plan.spec);
  if ('faults' in made || planText(made.value) !== text)
    throwInputError(`${file}: the plan has changed since it was made`);
}

export const readPlan = (file: string): HashedPlan => hashedPlan(readText(file, PLAN_BYTES), file);

/** The plans of a folder, in order. @throws {InputError} one sentence. */
export const plansIn = (dir: string): HashedPlan[] =>
  readPlans(dir).map((text, k) => hashedPlan(text, planPath(dir, k + 1)));

/** What a final shard of a plan must say of itself. */
export function originOf({ plan, hash }: HashedPlan, shard: number): ShardOrigin {
  const [from, to] = runsOfShard(plan.numbering, shard);
  return { plan: hash, engine: plan.engine, shard, firstRun: from, rows: to - from };
}

export const shardNumbers = ({ plan }: HashedPlan): number[] =>
  Array.from({ length: plan.shards }, (_, k) => plan.numbering.firstShard + k);

/** The shards of a plan that are in the folder, and those that are not. */
export function shardsOfPlan(dir: string, plan: HashedPlan): { present: number[]; missing: number[] } {
  const final = new Set(finalShards(dir));
  const all = shardNumbers(plan);
  return { present: all.filter((k) => final.has(k)), missing: all.filter((k) => !final.has(k)) };
}
