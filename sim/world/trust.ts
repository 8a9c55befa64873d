import type { World } from './state.ts';

/** T_ij = (1−κ_i) c_ij + κ_i r_ij, i’s trust in j, in [0, 1]. */
export function trustBetween(world: World, i: number, j: number): number {
  const slot = i * world.shape.actors + j;
  const kappa = world.derived.kappa[i]!;
  return (1 - kappa) * world.columns.calculative[slot]! + kappa * world.columns.relational[slot]!;
}
