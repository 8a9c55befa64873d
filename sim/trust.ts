import type { World } from './world.ts';

const CULTURE_SIZE = 5;
const INDIVIDUALISM = 1;
const CONTEXT = 3;

/** κ_i: weight of relational trust. Collectivist, high-context actors lean on relations (Hall 1976; Hofstede 2001). */
export function relationalWeight(world: World, i: number): number {
  const { culture } = world.columns;
  return 0.5 + 0.25 * (culture[i * CULTURE_SIZE + CONTEXT]! - culture[i * CULTURE_SIZE + INDIVIDUALISM]!);
}

/** T_ij, i's trust in j, in [0, 1]. */
export function trustBetween(world: World, i: number, j: number): number {
  const slot = i * world.shape.actors + j;
  const kappa = relationalWeight(world, i);
  return (1 - kappa) * world.columns.calculative[slot]! + kappa * world.columns.relational[slot]!;
}
