import type { Alliance } from '../../alliance.ts';
import type { Turn } from '../../mechanism.ts';
import type { World } from '../../world.ts';

/** Whether it is an alliance’s turn to look at itself: once a year, on the day it was founded. */
export function yearlyTurn(world: World, { model }: Pick<Turn, 'model'>, { founded }: Alliance): boolean {
  const age = world.tick - Math.round(founded);
  return age > 0 && age % model.scenario.time.ticksPerYear === 0;
}
