import type { Model } from '../model/model.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import type { Snapshot } from '../world/state.ts';
import type { Chronicle } from './chronicle.ts';
import type { Series } from './series.ts';

/** The recorded result of a run. Read it through `seek`, `fork` and `divergence`. */
export interface History {
  readonly model: Model;
  readonly seed: string;
  readonly interventions: readonly Intervention[];
  /** Tick at which this history diverges from its parent; 0 without a parent. */
  readonly from: number;
  readonly parent: History | undefined;
  /** Ticks done so far. */
  ticks: number;
  /** Two words a tick, high and low. Those at 2t are the digest of the state after tick t. */
  digests: Uint32Array;
  events: Event[];
  /** Number of events that happened, kept or not. */
  happened: number;
  series: Series;
  chronicle: Chronicle;
  /** States from which to re-run, by ascending tick; the first is the state at `from`. */
  keyframes: Snapshot[];
  keyframeEvery: number;
}
