import { clamp } from '../../../exact/exact-math.ts';
import type { Stream } from '../../../exact/random.ts';

/** How a subject responds to the contributions it expects (Fischbacher, Gächter & Fehr 2001), the least generous type first. */
export const TYPES = ['free-rider', 'hump-shaped', 'other', 'conditional'] as const;
export type Type = (typeof TYPES)[number];

// The column `loyalty` stores the type in thirds, so that a person may set it and every value means some type.

/** The type nearest to a loyalty in [0, 1]. */
export const typeOf = (loyalty: number): Type => TYPES[Math.round(clamp(loyalty, 0, 1) * (TYPES.length - 1))]!;

export const loyaltyOf = (type: Type): number => TYPES.indexOf(type) / (TYPES.length - 1);

/** Draws a type; the weights are in the order of TYPES and need not sum to 1. If all weights are 0, the type is `other`. */
export function drawType(weights: readonly number[], random: Stream): Type {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  let drawn: Type = 'other';
  for (let k = 0; k < TYPES.length && left >= 0; k++) {
    if (weights[k]! > 0) drawn = TYPES[k]!;
    left -= weights[k]!;
  }
  return drawn;
}

/**
 * The cost of giving to the giver relative to the benefit for the others: (1 − m)/((n − 1) m), clipped to [0, 1]. At 0 giving pays
 * by itself (m ≥ 1); at 1 it brings the group no more than it costs (n m ≤ 1).
 */
export const temptationOf = (members: number, share: number): number =>
  share <= 0 || members < 2 ? 1 : clamp((1 - share) / ((members - 1) * share), 0, 1);

/**
 * Share of its endowment that a subject of a type gives, before fear of punishment.
 * @param matched what it expects of the others, less its self-serving discount, [0, 1].
 * @param assured share of the way from there to giving all, by which the means to punish raise a conditional co-operator, [0, 1].
 * @param whim what a subject without a rule gives, [0, 1).
 */
export function contributionOf(type: Type, matched: number, assured: number, temptation: number, whim: number): number {
  if (type === 'other') return whim;
  if (temptation >= 1) return 0;
  if (temptation <= 0) return 1;
  if (type === 'free-rider') return 0;
  if (type === 'hump-shaped') return Math.min(matched, 1 - matched);
  return matched + assured * (1 - matched);
}
