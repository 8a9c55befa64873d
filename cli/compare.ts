import { check, checkPlaced } from '../sim/check/check.ts';
import { load } from '../sim/engine/load.ts';
import type { History } from '../sim/history/history.ts';
import { record } from '../sim/history/record.ts';
import type { Model } from '../sim/model/model.ts';
import { comparison, type RunComparison } from '../sim/results/comparison.ts';
import type { Intervention } from '../sim/schema/intervention.ts';
import type { Scenario } from '../sim/schema/scenario.ts';
import { recordCooperatively } from '../workers/cooperative.ts';
import { eventDifferences } from './event-differences.ts';
import { accept } from './input-error.ts';
import { seedOf, withSetting } from './options.ts';
import { progressOf } from './progress.ts';
import { readJson, readScenario } from './read.ts';
import { yearText } from './report.ts';
import { table } from './table.ts';
import { print, printJson } from './terminal.ts';

export interface CompareOptions {
  with: string;
  against?: string;
  seed: string;
  set?: string[];
  json?: boolean;
}

/** Runs a scenario twice by one seed, so that what differs comes of the interventions. */
export async function compareCommand(name: string, options: CompareOptions): Promise<void> {
  const seed = seedOf(options.seed);
  const scenario = accept(check((options.set ?? []).reduce(withSetting, readScenario(name))), name);
  const placed = [options.with, options.against].map((file) => placedIn(file, scenario));
  const model = load(scenario);
  const a = await historyOf(model, seed, placed[0]!, 'A');
  const b = await historyOf(model, seed, placed[1]!, 'B');
  const found = comparison(a, b);
  if (options.json) printJson(found);
  else print(readable(found, a, b));
}

const placedIn = (file: string | undefined, scenario: Scenario): Intervention[] =>
  file === undefined ? [] : accept(checkPlaced(readJson(file), scenario), file);

async function historyOf(model: Model, seed: string, placed: Intervention[], which: string): Promise<History> {
  const recorder = record(model, seed, placed);
  await recordCooperatively(recorder, progressOf(`${model.scenario.id} ${which}`));
  return recorder.history;
}

const figure = (value: number): string => String(Number(value.toPrecision(4)));

function readable(found: RunComparison, a: History, b: History): string[] {
  const { title, time } = a.model.scenario;
  const placed = ({ interventions: { length } }: History): string =>
    length === 1 ? 'one intervention' : `${length || 'no'} interventions`;
  const head = `${title}, seed ${found.seed}: A with ${placed(a)}, B with ${placed(b)}`;
  if (found.divergence === null) return [head, 'A and B do not differ'];
  const rows = Object.entries(found.differences).map(([metric, difference]) => [
    metric,
    figure(found.a.metrics[metric]!),
    figure(found.b.metrics[metric]!),
    figure(difference),
  ]);
  return [
    head,
    `They diverge at tick ${found.divergence}, ${yearText(found.year!, time.start)}`,
    '',
    ...eventDifferences(a, b, found.divergence),
    '',
    'Metrics, at the end or over the whole run',
    ...table([['metric', 'A', 'B', 'A − B'], ...rows]),
  ];
}
