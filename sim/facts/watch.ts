import type { History } from '../history/history.ts';
import type { World } from '../world/state.ts';

/** Whoever judges one fact in one run. */
export interface Watch {
  /** To be called after every tick, in order; absent where the history tells all. */
  observe?: (world: World) => void;
  /** Whether it happened, once the run is over. */
  happened(history: History): boolean;
}
