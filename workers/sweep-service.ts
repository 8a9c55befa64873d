import type { Fault } from '../sim/check/check.ts';
import type { RunRequest } from '../sim/experiment/run-request.ts';
import type { PointSummary, SweepAnalysis } from '../sim/experiment/sweep/analyse.ts';
import type { Cell, SweepRow } from '../sim/experiment/sweep/columns.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import type { RowStatus } from '../sim/experiment/sweep/run-row.ts';

// What crosses between the page and the worker that keeps, runs and reads sweeps for it.

/** A sweep as a person wrote it, with what stands beside it. */
export interface SweepDraft {
  /** As a file of a sweep says it: unknown until it is checked. Its scenario stands in it: the page puts it there. */
  spec: unknown;
  /** Texts of the files that it names (a scenario, a CSV of points, lists of interventions), by their names. */
  files?: Readonly<Record<string, string>>;
}

/** What a checked sweep will cost, and the columns that its table will have. */
export interface PlanOutline {
  plan: SweepPlan;
  /** Key under which it is kept: the hash of its plan. */
  key: string;
}

/** Some of its runs, timed. */
export interface SweepEstimate {
  runs: number;
  shards: number;
  secondsPerRun: number;
  /** Of all shards. */
  bytes: number;
  /** Runs that were tried, and those of them that were refused or failed, with the sentence of the first. */
  tried: number;
  refused: number;
  why: string | undefined;
}

/** A sweep that this browser keeps. */
export interface KeptSweep {
  key: string;
  /** Title of its scenario. */
  title: string;
  scenario: string;
  runs: number;
  /** Runs in finished shards. */
  finished: number;
  /** Of its shards and series. */
  bytes: number;
  /** When something was last kept, ms since 1970. */
  changed: number;
  /** The engine of its plan. Only a plan of this engine can go on; others are shown as they are. */
  engine: string;
}

export type SweepFaultKind =
  /** The browser keeps nothing: a private window, or storage is blocked. The sweep runs, and is lost with the tab. */
  | 'unkept'
  /** No room is left. Finished shards are kept. */
  | 'full'
  /** Another tab runs this sweep. */
  | 'elsewhere'
  /** More runs than a page holds: the command runs them. */
  | 'large'
  /** Anything else: `sentence` says it. */
  | 'other';

export interface SweepFault {
  kind: SweepFaultKind;
  /** In English, as the engine and the browser say it. */
  sentence: string;
}

export type SweepStage = 'idle' | 'running' | 'stopping' | 'stopped' | 'done' | 'failed';

export interface SweepProgress {
  stage: SweepStage;
  /** Runs that are made, those of unfinished shards too; and how many there are to be. */
  done: number;
  total: number;
  /** Finished shards, which are kept; an unfinished one is lost with the tab. */
  shardsDone: number;
  shards: number;
  /** Runs by how they ended. */
  counts: Readonly<Record<RowStatus, number>>;
  /** Runs a second since the start; undefined until it can be told. */
  rate: number | undefined;
  secondsLeft: number | undefined;
  /** Workers that run it. */
  workers: number;
  /** Why it failed, or what else a person must know; a sweep with the fault `unkept` runs on. */
  fault: SweepFault | undefined;
}

/** A column of the table so far, by run: NaN or null where there is no value or no run yet. Truth values are 0 and 1. */
export type ColumnValues = Float64Array | readonly (string | null)[];

/** What `foedus analyse --json` says; the summaries of points and variants at once. */
export type AnalysisOfRuns = Omit<SweepAnalysis, 'summary'> & { points: readonly PointSummary[] };

/** A line of the per-tick series of a run: tick, then the measures in the order of `plan.series`. */
export type SeriesLine = readonly Cell[];

/** A file of the folder, as the command would have written it. */
export interface SweepFile {
  /** `plan.json`, `shards/shard-00000.parquet`, `series/00000.pq`. */
  path: string;
  bytes: number;
}

/** A file that somebody brought, by its path within a folder, or its name alone. */
export interface BroughtFile {
  path: string;
  content: Blob;
}

/** All calls of the worker. Each refusal is an Error with one sentence. */
export interface SweepService {
  check(draft: SweepDraft): Promise<{ value: PlanOutline } | { faults: Fault[] }>;
  estimate(draft: SweepDraft): Promise<SweepEstimate>;
  kept(): Promise<{ sweeps: KeptSweep[]; fault: SweepFault | undefined }>;
  create(draft: SweepDraft): Promise<string>;
  bring(files: readonly BroughtFile[]): Promise<string>;
  erase(key: string): Promise<void>;
  plans(key: string): Promise<SweepPlan[]>;
  progress(key: string): Promise<SweepProgress>;
  start(key: string, workers: number): Promise<void>;
  stop(key: string): Promise<void>;
  rows(key: string, from: number, to: number): Promise<SweepRow[]>;
  columns(key: string, names: readonly string[]): Promise<ColumnValues[]>;
  series(key: string, run: number): Promise<SeriesLine[]>;
  analysis(key: string): Promise<AnalysisOfRuns>;
  runOf(key: string, run: number): Promise<RunRequest>;
  files(key: string): Promise<SweepFile[]>;
  file(key: string, path: string): Promise<Uint8Array>;
  zip(key: string): Promise<Blob>;
}
