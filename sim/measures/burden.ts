import type { World } from '../world.ts';
import type { Measure } from './measure.ts';
import { spearman } from './spearman.ts';

/** Share of its budget that actor i paid. */
const rate = ({ columns }: World, i: number): number => columns.rate[i]!;

export const effortRate: Measure = {
  name: 'effortRate',
  describe: 'mean share of the budget spent on effort',
  cites: [],
  of(world) {
    const n = world.shape.actors;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += rate(world, i);
    return sum / n;
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
    const { treaties } = world.derived;
    const n = world.shape.actors;
    const rates: number[] = [];
    for (let i = 0; i < n; i++) if (treaties[i]!.length > 0) rates.push(rate(world, i));
    return gini(rates);
  },
};

/** Gini coefficient of values ≥ 0: their mean difference by twice their mean; 0 for fewer than two, or all 0. */
export function gini(values: readonly number[]): number {
  const n = values.length;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += values[k]!;
  if (n < 2 || sum <= 0) return 0;
  // Few values are quicker compared each with each than sorted.
  if (n > 48) return giniSorted(Float64Array.from(values).sort(), sum);
  let apart = 0;
  for (let k = 1; k < n; k++) for (let l = 0; l < k; l++) apart += Math.abs(values[k]! - values[l]!);
  return apart / (n * sum);
}

function giniSorted(values: Float64Array, sum: number): number {
  const n = values.length;
  let weighted = 0;
  for (let k = 0; k < n; k++) weighted += (k + 1) * values[k]!;
  return (2 * weighted) / (n * sum) - (n + 1) / n;
}

export const exploitation: Measure = {
  name: 'exploitation',
  describe:
    'Spearman ρ of strength and effort rate among those in any alliance: above 0 the great carry the small; 0 with fewer than three',
  cites: ['Olson & Zeckhauser 1966'],
  of(world) {
    const { treaties } = world.derived;
    const sizes: number[] = [];
    const rates: number[] = [];
    for (let i = 0; i < world.shape.actors; i++) {
      if (treaties[i]!.length === 0) continue;
      sizes.push(world.columns.strength[i]!);
      rates.push(rate(world, i));
    }
    return sizes.length < 3 ? 0 : spearman(sizes, rates);
  },
};
