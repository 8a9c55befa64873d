import { z } from 'zod';
import { clamp } from '../../../exact/exact-math.ts';
import type { World } from '../../../world/state.ts';

// Parameters of every mechanism that bargains.
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

/** A side payment raises nobody’s quota by more than this times what the rule asks. */
const STRETCH = 2;

/** One side of a bargain. */
export interface BargainSide {
  /** What the treaty is worth to it before side payments, as a score. */
  worth: number;
  /** What it has if there is no treaty: its disagreement point, as a score. */
  without: number;
  /** Quota by the rule, and budget, resource units a tick. */
  quota: number;
  budget: number;
}

/**
 * Asymmetric Nash bargaining over two quotas with side payments (Nash 1950; Binmore, Rubinstein & Wolinsky 1986): the shift Δ of
 * effort from 1 to 0 that maximises (u₀ − d₀)^power · (u₁ − d₁)^(1 − power), where Δ costs 0 weight·Δ/B₀ and gives 1 weight·Δ/B₁.
 * The product is log-concave, so where the quotas’ bounds cut off its top the nearer bound is best.
 *
 * @returns the shift, or undefined where none leaves both better off than without: no zone of agreement.
 */
export function nashShift(a: BargainSide, b: BargainSide, weight: number, power: number): number | undefined {
  const gainA = a.worth - a.without;
  const gainB = b.worth - b.without;
  if (a.budget <= 0 || b.budget <= 0 || weight <= 0) return gainA > 0 && gainB > 0 ? 0 : undefined;
  const rateA = weight / a.budget;
  const rateB = weight / b.budget;
  // None below 0, none above its budget, none far beyond the rule.
  const low = Math.max(-a.quota, -STRETCH * b.quota, b.quota - b.budget);
  const high = Math.min(b.quota, STRETCH * a.quota, a.budget - a.quota);
  const shift = clamp((1 - power) * (gainA / rateA) - power * (gainB / rateB), Math.min(0, low), Math.max(0, high));
  return gainA - rateA * shift > 0 && gainB + rateB * shift > 0 ? shift : undefined;
}

/** Bargaining power of one of two: half, or as far as `asymmetry` says its share of the strength. */
export const powerOf = (own: number, their: number, asymmetry: number): number =>
  0.5 + asymmetry * (own / (own + their || 1) - 0.5) * (own + their > 0 ? 1 : 0);

/** What actor i could have instead of a treaty with j: what it last saw elsewhere, as far as this treaty takes its place. */
export function outsideOptionOf(world: World, i: number, j: number, foreclosed: number): number {
  const { outsideOption, outsideOptionPartner } = world.columns;
  return outsideOptionPartner[i] === j ? 0 : foreclosed * outsideOption[i]!;
}
