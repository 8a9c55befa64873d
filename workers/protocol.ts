import type { Fault } from '../sim/check/check.ts';
import type { ClassifiedFile } from '../sim/check/classify-file.ts';
import type { Attribution, AttributionRequest } from '../sim/counterfactual/attribution.ts';
import type { MinimalChange } from '../sim/counterfactual/minimal-change.ts';
import type { ParameterControl, Values } from '../sim/experiment/parameter-controls.ts';
import type { RunRequest } from '../sim/experiment/run-request.ts';
import type { CohesionOverTime } from '../sim/history/cohesion.ts';
import type { Phases } from '../sim/results/phases.ts';
import type { Frame, Replay } from '../sim/results/replay.ts';
import type { Summary } from '../sim/results/summary.ts';
import type { Run } from '../sim/schema/scenario.ts';
import type { Layout } from './layout.ts';

// All that crosses between a host and the worker that runs sim for it.

export interface Progress {
  /** Ticks done, of so many. */
  tick: number;
  ticks: number;
}

export type OnProgress = (progress: Progress) => void;

/**
 * One run at a time, wherever it is run. Every refusal is an Error whose message is `path: sentence`. A later `run` or `fork`
 * ends an earlier one that is under way, which then fails as cancelled.
 */
export interface Session {
  /** All that is wrong with a scenario; nothing if it can be run. */
  check(scenario: unknown): Promise<Fault[]>;
  /** Reads the text of a file that should be a scenario or a saved run. */
  classifyFile(text: string): Promise<ClassifiedFile>;
  /** What may be turned of a scenario before it is run. */
  parameterControls(scenario: unknown): Promise<ParameterControl[]>;
  /** The scenario with levers turned. */
  withParameters(scenario: unknown, values: Values): Promise<unknown>;
  run(request: RunRequest, onProgress?: OnProgress): Promise<Replay>;
  /** Where the actors of the current run stand in its picture; a later run or fork ends it as cancelled. */
  layout(): Promise<Layout>;
  /** The state after so many ticks of the current run, or of the one that it branched from so many forks `back`. */
  frame(tick: number, back?: number): Promise<Frame>;
  /** Tick `tick` of that run, phase by phase. */
  phases(tick: number, back?: number): Promise<Phases>;
  /**
   * Makes the current run go another way from `tick` on; from then on that is the current run.
   * @param without places of those of its own interventions that the fork does not have.
   */
  fork(tick: number, interventions: unknown, onProgress?: OnProgress, without?: readonly number[]): Promise<Replay>;
  /** Drops the last fork: the run that it branched from is the current one again. */
  unfork(): Promise<void>;
  /** Digest after each tick of a run that is made for that alone; the current one stays. */
  digests(request: RunRequest): Promise<string[]>;
  /** Of the current run, or of the one so many forks `back`. */
  summary(back?: number): Promise<Summary>;
  /** What would have kept an event from happening; a later question, run or fork ends an earlier one as cancelled. */
  minimalChange(event: number, back?: number): Promise<MinimalChange>;
  /** Trust within an alliance over its life; the tick of founding tells those apart that bear one id. Likewise ended by a later one. */
  cohesion(alliance: string, founded: number, back?: number): Promise<CohesionOverTime>;
  runFile(): Promise<Run>;
  /** What ended an alliance, tried out one by one; the current run stays. Progress counts the runs made. */
  attribution(request: AttributionRequest, onProgress?: OnProgress): Promise<Attribution>;
  /** A file of such an ending, a run file or one of FORMATS, of the current run or of the one so many forks `back`. */
  save(ending: string, back?: number): Promise<Uint8Array>;
  /** Ends the run under way, if there is one; the current run stays the last that was finished. */
  cancel(): Promise<void>;
}

/**
 * What a call does to a session, for whoever holds one at a distance.
 * query: answers from what there is. work: takes a while, and `cancel` ends it. run, fork, unfork: change which runs there are, so
 * a worker that takes the place of a dead one must be told them again.
 */
type Effect = 'query' | 'work' | 'run' | 'fork' | 'unfork' | 'cancel';

/** Every call of a session. `progressAt` is the place among its arguments of the function that is told how far it is. */
export const SESSION_CALLS: Readonly<Record<keyof Session, { effect: Effect; progressAt?: number }>> = {
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
  cancel: { effect: 'cancel' },
};

/** A session that lives in a worker, and what ends it. */
export interface RemoteSession extends Session {
  /** Has the worker come before it is asked for anything. */
  prepare(): void;
  close(): void;
}

const CANCELLED = 'cancelled';
export const cancelled = (): Error => new Error(CANCELLED);
export const isCancelled = (error: unknown): boolean => error instanceof Error && error.message === CANCELLED;

/** News from a worker between its answers; comlink passes over what has no id. */
export interface ProgressNews {
  progress: Progress;
  /** The number that its caller gave the run. */
  of: number;
}
export const isProgressNews = (message: unknown): message is ProgressNews =>
  typeof message === 'object' && message !== null && 'progress' in message && 'of' in message;
