import { check, checkPlaced } from '../sim/check/check.ts';
import { load } from '../sim/engine/load.ts';
import type { History } from '../sim/history/history.ts';
import { type Recorder, record } from '../sim/history/record.ts';
import { type Summary, summarise } from '../sim/results/summary.ts';
import { LIMITS } from '../sim/schema/common.ts';
import { recordCooperatively } from '../workers/cooperative.ts';
import { accept, throwInputError } from './input-error.ts';
import { linkTo, type RunSource, reportDivergence, sourceOf } from './link.ts';
import { seedOf, wholeNumber, withSetting } from './options.ts';
import { type Out, openOut } from './output-file.ts';
import { progressOf } from './progress.ts';
import { readJson } from './read.ts';
import { runReport } from './report.ts';
import { rowSource } from './sweep-row.ts';
import { print, printJson } from './terminal.ts';

export interface RunOptions {
  seed?: string;
  ticks?: string;
  set?: string[];
  with?: string;
  json?: boolean;
  link?: boolean;
  out?: string;
  /** DIR:RUN of a sweep, in place of a scenario. */
  row?: string;
}

/** A run that is ready to begin. */
interface Prepared {
  source: RunSource;
  /** The scenario as it was written, with what was set. */
  input: unknown;
  recorder: Recorder;
  out: Out | undefined;
}

export async function runCommand(name: string, options: RunOptions): Promise<void> {
  if (options.json && options.link) throwInputError('--link: cannot be combined with --json');
  const prepared = prepare(name, options);
  const { source, recorder, out } = prepared;
  const { history } = recorder;
  await recordCooperatively(recorder, progressOf(history.model.scenario.id));
  const { summary, link } = resultOf(history, options.link ? prepared.input : undefined);
  await out?.finish(history);
  if (source.received && isAsSent(options)) reportDivergence(source.received, history);
  if (link !== undefined) print([link]);
  else if (options.json) printJson(summary);
  else print(runReport(history, summary));
}

function prepare(name: string, options: RunOptions): Prepared {
  const asked = options.ticks === undefined ? undefined : wholeNumber('ticks', options.ticks, 0, LIMITS.ticks);
  const source = options.row === undefined ? sourceOf(name) : rowSource(options.row);
  const seed = options.seed === undefined ? seedOf(source.seed, source.label) : seedOf(options.seed);
  const input = (options.set ?? []).reduce(withSetting, source.scenario);
  const scenario = accept(check(input), source.label);
  const ticks = asked ?? (options.set?.some(isOfTime) ? undefined : source.ticks) ?? scenario.time.ticks;
  const placed = options.with === undefined ? source.interventions : readJson(options.with);
  const interventions = accept(checkPlaced(placed, scenario, ticks), options.with ?? source.label);
  const out = options.out === undefined ? undefined : openOut(options.out);
  return { source, input, recorder: record(load(scenario), seed, interventions, { ...out?.recording, ticks }), out };
}

const resultOf = (history: History, input: unknown): { summary: Summary; link: string | undefined } => ({
  summary: summarise(history),
  link: input === undefined ? undefined : linkTo(history, input),
});

/** Whether a link’s run is made as it was sent. */
const isAsSent = ({ seed, ticks, set, with: placed }: RunOptions): boolean =>
  seed === undefined && ticks === undefined && set === undefined && placed === undefined;

const isOfTime = (setting: string): boolean => setting.startsWith('time.ticks=');
