import { begin, start, tick } from '../engine/run.ts';
import type { World } from '../world/state.ts';
import { restore } from '../world/world.ts';
import type { History } from './history.ts';

/**
 * The state after `t` ticks, re-run from the nearest keyframe before it: bit-identical to the state of the original run.
 * @returns a new world, which the caller may change.
 * @throws {RangeError} outside 0 … history.ticks.
 */
export function seek(history: History, t: number): World {
  if (!Number.isInteger(t) || t < 0 || t > history.ticks)
    throw new RangeError(`tick ${t} is outside this history (0 to ${history.ticks})`);
  if (t < history.from && history.parent) return seek(history.parent, t);
  let nearest = history.keyframes[0]!;
  for (const keyframe of history.keyframes) if (keyframe.tick <= t) nearest = keyframe;
  const world = start(history.model);
  restore(world, nearest);
  const run = begin(history.model, history.seed, history.interventions);
  while (world.tick < t) tick(run, world);
  return world;
}
