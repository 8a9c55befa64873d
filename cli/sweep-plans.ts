import { checkPlanText, type HashedPlan, PLAN_BYTES, shardNumbers } from '../sim/experiment/sweep/hashed-plan.ts';
import { accept } from './input-error.ts';
import { readText } from './read.ts';
import { finalShards, planPath, readPlans } from './sweep-folder.ts';

/** A plan from the text of its file. @throws {InputError} one sentence, for what is none or one of another engine. */
export const hashedPlan = (text: string, file: string, before: readonly HashedPlan[] = []): HashedPlan =>
  accept(
    checkPlanText(
      text,
      before.map(({ plan }) => plan),
    ),
    file,
  );

export const readPlan = (file: string): HashedPlan => hashedPlan(readText(file, PLAN_BYTES), file);

/** The plans of a folder, in order. @throws {InputError} one sentence. */
export function plansIn(dir: string): HashedPlan[] {
  const plans: HashedPlan[] = [];
  for (const [k, text] of readPlans(dir).entries()) plans.push(hashedPlan(text, planPath(dir, k + 1), plans));
  return plans;
}

/** The shards of a plan that are in the folder, and those that are not. */
export function shardsOfPlan(dir: string, plan: HashedPlan): { present: number[]; missing: number[] } {
  const final = new Set(finalShards(dir));
  const all = shardNumbers(plan);
  return { present: all.filter((k) => final.has(k)), missing: all.filter((k) => !final.has(k)) };
}
