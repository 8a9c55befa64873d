import type { StepContext } from '../../../model/mechanism.ts';
import type { World } from '../../../world/state.ts';

/** Ids of the shocks that persons cancelled. A cancellation in the tick of a shock comes in time: else none could prevent one in the first tick. */
export function cancelledShocks(world: World, { interventions }: StepContext): Set<string> {
  const ids = new Set(world.cancelled);
  for (const placed of interventions) if (placed.kind === 'cancel' && placed.what === 'shock') ids.add(placed.id);
  return ids;
}
