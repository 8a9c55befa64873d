import type { ScenariosById } from '../formats/link/link.ts';
import type { Fault } from '../sim/check/check.ts';
import type { RunRequest } from '../sim/experiment/run-request.ts';
import type { SweepChoices } from '../sim/experiment/sweep/choices.ts';
import type { SweepRow } from '../sim/experiment/sweep/columns.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import type { BroughtFile } from './brought-files.ts';
import type { SweepProgress } from './kept-sweep.ts';
import type { ColumnValues } from './run-table.ts';
import type { SweepFault } from './sweep-fault.ts';
import type { AnalysisOfRuns, SweepDraft } from './sweep-questions.ts';
import type { KeptSweep } from './sweep-storage.ts';

// What crosses between the page and the worker that keeps, runs and reads sweeps for it.

export type { BroughtFile } from './brought-files.ts';
export type { SweepProgress, SweepStage } from './kept-sweep.ts';
export type { ColumnValues } from './run-table.ts';
export type { SweepFault, SweepFaultKind } from './sweep-fault.ts';
export type { AnalysisOfRuns, SweepDraft } from './sweep-questions.ts';
export type { KeptSweep } from './sweep-storage.ts';

/** A checked sweep: what it will run, and the columns that its table will have. */
export interface PlanOutline {
  plan: SweepPlan;
  /** The hash of its plan, under which it is kept. */
  key: string;
}

/** Some of its runs, timed. */
export interface SweepEstimate {
  runs: number;
  shards: number;
  secondsPerRun: number;
  /** Of all shards; per-tick series come to it. */
  bytes: number;
  /** Runs that were tried, and those of them that were refused or failed, with the sentence of the first. */
  tried: number;
  refused: number;
  why: string | undefined;
}

/** A file of the folder, as the command would have written it. */
export interface SweepFile {
  /** `plan.json`, `shards/shard-00000.parquet`, `series/00000.pq`. */
  path: string;
  bytes: number;
}

/** All calls of the worker. Each refusal is an Error with one sentence; sweepFaultOf tells its kind. */
export interface SweepService {
  check(draft: SweepDraft): Promise<{ value: PlanOutline } | { faults: Fault[] }>;
  choices(scenario: unknown): Promise<SweepChoices>;
  /** A later one ends an earlier one as cancelled. */
  estimate(draft: SweepDraft): Promise<SweepEstimate>;
  kept(): Promise<{ sweeps: KeptSweep[]; fault: SweepFault | undefined }>;
  create(draft: SweepDraft): Promise<string>;
  bring(files: readonly BroughtFile[]): Promise<string>;
  erase(key: string): Promise<void>;
  /** Takes up what another tab kept meanwhile. */
  plans(key: string): Promise<SweepPlan[]>;
  progress(key: string): Promise<SweepProgress>;
  /** Resolves when it is over, however it ended. */
  start(key: string, workers: number): Promise<void>;
  stop(key: string): Promise<void>;
  rows(key: string, from: number, to: number): Promise<SweepRow[]>;
  columns(key: string, names: readonly string[]): Promise<ColumnValues[]>;
  /** Lines of the per-tick series: tick, then the measures in the order of the plan. */
  series(key: string, run: number): Promise<SweepRow[]>;
  analysis(key: string): Promise<AnalysisOfRuns>;
  runOf(key: string, run: number): Promise<RunRequest>;
  linkOf(key: string, run: number, scenarios: ScenariosById): Promise<string>;
  files(key: string): Promise<SweepFile[]>;
  file(key: string, path: string): Promise<Uint8Array>;
  zip(key: string): Promise<Blob>;
}

/** A message besides the answers: progress of a sweep, or that the list of kept ones has changed. */
export type SweepNews = { sweep: string; progress: SweepProgress } | { sweep: undefined };

export const isSweepNews = (message: unknown): message is SweepNews =>
  typeof message === 'object' && message !== null && 'sweep' in message;
