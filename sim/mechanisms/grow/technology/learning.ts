import { existingIn } from '../../../world/existence.ts';
import type { World } from '../../../world/state.ts';
import { weightOf } from '../../produce/payoffs.ts';

/**
 * Writes what knowledge pools add to each member’s growth this tick. Knowledge is non-rival, so all members learn from the whole
 * pool (Romer 1990), whatever the rule of benefit sharing. @returns its mean over all actors.
 */
export function applyLearning(world: World, rate: number, gain: Float64Array): number {
  gain.fill(0);
  let sum = 0;
  for (const alliance of world.alliances) {
    if (!alliance.rival || alliance.clauses.purpose !== 'knowledge' || alliance.pool <= 0) continue;
    const added = rate * Math.min(1, weightOf(world, alliance));
    for (const { actor } of alliance.members) gain[actor]! += added;
    sum += added * alliance.members.length;
  }
  return sum / (existingIn(world) || 1);
}
