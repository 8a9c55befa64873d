import type { World } from '../../../world/state.ts';
import { weightOf } from '../../produce/payoffs.ts';

/**
 * Writes what knowledge pools add to each member’s growth this tick: knowledge is used up by nobody, so all learn alike from all of
 * the pool (Romer 1990), whatever the rule by which benefits are shared. @returns its mean over all actors.
 */
export function applyLearning(world: World, rate: number, gain: Float64Array): number {
  const n = world.shape.actors;
  gain.fill(0);
  let sum = 0;
  for (const alliance of world.alliances) {
    if (!alliance.rival || alliance.clauses.purpose !== 'knowledge' || alliance.pool <= 0) continue;
    const added = rate * Math.min(1, weightOf(world, alliance));
    for (const { actor } of alliance.members) gain[actor]! += added;
    sum += added * alliance.members.length;
  }
  return sum / n;
}
