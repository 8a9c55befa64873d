import { check, checkPlaced } from '../sim/check.ts';
import { load } from '../sim/load.ts';
import { record } from '../sim/record.ts';
import { LIMITS } from '../sim/schema/common.ts';
import { summarise } from '../sim/summary.ts';
import { finish } from '../workers/batches.ts';
import { account } from './account.ts';
import { seedOf, wholeNumber, withSetting } from './asked.ts';
import { openOut } from './out.ts';
import { progressOf } from './progress.ts';
import { readJson, readScenario } from './read.ts';
import { accept } from './refusal.ts';

export interface RunOptions {
  seed: string;
  ticks?: string;
  set: string[];
  with?: string;
  json?: boolean;
  out?: string;
}

/**
 * Runs here rather than in a worker: the batches let an interrupt be heard all the same, and a worker's start costs as much as
 * a small run.
 */
export async function run(name: string, options: RunOptions): Promise<void> {
  const asked = options.ticks === undefined ? undefined : wholeNumber('ticks', options.ticks, 0, LIMITS.ticks);
  const seed = seedOf(options.seed);
  const scenario = accept(check(options.set.reduce(withSetting, readScenario(name))), name);
  const ticks = asked ?? scenario.time.ticks;
  const placed = options.with === undefined ? [] : readJson(options.with);
  const interventions = accept(checkPlaced(placed, scenario, ticks), options.with ?? '--with');
  const out = options.out === undefined ? undefined : openOut(options.out);
  const recorder = record(load(scenario), seed, interventions, { ...out?.recording, ticks });
  await finish(recorder, progressOf(scenario.id));
  const summary = summarise(recorder.history);
  out?.finish(recorder.history);
  process.stdout.write(options.json ? `${JSON.stringify(summary, null, 2)}\n` : account(recorder.history, summary));
}
