import type { Model } from '../../../model/model.ts';
import { MOST } from '../../../schema/common.ts';
import type { World } from '../../../world/state.ts';

/** One side of a war: its members, the force that each brings, and the total. */
export interface WarSide {
  who: number[];
  forces: number[];
  force: number;
}

/**
 * Removes a share of every stock and adds the amounts, by kind, to `taken`; an outside threat loses strength instead.
 * @returns strength lost.
 */
export function takeLosses(world: World, who: readonly number[], part: number, taken?: Float64Array): number {
  const { actors: n, resources: m } = world.shape;
  const { resources, strength, threatStrength } = world.columns;
  const kept = 1 - Math.min(1, part);
  let lost = 0;
  for (const k of who) {
    if (k >= n) {
      lost += threatStrength[k - n]! * (1 - kept);
      threatStrength[k - n]! *= kept;
      continue;
    }
    lost += strength[k]! * (1 - kept);
    strength[k]! *= kept;
    for (let r = 0; r < m; r++) {
      const before = resources[k * m + r]!;
      resources[k * m + r] = before * kept;
      if (taken) taken[r]! += before - before * kept;
    }
  }
  return lost;
}

/**
 * Gives each winner that is an actor its part of what was taken, in proportion to the force it brought. What winners gain and what
 * is destroyed together equal what the losers lost. An outside threat has no stocks to lose or to fill. @returns strength gained.
 */
export function shareSpoils(
  world: World,
  { weight, meanStrength }: Pick<Model, 'weight' | 'meanStrength'>,
  { who, forces, force }: WarSide,
  taken: Float64Array,
  part: number,
): number {
  const { actors: n, resources: m } = world.shape;
  const { resources, strength } = world.columns;
  let gained = 0;
  who.forEach((k, place) => {
    if (k >= n || part === 0) return;
    const own = force > 0 ? forces[place]! / force : 1 / who.length;
    for (let r = 0; r < m; r++) {
      const booty = Math.min(own * part * taken[r]!, MOST - resources[k * m + r]!);
      resources[k * m + r]! += booty;
      strength[k]! += (weight[r]! * booty) / meanStrength;
      gained += (weight[r]! * booty) / meanStrength;
    }
  });
  return gained;
}
