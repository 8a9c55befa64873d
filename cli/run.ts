import { check, checkedSeed, checkPlaced, sentence, setPath } from '../sim/check.ts';
import { load } from '../sim/load.ts';
import { record } from '../sim/record.ts';
import { LIMITS } from '../sim/schema/common.ts';
import { summarise } from '../sim/summary.ts';
import { finish } from '../workers/batches.ts';
import { account } from './account.ts';
import { openOut } from './out.ts';
import { progressOf } from './progress.ts';
import { readJson, readScenario } from './read.ts';
import { accept, refuse } from './refusal.ts';

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
  const asked = ticksOf(options.ticks);
  const seed = seedOf(options.seed);
  const scenario = accept(check(options.set.reduce(withSetting, readScenario(name))), name);
  const ticks = asked ?? scenario.time.ticks;
  const placed = options.with === undefined ? [] : readJson(options.with);
  const interventions = accept(checkPlaced(placed, scenario, ticks), options.with ?? '--with');
  const out = options.out === undefined ? undefined : openOut(options.out);
  const recorder = record(load(scenario), seed, interventions, { ...out?.recording, ticks });
  await finish(recorder, progressOf(scenario.id));
  const summary = summarise(recorder.history);
  await out?.finish(recorder.history);
  process.stdout.write(options.json ? `${JSON.stringify(summary, null, 2)}\n` : account(recorder.history, summary));
}

function seedOf(text: string): string {
  const checked = checkedSeed(text);
  return 'value' in checked ? checked.value : refuse(`--seed: ${checked.faults[0]!.message}`);
}

function ticksOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ticks = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return ticks <= LIMITS.ticks
    ? ticks
    : refuse(`--ticks: expected a whole number from 0 to ${LIMITS.ticks}, got ${JSON.stringify(text.slice(0, 40))}`);
}

function withSetting(input: unknown, setting: string): unknown {
  const at = setting.indexOf('=');
  if (at <= 0) refuse(`--set: expected PATH=VALUE, got ${JSON.stringify(setting.slice(0, 40))}`);
  const changed = setPath(input, setting.slice(0, at), setting.slice(at + 1));
  return 'input' in changed ? changed.input : refuse(`--set: ${sentence(changed.fault)}`);
}
