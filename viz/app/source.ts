import type { Frame, Replay } from '../../sim/replay.ts';
import type { Run as SavedRun } from '../../sim/scenario.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Summary } from '../../sim/summary.ts';
import type { Setting } from '../story/story.ts';

/** A run that is no bundled scenario’s plain one: what it is made of may be anybody’s, and is checked where it is run. */
export interface Given {
  scenario: unknown;
  interventions: readonly unknown[];
  ticks: number;
}

/** Where the page gets its runs from: an engine in a worker, or in a test something simpler. */
export interface Source {
  shelf: readonly { id: string; title: string; group?: string }[];
  setting(scenario: string): Setting;
  /** The scenarios of the shelf as they were written. */
  bundled: Readonly<Record<string, unknown>>;
  /** Rejects when the engine refuses or dies; `progress` is told the share done. What is given takes the scenario’s place. */
  run(scenario: string, seed: string, progress: (share: number) => void, given?: Given | null): Promise<Replay>;
  /** The state after so many ticks of the last run, or of the one it branched from so many branches `back`. */
  frame(ticks: number, back?: number): Promise<Frame>;
  /** The last run, to be saved. */
  runFile(): Promise<SavedRun>;
  /** A file of the last run, or of the one it branched from so many branches `back`: a run file, or a table or graph by its ending. */
  save(ending: string, back?: number): Promise<Uint8Array>;
  /** How runs are branched; without it there is no asking “what if”. */
  branching?: Branching;
}

export interface Branching {
  /** The last run, gone another way from `tick` on; rejects with one sentence, and then the last run is still the last. */
  fork(tick: number, interventions: readonly Intervention[], progress: (share: number) => void): Promise<Replay>;
  /** Drops the last branch. */
  unfork(): Promise<void>;
  summary(back?: number): Promise<Summary>;
}
