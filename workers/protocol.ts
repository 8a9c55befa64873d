import type { Fault } from '../sim/check/check.ts';
import type { ClassifiedFile } from '../sim/check/classify-file.ts';
import type { Attribution, AttributionRequest } from '../sim/counterfactual/attribution.ts';
import type { MinimalChange } from '../sim/counterfactual/minimal-change.ts';
import type { BotChoices } from '../sim/experiment/bot-choices.ts';
import type { ParameterControl, Values } from '../sim/experiment/parameter-controls.ts';
import type { RunRequest } from '../sim/experiment/run-request.ts';
import type { CohesionOverTime } from '../sim/history/cohesion.ts';
import type { OpenCall } from '../sim/history/open-call.ts';
import type { Preview } from '../sim/preview/preview-result.ts';
import type { Phases } from '../sim/results/phases.ts';
import type { Frame, Replay } from '../sim/results/replay.ts';
import type { Summary } from '../sim/results/summary.ts';
import type { Run } from '../sim/schema/scenario.ts';
import type { Event } from '../sim/world/event.ts';
import type { Layout } from './layout.ts';

// All messages between a host and the worker that runs sim for it.

export interface Progress {
  /** Number of ticks done; `ticks` is their total. */
  tick: number;
  ticks: number;
}

export type OnProgress = (progress: Progress) => void;

/** Where a run stands that is played while people decide, and what has happened since the last answer. */
export interface LiveStep {
  /** Ticks done, and those of the whole run. */
  tick: number;
  ticks: number;
  /** The state after the last tick that is done. */
  frame: Frame;
  /** What happened in the ticks that this call ran. */
  events: Event[];
  /** Calls to arms of the last tick that wait for a person's answer; the run stopped there. */
  calls: OpenCall[];
}

/**
 * One run at a time, wherever it is computed. Every refusal is an Error whose message is `path: sentence`. A later `run` or `fork`
 * ends an earlier one in progress, which then fails as cancelled.
 */
export interface Session {
  /** All faults of a scenario; empty if it can be run. */
  check(scenario: unknown): Promise<Fault[]>;
  /** Reads the text of a file that should contain a scenario or a saved run. */
  classifyFile(text: string): Promise<ClassifiedFile>;
  /** The parameters of a scenario that a person may set before it is run. */
  parameterControls(scenario: unknown): Promise<ParameterControl[]>;
  /** The scenario with parameters set. */
  withParameters(scenario: unknown, values: Values): Promise<unknown>;
  run(request: RunRequest, onProgress?: OnProgress): Promise<Replay>;
  /** The layout of the actors of the current run; a later run or fork ends it as cancelled. */
  layout(): Promise<Layout>;
  /** The state after `tick` ticks of the current run, or of the run from which it branched, `back` forks ago. */
  frame(tick: number, back?: number): Promise<Frame>;
  /** Tick `tick` of that run, phase by phase. */
  phases(tick: number, back?: number): Promise<Phases>;
  /**
   * Forks the current run at `tick`; the fork then becomes the current run.
   * @param without indices of the run's own interventions that the fork leaves out.
   */
  fork(tick: number, interventions: unknown, onProgress?: OnProgress, without?: readonly number[]): Promise<Replay>;
  /** Drops the last fork: the run from which it branched is the current one again. */
  unfork(): Promise<void>;
  /** Digest after each tick of a run made only for that; the current run stays. */
  digests(request: RunRequest): Promise<string[]>;
  /** Of the current run, or of the run `back` forks ago. */
  summary(back?: number): Promise<Summary>;
  /** The smallest change that would have prevented an event. A later question, run or fork ends an earlier one as cancelled. */
  minimalChange(event: number, back?: number): Promise<MinimalChange>;
  /**
   * Trust within an alliance over its life. The tick of founding distinguishes alliances with the same id. A later question, run or
   * fork ends it as cancelled.
   */
  cohesion(alliance: string, founded: number, back?: number): Promise<CohesionOverTime>;
  runFile(): Promise<Run>;
  /** Attribution of an alliance's end, cause by cause; the current run stays. Progress counts the runs done. */
  attribution(request: AttributionRequest, onProgress?: OnProgress): Promise<Attribution>;
  /** A file with this ending (a run file or one of FORMATS) of the current run or of the run `back` forks ago. */
  save(ending: string, back?: number): Promise<Uint8Array>;
  /**
   * Begins a run that is played while people decide, in place of an earlier one. It stands beside the current run, which stays.
   */
  begin(request: RunRequest): Promise<LiveStep>;
  /**
   * Adds interventions to that run, at ticks that are not done, and runs it to tick `toTick`, or only to the end of a tick in which a
   * call waits for an answer.
   */
  advance(toTick: number, interventions?: unknown): Promise<LiveStep>;
  /** Undoes the last tick of that run, to run it again with further interventions. Only the last one can be undone. */
  rewind(): Promise<LiveStep>;
  /** What a decision would pay and get for an actor at the state of that run, by its own beliefs and without a draw. */
  preview(actor: string, choice: unknown): Promise<Preview>;
  /** What the bot would have done for an actor in the ticks of that run from `from` to before `to`. Its last tick is then final. */
  botChoices(actor: string, from: number, to: number): Promise<BotChoices>;
  /** Makes that run, as far as it has come, the current run, of which all else can be asked. Its last tick is then final. */
  record(): Promise<Replay>;
  /** Ends the run in progress, if any; the current run stays the last one that was finished. */
  cancel(): Promise<void>;
}

/**
 * The effect of a call on a session, for a client at a distance. query: answers from existing data. work: takes a while, and
 * `cancel` ends it. run, fork, unfork: change which runs exist, so a worker that replaces a dead one must replay these calls; so do
 * begin and step for the run that is played while people decide, and record, which makes it the current one.
 */
export type CallEffect = 'query' | 'work' | 'run' | 'fork' | 'unfork' | 'begin' | 'step' | 'record' | 'cancel';

/** Every call of a session. `progressAt` is the index of the argument that is the progress callback. */
export const SESSION_CALLS: Readonly<Record<keyof Session, { effect: CallEffect; progressAt?: number }>> = {
  check: { effect: 'query' },
  classifyFile: { effect: 'query' },
  parameterControls: { effect: 'query' },
  withParameters: { effect: 'query' },
  run: { effect: 'run', progressAt: 1 },
  layout: { effect: 'work' },
  frame: { effect: 'query' },
  phases: { effect: 'query' },
  fork: { effect: 'fork', progressAt: 2 },
  unfork: { effect: 'unfork' },
  digests: { effect: 'work' },
  summary: { effect: 'query' },
  minimalChange: { effect: 'work' },
  cohesion: { effect: 'work' },
  runFile: { effect: 'query' },
  attribution: { effect: 'work', progressAt: 1 },
  save: { effect: 'query' },
  begin: { effect: 'begin' },
  advance: { effect: 'step' },
  rewind: { effect: 'step' },
  preview: { effect: 'query' },
  botChoices: { effect: 'query' },
  record: { effect: 'record' },
  cancel: { effect: 'cancel' },
};

/** A session that lives in a worker, and the function that ends it. */
export interface RemoteSession extends Session {
  /** Starts the worker before the first call. */
  prepare(): void;
  close(): void;
}

const CANCELLED = 'cancelled';
export const cancelled = (): Error => new Error(CANCELLED);
export const isCancelled = (error: unknown): boolean => error instanceof Error && error.message === CANCELLED;

/** Progress message from a worker before its answer; comlink ignores messages without an id. */
export interface ProgressNews {
  progress: Progress;
  /** The number that the caller gave the run. */
  of: number;
}
export const isProgressNews = (message: unknown): message is ProgressNews =>
  typeof message === 'object' && message !== null && 'progress' in message && 'of' in message;
