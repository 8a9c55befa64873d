import { begin, start, tick } from '../engine/run.ts';
import type { History } from '../history/history.ts';
import type { World } from '../world/state.ts';

/**
 * Re-runs a history from its start and passes the world after each of its ticks to `see`, for quantities that no series keeps.
 */
export function retrace(history: History, see: (world: World) => void): World {
  const { model, seed, interventions, ticks } = history;
  const world = start(model);
  const run = begin(model, seed, interventions, () => {});
  while (world.tick < ticks) {
    tick(run, world);
    see(world);
  }
  return world;
}
