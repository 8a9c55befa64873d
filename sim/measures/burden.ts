import { existingIn } from '../world/existence.ts';
import { workspace } from '../world/scratch.ts';
import type { World } from '../world/state.ts';
import type { Measure } from './measure.ts';
import { spearman } from './spearman.ts';

export const effortRate: Measure = {
  name: 'effortRate',
  describe: 'mean share of the budget spent on effort',
  cites: [],
  of(world) {
    const n = world.shape.actors;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += world.columns.rate[i]!;
    return sum / (existingIn(world) || 1);
  },
};

export const freeRiding: Measure = {
  name: 'freeRiding',
  describe: 'free-riding index: share of all quotas left unpaid; 0 without quotas',
  cites: ['Olson 1965'],
  of(world) {
    let asked = 0;
    let unpaid = 0;
    for (const { members } of world.alliances) {
      for (const { quota, effort } of members) {
        asked += quota;
        if (effort < quota) unpaid += quota - effort;
      }
    }
    return asked > 0 ? unpaid / asked : 0;
  },
};

export const burdenGini: Measure = {
  name: 'burdenGini',
  describe: 'Gini coefficient of the effort rates of those in any alliance; 0 with fewer than two',
  cites: ['Gini 1912'],
  of(world) {
    const { actors } = world.shape;
    const rates = ratesOf(actors);
    return gini(rates, gatherMembers(world, sizesOf(actors), rates));
  },
};

/**
 * Gini coefficient of the first `n` values ≥ 0: their mean difference divided by twice their mean; 0 for fewer than two values, or
 * all 0.
 */
export function gini(values: ArrayLike<number>, n: number = values.length): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += values[k]!;
  if (n < 2 || sum <= 0) return 0;
  // For few values, comparing all pairs is quicker than sorting.
  if (n > 48) return giniSorted(Float64Array.from({ length: n }, (_, k) => values[k]!).sort(), sum);
  let apart = 0;
  for (let k = 1; k < n; k++) {
    const value = values[k]!;
    for (let l = 0; l < k; l++) apart += Math.abs(value - values[l]!);
  }
  return apart / (n * sum);
}

function giniSorted(values: Float64Array, sum: number): number {
  const n = values.length;
  let weighted = 0;
  for (let k = 0; k < n; k++) weighted += (k + 1) * values[k]!;
  return (2 * weighted) / (n * sum) - (n + 1) / n;
}

const sizesOf = workspace((actors) => new Float64Array(actors));
const ratesOf = workspace((actors) => new Float64Array(actors));

/** Writes strength and effort rate of all members of alliances. @returns how many they are. */
function gatherMembers(
  { columns, derived, shape: { actors } }: World,
  sizes: Float64Array,
  rates: Float64Array,
): number {
  let count = 0;
  for (let i = 0; i < actors; i++) {
    if (derived.treaties[i]!.length === 0) continue;
    sizes[count] = columns.strength[i]!;
    rates[count] = columns.rate[i]!;
    count++;
  }
  return count;
}

export const exploitation: Measure = {
  name: 'exploitation',
  describe:
    'Spearman ρ of strength and effort rate among those in any alliance: above 0 the large carry the small; 0 with fewer than three',
  cites: ['Olson & Zeckhauser 1966'],
  of(world) {
    const sizes = sizesOf(world.shape.actors);
    const rates = ratesOf(world.shape.actors);
    const count = gatherMembers(world, sizes, rates);
    return count < 3 ? 0 : spearman(sizes, rates, count);
  },
};
