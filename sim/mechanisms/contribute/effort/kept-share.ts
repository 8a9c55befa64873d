import { isHeld } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import type { World } from '../../../world/state.ts';

/**
 * For each actor that is held, by how much its budget has grown since the last tick: an effort that grows with it stays at its share
 * of the budget. Undefined where none is held. Read before the efforts of this tick are written.
 */
export function growthOfHeld(world: World, context: Pick<StepContext, 'decisions'>): Map<number, number> | undefined {
  if (!context.decisions.held) return undefined;
  const { budget, spent, rate } = world.columns;
  const growth = new Map<number, number>();
  for (let i = 0; i < budget.length; i++)
    if (isHeld(context, i)) growth.set(i, rate[i]! > 0 && spent[i]! > 0 ? (budget[i]! * rate[i]!) / spent[i]! : 1);
  return growth;
}
