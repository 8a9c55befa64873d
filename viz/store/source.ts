import type { Attribution, AttributionRequest } from '../../sim/counterfactual/attribution.ts';
import type { MinimalChange } from '../../sim/counterfactual/minimal-change.ts';
import type { CohesionOverTime } from '../../sim/history/cohesion.ts';
import type { Phases } from '../../sim/results/phases.ts';
import type { Frame, Replay } from '../../sim/results/replay.ts';
import type { Summary } from '../../sim/results/summary.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Run as SavedRun } from '../../sim/schema/scenario.ts';
import type { Layout } from '../../workers/layout.ts';
import type { RemoteSession } from '../../workers/protocol.ts';
import type { Library } from './library.ts';

/** What a run is made of; it may be anybody’s, and is checked where it is run. */
export interface Given {
  scenario: unknown;
  interventions: readonly unknown[];
  /** As many as the scenario says where it is left out. */
  ticks?: number;
}

/** Where the page gets its runs from: an engine in a worker, or in a test something simpler. */
export interface Source extends Library {
  /** Rejects when the engine refuses or dies; `progress` is told the share done. */
  run(given: Given, seed: string, progress: (share: number) => void): Promise<Replay>;
  /** Where the actors of the last run stand in its picture. */
  places(): Promise<Layout>;
  /** The state after so many ticks of the last run, or of the one it branched from so many branches `back`. */
  frame(ticks: number, back?: number): Promise<Frame>;
  /** One tick of such a run, phase by phase; without it ticks have no inside. */
  phases?(tick: number, back?: number): Promise<Phases>;
  /** The last run, to be saved. */
  runFile(): Promise<SavedRun>;
  /** Trust within an alliance over its life; without it there is none to be shown. */
  cohesion?(alliance: string, founded: number, back?: number): Promise<CohesionOverTime>;
  /** A file of the last run, or of the one it branched from so many branches `back`: a run file, or a table or graph by its ending. */
  save(ending: string, back?: number): Promise<Uint8Array>;
  /** How runs are branched; without it there is no asking “what if”. */
  branching?: Branching;
  /** Another engine, for trying things out beside the run on show; without it nothing is tried out. */
  aside?(): RemoteSession;
}

export interface Branching {
  /**
   * The last run, gone another way from `tick` on; rejects with one sentence, and then the last run is still the last.
   * @param without places of those of its interventions that are left out.
   */
  fork(
    tick: number,
    interventions: readonly Intervention[],
    progress: (share: number) => void,
    without?: readonly number[],
  ): Promise<Replay>;
  /** Drops the last branch. */
  unfork(): Promise<void>;
  summary(back?: number): Promise<Summary>;
  /** What would have kept the event of that place in the replay’s list from happening; rejects as cancelled once something newer is asked. */
  flip(event: number, back?: number): Promise<MinimalChange>;
  /** What ended an alliance of the last run, or of one before it; without it nobody can ask. */
  inquest?: {
    run(request: AttributionRequest, progress: (share: number) => void): Promise<Attribution>;
    cancel(): Promise<void>;
  };
}
