import type { Frame, Replay } from '../../sim/replay.ts';
import type { Setting } from '../story/story.ts';

/** Where the page gets its runs from: an engine in a worker, or in a test something simpler. */
export interface Source {
  shelf: readonly { id: string; title: string; group?: string }[];
  setting(scenario: string): Setting;
  /** Rejects when the engine refuses or dies; `progress` is told the share done. */
  run(scenario: string, seed: string, progress: (share: number) => void): Promise<Replay>;
  /** The state after so many ticks of the last run. */
  frame(ticks: number): Promise<Frame>;
}
