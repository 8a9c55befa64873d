import type { ReadonlySignal } from '@preact/signals';
import type { Fault } from '../../sim/check/check.ts';
import type { RunRequest } from '../../sim/experiment/run-request.ts';
import type { SweepChoices } from '../../sim/experiment/sweep/choices.ts';
import type { SweepRow } from '../../sim/experiment/sweep/columns.ts';
import type { SweepPlan } from '../../sim/experiment/sweep/plan.ts';
import type {
  AnalysisOfRuns,
  BroughtFile,
  ColumnValues,
  KeptSweep,
  PlanOutline,
  SweepDraft,
  SweepEstimate,
  SweepFault,
  SweepFile,
  SweepProgress,
} from '../../workers/sweep-service.ts';

// What the screen has of sweeps. All work is done in a worker of its own, which comes with the first call; the screen holds no engine.
// Every refusal is an Error whose message is one sentence; `sweepFaultOf` of workers/sweep-fault.ts tells its kind, for words of the page.

/** The sweeps that this browser keeps. Made by `openKeptSweeps(library)` in open-kept-sweeps.ts; one a page. */
export interface KeptSweeps {
  /** The last changed first. */
  list: ReadonlySignal<readonly KeptSweep[]>;
  /** Why nothing is kept here (`unkept`); sweeps then run all the same. */
  fault: ReadonlySignal<SweepFault | undefined>;
  /** Reads the list again, as after another tab changed it. */
  refresh(): Promise<void>;

  /**
   * All faults of a sweep, or its plan with its columns, runs and shards. A scenario may be the id of one of the catalogue. Never rejects
   * for what a person wrote.
   */
  check(draft: SweepDraft): Promise<{ value: PlanOutline } | { faults: readonly Fault[] }>;
  /** Paths that may vary, with their ranges, and what can be measured: of a scenario as it was written. */
  choices(scenario: unknown): Promise<SweepChoices>;
  /** Makes and times some runs, for about two seconds. Divide `secondsPerRun` by the workers. A later one ends an earlier one as cancelled. */
  estimate(draft: SweepDraft): Promise<SweepEstimate>;

  /** Keeps the plan of a sweep, and opens it. Where the same plan is kept already, that one is opened, with all its runs. */
  create(draft: SweepDraft): Promise<SweepJob>;
  open(key: string): Promise<SweepJob>;
  /**
   * Opens what the command or another browser made: files of a folder (plan.json, shards, series), one zip of them, or shards of a sweep
   * that is kept already. What is kept gets the shards that it lacks. Rejects with the command's sentence for damage or another plan.
   */
  bring(files: readonly BroughtFile[]): Promise<SweepJob>;
  /** Lets a person choose a folder, where the browser can; undefined if none was chosen. See `canOpenFolders`. */
  bringFolder(): Promise<SweepJob | undefined>;
  erase(key: string): Promise<void>;
}

/** One sweep: its runs so far, and what makes them. It goes on while other screens are open; `open` gives the same one again. */
export interface SweepJob {
  /** The hash of its (first) plan, under which it is kept. */
  key: string;
  /** The plan; of a folder with extensions the last one, whose points and replicates are all there are. */
  plan: SweepPlan;
  /** All plans, in order. */
  plans: readonly SweepPlan[];
  /** Changes at most a few times a second. */
  progress: ReadonlySignal<SweepProgress>;

  /** Makes the runs that are missing. By default one worker less than there are processors, at least one. Does nothing while it runs. */
  start(workers?: number): void;
  /** Ends all workers at once; finished shards stay. Resolves when it is over. */
  stop(): Promise<void>;

  /** The rows that are made, by run, those of unfinished shards too: all, or those of the runs from `from` to before `to`. */
  rows(from?: number, to?: number): Promise<SweepRow[]>;
  /** Some columns of all runs, for charts: one value a run, at the run's number. */
  columns(names: readonly string[]): Promise<ColumnValues[]>;
  /** The per-tick series of a run of a finished shard: tick, then the measures in the order of `plan.series`. Empty where there is none. */
  series(run: number): Promise<SweepRow[]>;
  /** What `foedus analyse` says of the runs so far: means with intervals a point, indices, whether there are enough replicates. */
  analysis(): Promise<AnalysisOfRuns>;

  /**
   * Scenario, seed, interventions and ticks of a run: with these the replay has the digest of the row. Open it with
   * `run.start(id, request.seed, undefined, request)`. Rejects for a run that was refused.
   */
  runOf(run: number): Promise<RunRequest>;
  /** The link to that replay; rejects where it does not fit into one. */
  linkOf(run: number): Promise<string>;

  /** The files that the command would have written: the same bytes. */
  files(): Promise<readonly SweepFile[]>;
  file(path: string): Promise<Blob>;
  /** All of them in one zip, for a download. */
  zip(): Promise<Blob>;
  /** Lets a person choose a folder and writes them there; false if none was chosen. See `canOpenFolders`. */
  saveFolder(): Promise<boolean>;
}
