import {
  firstDifferingCheckpoint,
  type Received,
  readLink,
  readPayload,
  type ScenariosById,
} from '../../formats/link/link.ts';

import { ENGINE } from '../../sim/engine/version.ts';
import type { Plan } from '../run-view/plan.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { Opening } from './linked.ts';
import type { SharedRunCheck } from './shared-run.ts';
import { applyView } from './url-view.ts';

/** Runs what a link says, goes to its moment, and says whether this is the run its sender saw; rejects with a sentence for what is no link. */
export async function runLink(slices: Opening, hash: string): Promise<void> {
  // Which of the catalogue a link leans on is known when it is read.
  const scenarios = await slices.run.library.scenarios();
  await open(slices, readLink(hash, scenarios), scenarios, hash);
}

/** The same for the run that this page was saved with; it may have been changed since by anybody. */
export async function runPayload(slices: Opening, payload: string): Promise<void> {
  const scenarios = await slices.run.library.scenarios();
  await open(slices, readPayload(payload, scenarios), scenarios, '');
}

async function open(
  { run, branches, panels, selection, sharedRun }: Opening,
  received: Received,
  scenarios: ScenariosById,
  hash: string,
): Promise<void> {
  const { scenario, seed, interventions, ticks, tick } = received;
  const { id } = Object(scenario) as { id?: unknown };
  const own = typeof id === 'string' ? id : '';
  const start = (placed: readonly unknown[]): Promise<void> =>
    run.start(
      own,
      seed,
      tick,
      isBundled(scenarios, received, placed) ? null : { scenario, interventions: placed, ticks },
    );
  const branch = branchIn(hash, interventions);
  let begun = start(branch?.base ?? interventions);
  let mine = run.attempt.peek();
  await begun;
  if (branch && mine === run.attempt.peek() && (await branches.create(branch.plan)) !== undefined) {
    if (mine !== run.attempt.peek()) return;
    begun = start(interventions);
    mine = run.attempt.peek();
    await begun;
  }
  const shown = run.shown.peek();
  // Another seed, or another run, may have been asked for meanwhile: of those the link says nothing.
  if (!shown || mine !== run.attempt.peek()) return;
  applyView({ run, panels, selection }, hash);
  sharedRun.checked.value = { run: shown, check: linkCheckOf(received, shown) };
}

/** What a link says of a branch: the interventions of its original, and those that it has besides. */
function branchIn(
  hash: string,
  interventions: readonly unknown[],
): { base: readonly unknown[]; plan: Plan } | undefined {
  const kept = Number(/&b=(\d{1,5})(&|$)/.exec(hash)?.[1] ?? Number.NaN);
  const own = interventions.slice(kept);
  const ticks = own.map((placed) => Object(placed).tick as unknown).filter((tick) => typeof tick === 'number');
  // A link is anybody’s: where this part makes no sense the run is shown by itself. What is placed is checked where it is run.
  if (!(kept < interventions.length) || ticks.length < own.length) return undefined;
  const plan = { tick: Math.min(...ticks), interventions: own as Plan['interventions'] };
  return { base: interventions.slice(0, kept), plan };
}

/** Nothing but what a name and a seed say. */
function isBundled(scenarios: ScenariosById, { scenario, ticks }: Received, placed: readonly unknown[]): boolean {
  const { id, time } = Object(scenario) as { id?: unknown; time?: { ticks?: unknown } };
  if (placed.length > 0 || typeof id !== 'string' || !Object.hasOwn(scenarios, id)) return false;
  return ticks === time?.ticks && JSON.stringify(scenarios[id]) === JSON.stringify(scenario);
}

function linkCheckOf({ marks, engine, isBaseChanged }: Received, { replay }: RunView): SharedRunCheck {
  const tick = firstDifferingCheckpoint(marks, replay.digests);
  return { from: 'link', tick, engine: engine === ENGINE ? undefined : engine, isBaseChanged };
}
