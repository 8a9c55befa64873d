import type { History } from '../history/history.ts';
import type { World } from '../world/state.ts';

/** Judges one fact in one run. */
export interface Watch {
  /** To be called after every tick, in order; absent where the history suffices. */
  observe?: (world: World) => void;
  /** Whether the fact happened; to be called once the run is over. */
  happened(history: History): boolean;
}
