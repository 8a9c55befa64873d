import type { Frame, Replay } from '../../sim/replay.ts';
import type { Run as SavedRun } from '../../sim/scenario.ts';
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
  /** The state after so many ticks of the last run. */
  frame(ticks: number): Promise<Frame>;
  /** The last run, to be saved. */
  runFile(): Promise<SavedRun>;
}
