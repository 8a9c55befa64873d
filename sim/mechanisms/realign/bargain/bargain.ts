import { z } from 'zod';
import { clamp } from '../../../exact/exact-math.ts';
import type { World } from '../../../world/state.ts';

// A parameter of every mechanism that bargains.
export const asymmetry = z
  .number()
  .min(0)
  .max(1)
  .default(0.3)
  .meta({ description: 'how far strength gives bargaining power: 0 not at all, 1 in proportion' });
export const foreclosure = z
  .number()
  .min(0)
  .max(1)
  .default(0.5)
  .meta({ description: 'share of its best outside option that a treaty as deep as an alliance replaces' });

/** A side payment raises no quota by more than this times what the rule asks. */
const STRETCH = 2;

/** One side of a bargain. */
export interface BargainSide {
  /** Worth of the treaty to this side before side payments, as a score. */
  worth: number;
  /** Its disagreement point, as a score: what it has if there is no treaty. */
  without: number;
  /** Quota by the rule, and budget, resource units a tick. */
  quota: number;
  budget: number;
}

/**
 * Asymmetric Nash bargaining over two quotas with side payments (Nash 1950; Binmore, Rubinstein & Wolinsky 1986). Finds the shift Δ
 * of effort from side 1 to side 0 that maximises (u₀ − d₀)^power · (u₁ − d₁)^(1 − power). Δ costs side 0 weight·Δ/B₀ and gives side
 * 1 weight·Δ/B₁. The product is log-concave, so where a bound on the quotas excludes its maximum, the nearer bound is best.
 * @returns the shift in resource units a tick, or undefined where none leaves both better off than their disagreement points (no
 * zone of agreement).
 */
export function nashShift(a: BargainSide, b: BargainSide, weight: number, power: number): number | undefined {
  const gainA = a.worth - a.without;
  const gainB = b.worth - b.without;
  if (a.budget <= 0 || b.budget <= 0 || weight <= 0) return gainA > 0 && gainB > 0 ? 0 : undefined;
  const rateA = weight / a.budget;
  const rateB = weight / b.budget;
  // No quota below 0, above the budget, or far above the rule.
  const low = Math.max(-a.quota, -STRETCH * b.quota, b.quota - b.budget);
  const high = Math.min(b.quota, STRETCH * a.quota, a.budget - a.quota);
  const shift = clamp((1 - power) * (gainA / rateA) - power * (gainB / rateB), Math.min(0, low), Math.max(0, high));
  return gainA - rateA * shift > 0 && gainB + rateB * shift > 0 ? shift : undefined;
}

/** Bargaining power of one of two sides: one half, or moved toward its share of the strength by `asymmetry`. */
export const powerOf = (own: number, their: number, asymmetry: number): number =>
  0.5 + asymmetry * (own / (own + their || 1) - 0.5) * (own + their > 0 ? 1 : 0);

/** Outside option of actor i in a bargain with j: the best alternative it last evaluated, as far as this treaty forecloses it. */
export function outsideOptionOf(world: World, i: number, j: number, foreclosed: number): number {
  const { outsideOption, outsideOptionPartner } = world.columns;
  return outsideOptionPartner[i] === j ? 0 : foreclosed * outsideOption[i]!;
}
