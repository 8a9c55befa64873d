import { ALLIED } from '../schema/treaty.ts';
import type { World } from './state.ts';
import { trustBetween } from './trust.ts';

/** Weaker ties count as none. */
const NEUTRAL = 0.1;

/**
 * The mutual tie of two actors, symmetric, in [−2, 1.5], and 0 where it is neither positive nor negative: mutual trust above or
 * below the middle, less the ill will of the one with more of it, and a bonus for allies.
 */
export function tieBetween(world: World, i: number, j: number): number {
  const n = world.shape.actors;
  const { hostility } = world.columns;
  const ally = (world.derived.bonds[i * n + j]! & ALLIED) === 0 ? 0 : 0.5;
  const tie =
    trustBetween(world, i, j) +
    trustBetween(world, j, i) -
    1 +
    ally -
    Math.max(hostility[i * n + j]!, hostility[j * n + i]!);
  return tie > NEUTRAL || tie < -NEUTRAL ? tie : 0;
}
