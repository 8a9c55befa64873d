import type { Model } from '../model/model.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import type { Snapshot } from '../world/state.ts';
import type { Chronicle } from './chronicle.ts';
import type { Series } from './series.ts';

/** What a run leaves. Read it through `seek`, `fork` and `divergence`. */
export interface History {
  readonly model: Model;
  readonly seed: string;
  readonly interventions: readonly Intervention[];
  /** Tick at which this history begins to differ from its parent, 0 for one without. */
  readonly from: number;
  readonly parent: History | undefined;
  /** Ticks done. */
  ticks: number;
  /** Two words a tick, high and low: those of tick t, at 2t, hash the state that tick t left. */
  digests: Uint32Array;
  events: Event[];
  /** Events that happened, kept or not. */
  happened: number;
  series: Series;
  chronicle: Chronicle;
  /** States to start from, by rising tick; the first is the state at `from`. */
  keyframes: Snapshot[];
  keyframeEvery: number;
}
