import { checkPlanText, type HashedPlan, PLAN_BYTES, shardNumbers } from '../sim/experiment/sweep/hashed-plan.ts';
import { accept } from './input-error.ts';
import { readText } from './read.ts';
import { finalShards, planPath, readPlans } from './sweep-folder.ts';

/** A plan from the text of its file. @throws {InputError} one sentence, for what is none or one of another engine. */
export const hashedPlan = (text: string, file: string): HashedPlan => accept(checkPlanText(text), file);

export const readPlan = (file: string): HashedPlan => hashedPlan(readText(file, PLAN_BYTES), file);

/** The plans of a folder, in order. @throws {InputError} one sentence. */
export const plansIn = (dir: string): HashedPlan[] =>
  readPlans(dir).map((text, k) => hashedPlan(text, planPath(dir, k + 1)));

/** The shards of a plan that are in the folder, and those that are not. */
export function shardsOfPlan(dir: string, plan: HashedPlan): { present: number[]; missing: number[] } {
  const final = new Set(finalShards(dir));
  const all = shardNumbers(plan);
  return { present: all.filter((k) => final.has(k)), missing: all.filter((k) => !final.has(k)) };
}
