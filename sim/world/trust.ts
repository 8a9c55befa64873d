import type { World } from './state.ts';

/** Trust of i in j: T_ij = (1−κ_i) c_ij + κ_i r_ij, in [0, 1]. */
export function trustBetween(world: World, i: number, j: number): number {
  const slot = i * world.shape.actors + j;
  const kappa = world.derived.kappa[i]!;
  return (1 - kappa) * world.columns.calculative[slot]! + kappa * world.columns.relational[slot]!;
}
