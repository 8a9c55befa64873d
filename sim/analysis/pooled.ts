import { clamp, exp, log } from '../exact/exact-math.ts';
import { defenceOdds } from '../mechanisms/contribute/effort/preferences.ts';
import { MOST } from '../schema/common.ts';
import type { World } from '../world/state.ts';
import { trustBetween } from '../world/trust.ts';

/** What determines the welfare of a coalition's members. */
export interface Pooling {
  /** Budget of each actor, resource units a tick; `taste` is its Cobb–Douglas weight β on defence. */
  budget: Float64Array;
  taste: Float64Array;
  /** Row i, column j: the share of j's effort that protects i if they pool, [0, 1]. */
  help: Float64Array;
  /** Row i, column j: the share of its welfare that i would lose if j were its only partner, [0, 1]; symmetric. */
  discord: Float64Array;
}

export interface PoolingRules {
  /** Odds of defence in the preference without threat, and what full threat adds, as in `pledges`. */
  peace: number;
  alarm: number;
  publicness: number;
  mistrust: number;
  illWill: number;
}

/** Reads these from a world: help_ij = ψ (1 − mistrust (1 − T_ij)), discord_ij = illWill (h_ij + h_ji)/2. */
export function readPooling(world: World, { peace, alarm, publicness, mistrust, illWill }: PoolingRules): Pooling {
  const n = world.shape.actors;
  const { budget, hostility } = world.columns;
  const help = new Float64Array(n * n);
  const discord = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      help[i * n + j] = publicness * (1 - mistrust * (1 - trustBetween(world, i, j)));
      discord[i * n + j] = (illWill * (hostility[i * n + j]! + hostility[j * n + i]!)) / 2;
    }
  const taste = Float64Array.from(budget, (_, i) => {
    const odds = defenceOdds(world, i, peace, alarm);
    return odds / (1 + odds);
  });
  return { budget: budget.slice(), taste, help, discord };
}

/** Limit on the rounds of best responses, and the change, as a share of the budget, below which they have converged. */
const ROUNDS = 400;
const RESTING = 1e-12;

/**
 * The worth of every coalition by mask: the summed welfare of its members, each as a share of its own budget, at the Nash efforts
 * of a pool of exactly these members, less what the mean ill will between a member and its partners costs.
 */
export function pooledWorths(pooling: Pooling): Float64Array {
  const n = pooling.budget.length;
  const worth = new Float64Array(1 << n);
  const effort = new Float64Array(n);
  for (let set = 1; set < worth.length; set++) {
    const members: number[] = [];
    for (let i = 0; i < n; i++) if ((set >> i) & 1) members.push(i);
    nash(members, pooling, effort);
    let sum = 0;
    for (const i of members) sum += welfareOf(i, members, pooling, effort);
    worth[set] = sum;
  }
  return worth;
}

/**
 * Nash efforts by sequential best responses, G_i = βB − (1−β) Σ help_ij G_j within [0, B], until they converge. This is the
 * contribution equilibrium of Bergstrom, Blume & Varian (1986) where all help is 1. Starts from the efforts of actors that stand
 * alone.
 */
export function nash(
  members: readonly number[],
  { budget, taste, help }: Omit<Pooling, 'discord'>,
  effort: Float64Array,
): void {
  const n = budget.length;
  for (const i of members) effort[i] = taste[i]! * budget[i]!;
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (const i of members) {
      const B = budget[i]!;
      if (B <= 0) continue;
      let aside = 0;
      for (const j of members) aside += help[i * n + j]! * effort[j]!;
      const next = clamp(taste[i]! * B - (1 - taste[i]!) * aside, 0, B);
      moved = Math.max(moved, Math.abs(next - effort[i]!) / B);
      effort[i] = next;
    }
    if (moved <= RESTING) return;
  }
}

/**
 * (1−G/B)^(1−β) (D/B)^β, as the run computes welfare, times 1 − mean discord; 0 for an actor without remaining budget or
 * protection.
 */
function welfareOf(
  i: number,
  members: readonly number[],
  { budget, taste, help, discord }: Pooling,
  effort: Float64Array,
): number {
  const n = budget.length;
  const B = budget[i]!;
  let defence = effort[i]!;
  let strife = 0;
  for (const j of members) {
    defence += help[i * n + j]! * effort[j]!;
    strife += discord[i * n + j]!;
  }
  if (B <= 0 || effort[i]! >= B || defence <= 0) return 0;
  const left = 1 - effort[i]! / B;
  const harmony = 1 - strife / Math.max(1, members.length - 1);
  return harmony * left * exp(taste[i]! * log(Math.min(MOST, defence / B) / left));
}
