import { availableParallelism } from 'node:os';
import { check } from '../sim/check/check.ts';
import { type Odds, oddsOf, unjudgedIn } from '../sim/experiment/fact-odds.ts';
import type { Scenario } from '../sim/schema/scenario.ts';
import { runJobsHereFirst } from '../workers/jobs-here-first.ts';
import { openNodeWorker } from '../workers/node.ts';
import { accept, throwInputError } from './input-error.ts';
import { wholeNumber, withSetting } from './options.ts';
import { seedsProgressOf } from './progress.ts';
import { readScenario } from './read.ts';
import { yearText } from './report.ts';
import { table } from './table.ts';
import { print, printJson } from './terminal.ts';

export interface OddsOptions {
  seeds: string;
  set?: string[];
  json?: boolean;
}

const MOST_SEEDS = 100_000;

export async function oddsCommand(name: string, options: OddsOptions): Promise<void> {
  const seeds = wholeNumber('seeds', options.seeds, 1, MOST_SEEDS);
  const scenario = accept(check((options.set ?? []).reduce(withSetting, readScenario(name))), name);
  refuseWithoutFacts(name, scenario);
  // Its threads end with the thread or process that opened them, so an interrupt needs no word to them.
  const runJobs = runJobsHereFirst(openNodeWorker, availableParallelism(), seedsProgressOf(scenario.id, seeds));
  const found = await oddsOf(runJobs, scenario, seeds);
  if (options.json) printJson(found);
  else print(readable(found, scenario));
}

function refuseWithoutFacts(name: string, scenario: Scenario): void {
  const { facts } = scenario.history;
  if (facts.length === 0) throwInputError(`${name}: history: expected facts to test in the runs, there are none`);
  const unjudged = unjudgedIn(scenario);
  if (unjudged.length < facts.length) return;
  const { id, why } = unjudged[0]!;
  throwInputError(`${name}: history: expected a fact that can be tested in a run, but for ${id} ${why}`);
}

/** In hundredths: an interval of a few hundred runs is no finer. */
const percent = (share: number): string => `${Math.round(100 * share)} %`;

function readable(
  { seeds, facts, brier, baseBrier, unjudged = [] }: Odds,
  { title, history, time }: Scenario,
): string[] {
  const factOf = (id: string) => history.facts.find((fact) => fact.id === id)!;
  const rows = facts.map(({ id, share, low, high }) => {
    const { from, statement } = factOf(id);
    const interval = `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
    return [percent(share).padStart(5), interval, yearText(from, time.start), id, statement ?? ''];
  });
  const left = unjudged.map(({ id, why }) => [id, why]);
  return [
    `${title}: the share of ${seeds} replications in which each fact happened`,
    '',
    ...table([['share', '95 %', 'year', 'fact', ''], ...rows]),
    '',
    `Brier score ${brier.toFixed(3)}: 0 if every fact happens in every replication, ${baseBrier} for a forecast of one half for each fact`,
    ...(left.length > 0 ? ['', 'Facts that cannot be tested in a run', ...table(left)] : []),
  ];
}
