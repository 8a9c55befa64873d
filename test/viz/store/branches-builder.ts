import { classics } from '../../../scenarios/classics/index.ts';
import { histories } from '../../../scenarios/index.ts';
import { type Plan, planOf } from '../../../viz/run-view/plan.ts';
import type { RunView } from '../../../viz/run-view/run-view.ts';
import { BLANK, settle, type WhatIfDraft } from '../../../viz/run-view/what-if.ts';
import { createSlices } from '../../../viz/shell/slices.tsx';
import { engineOf, sessionOf } from './session-builder.ts';

/** A run in the page, with all that makes branches of it. */
export async function openBranches(id: string, seed = '7') {
  const session = sessionOf();
  const { run, branches, attribution } = createSlices(engineOf({ ...histories, ...classics }, session));
  await run.start(id, seed);
  return { start: run.start, branches, attribution, session, shown: (): RunView => run.shown.value! };
}

/** What the form makes of a draft that was put right. */
export function settledPlan(run: RunView, tick: number, draft: Partial<WhatIfDraft>): Plan {
  const outcome = planOf(run, tick, [settle(run, tick, { ...BLANK, ...draft })]);
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.plan;
}
