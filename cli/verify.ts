import { checkRun } from '../sim/check/check.ts';
import { load } from '../sim/engine/load.ts';
import { record } from '../sim/history/record.ts';
import { verification } from '../sim/results/run-file.ts';
import { LIMITS } from '../sim/schema/common.ts';
import { recordCooperatively } from '../workers/cooperative.ts';
import { accept } from './input-error.ts';
import { progressOf } from './progress.ts';
import { readJson } from './read.ts';
import { print } from './terminal.ts';

/** A run file holds a whole scenario with its defaults written out, and a digest for every tick. */
const MOST_BYTES = 4 * LIMITS.bytes;

/** Runs a saved run again and says whether anything differs. */
export async function verifyCommand(file: string): Promise<void> {
  const saved = accept(checkRun(readJson(file, MOST_BYTES)), file);
  const { scenario, seed, interventions, ticks } = saved;
  const recorder = record(load(scenario), seed, interventions, { ticks });
  await recordCooperatively(recorder, progressOf(scenario.id));
  const { notice, identical, tick, findings } = verification(saved, recorder.history);
  const answer = identical
    ? 'identical'
    : tick === null
      ? 'differs, but no tick differs'
      : `differs from tick ${tick} on`;
  print([...(notice === null ? [] : [notice]), answer, ...findings]);
  process.exitCode = identical ? 0 : 1;
}
