import {
  type Checked,
  check,
  checkPlaced,
  checkRun,
  type Fault,
  faultSentence,
  parseJson,
} from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { record } from '../../sim/history/record.ts';
import { runFile, verification } from '../../sim/results/run-file.ts';
import { summarise } from '../../sim/results/summary.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Scenario } from '../../sim/schema/scenario.ts';
import { COLUMN_NAMES } from '../../sim/world/columns.ts';
import type { World } from '../../sim/world/state.ts';

// What may come of an input: it runs, and all numbers are finite, or it is refused in one line that has a place.

export type FuzzOutcome = 'ran' | 'refused' | 'large';

/** Beyond this a case would take longer than a fuzz should; `check` has passed it. */
const MOST_ACTORS = 40;
const TICKS = 4;
const LONGEST = 1_200;

/** A sentence on the whole input has no path. */
const WHOLE =
  /^(not JSON: .*\(line \d+, column \d+\)|empty, expected JSON|larger than .*|nested deeper than .*|more than .*|written out it .*|expected an? (object|list).*|missing, expected .*)$/;
const LINES = /[\p{Cc}\u2028\u2029]/u;

/** @throws {Error} where a refusal is not one readable line with a place. */
export function judgeFaults(faults: readonly Fault[]): FuzzOutcome {
  if (faults.length === 0) throw new Error('refused for nothing');
  for (const fault of faults) {
    const sentence = faultSentence(fault);
    if (LINES.test(sentence)) throw new Error(`more than one line: ${JSON.stringify(sentence)}`);
    if (sentence.length > LONGEST) throw new Error(`${sentence.length} characters: ${sentence.slice(0, 200)}`);
    if (/undefined|\[object/.test(sentence)) throw new Error(`no sentence for a person: ${sentence}`);
    if (fault.path === '' && !WHOLE.test(fault.message)) throw new Error(`no place: ${sentence}`);
  }
  return 'refused';
}

/** @throws {Error} where a number of the state is not finite. */
function judgeWorld(world: World): void {
  for (const name of COLUMN_NAMES) {
    const at = world.columns[name].findIndex((value) => !Number.isFinite(value));
    if (at >= 0) throw new Error(`${name}[${at}] is ${world.columns[name][at]} after ${world.tick} ticks`);
  }
  judgeNumbers(world.alliances, 'alliances');
}

/** @throws {Error} where a number within a value is not finite. */
function judgeNumbers(value: unknown, at: string): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${at} is ${value}`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) judgeNumbers(inner, `${at}.${key}`);
}

export function judgeRun(
  scenario: Scenario,
  seed: string,
  placed: readonly Intervention[],
  ticks = TICKS,
): FuzzOutcome {
  if (scenario.actors.length > MOST_ACTORS) return 'large';
  const recorder = record(load(scenario), seed, placed, { ticks: Math.min(ticks, TICKS) });
  judgeWorld(recorder.world);
  while (recorder.advance(1)) judgeWorld(recorder.world);
  judgeWorld(recorder.world);
  judgeNumbers(recorder.history.events, 'events');
  judgeNumbers(summarise(recorder.history, {}).metrics, 'metrics');
  return 'ran';
}

function passOn<T>(checked: Checked<T>, then: (value: T) => FuzzOutcome): FuzzOutcome {
  return 'faults' in checked ? judgeFaults(checked.faults) : then(checked.value);
}

/** A text as it may stand in the file of a scenario. */
export const judgeScenario = (text: string): FuzzOutcome =>
  passOn(parseJson(text) as Checked<unknown>, (input) =>
    passOn(check(input), (scenario) => judgeRun(scenario, '1', [])),
  );

/** A text as it may stand in a file of interventions. */
export const judgeInterventions = (text: string, scenario: Scenario): FuzzOutcome =>
  passOn(parseJson(text) as Checked<unknown>, (input) =>
    passOn(checkPlaced(input, scenario), (placed) => judgeRun(scenario, '1', placed)),
  );

/** A text as it may stand in a run file; a run that passes can be repeated and compared. */
export const judgeRunFile = (text: string): FuzzOutcome =>
  passOn(parseJson(text) as Checked<unknown>, (input) =>
    passOn(checkRun(input), (run) => {
      const { scenario, seed, interventions, ticks } = run;
      if (ticks > TICKS || scenario.actors.length > MOST_ACTORS) return 'large';
      const recorder = record(load(scenario), seed, interventions, { ticks });
      recorder.advance(ticks);
      judgeFindings(verification(run, recorder.history).findings);
      return 'ran';
    }),
  );

function judgeFindings(findings: readonly string[]): void {
  for (const finding of findings)
    if (LINES.test(finding) || finding.length > LONGEST)
      throw new Error(`more than a line: ${JSON.stringify(finding)}`);
}

/** The text of a run file of few ticks. */
export function runFileOf(scenario: Scenario, placed: readonly Intervention[], ticks: number): string {
  const recorder = record(load(scenario), '1', placed, { ticks });
  recorder.advance(ticks);
  return JSON.stringify(runFile(recorder.history));
}
