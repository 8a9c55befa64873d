import { z } from 'zod';
import type { Model } from '../../../model/model.ts';
import type { Path, ReportFault } from '../../../schema/fault.ts';
import type { Scenario } from '../../../schema/scenario.ts';
import type { World } from '../../../world/state.ts';

// The landscape of Axelrod & Bennett (1993): sᵢ sizes, pᵢⱼ propensities of two actors to work together, dᵢⱼ = 1 where they stand on
// different sides and else 0; energy E = Σᵢⱼ sᵢ sⱼ pᵢⱼ dᵢⱼ over ordered pairs. Shared by the descent and by its analysis.

const Propensity = z.number().min(-1e6).max(1e6);

/** One factor, such as religion or an old dispute: its value for each pair, and its weight. */
export const Factor = z.strictObject({
  weight: z.number().min(-1e6).max(1e6).default(1).meta({ description: 'how much it counts' }),
  propensities: z.union([Propensity, z.array(Propensity).min(1)]).meta({
    description:
      'one number for all pairs, one for each pair (1 and 2, 1 and 3, …, 2 and 3, …), or one for each ordered pair, row by row',
  }),
});
export type Factor = z.infer<typeof Factor>;

export const Factors = z.array(Factor).min(1).max(32).meta({
  description: 'a propensity is their sum, each {weight, propensities}: one number, one a pair, or one an ordered pair',
});

/** sᵢ sⱼ pᵢⱼ of two different actors; symmetric. */
export type Pull = (i: number, j: number) => number;

/** A change of energy below this share of the largest possible change by that actor is rounding. */
export const SLACK = 1e-12;

/** The value of a factor for i and j, in any form that `checkFactors` accepts. */
function said(values: Factor['propensities'], n: number, i: number, j: number): number {
  if (typeof values === 'number') return values;
  if (values.length === 1) return values[0]!;
  if (values.length === n * n) return values[i * n + j]!;
  const [a, b] = i < j ? [i, j] : [j, i];
  return values[(a * (2 * n - a - 1)) / 2 + b - a - 1]!;
}

/** pᵢⱼ, made symmetric: (p + pᵀ)/2. */
export function propensity(factors: readonly Factor[], n: number, i: number, j: number): number {
  let sum = 0;
  for (const { weight, propensities } of factors)
    sum += (weight * (said(propensities, n, i, j) + said(propensities, n, j, i))) / 2;
  return sum;
}

export const pullOf =
  (factors: readonly Factor[], sizes: ArrayLike<number>, n: number): Pull =>
  (i, j) =>
    sizes[i]! * sizes[j]! * propensity(factors, n, i, j);

/** Each actor’s size is its strength in the scenario’s unit, computed directly from its stocks so that whole numbers stay whole. */
export function measureSizes({ shape, columns }: World, { weight }: Model, into: Float64Array): Float64Array {
  const { actors: n, resources: m } = shape;
  for (let i = 0; i < n; i++) {
    let size = 0;
    for (let k = 0; k < m; k++) size += weight[k]! * columns.resources[i * m + k]!;
    into[i] = size;
  }
  return into;
}

/**
 * The side of each actor, 0 or 1: in the first camp or not. An alliance has at least two members, so an actor alone on its side is
 * in none. Where there is no alliance at all, there are two actors on different sides.
 */
export function readSides({ shape, alliances }: World, into: Int32Array): Int32Array {
  const [camp] = alliances;
  for (let i = 0; i < shape.actors; i++) into[i] = i > 0 || camp ? 1 : 0;
  if (camp) for (const { actor } of camp.members) into[actor] = 0;
  return into;
}

/** E = Σ sᵢ sⱼ pᵢⱼ dᵢⱼ over ordered pairs. */
export function energyOf(n: number, pull: Pull, side: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) if (side[i] !== side[j]) sum += pull(i, j);
  return 2 * sum;
}

/** The change of E through j if i changed sides. The sum over j is 2 sᵢ ΔFᵢ, where F is the frustration. */
export const shift = (pull: Pull, side: ArrayLike<number>, i: number, j: number): number =>
  i === j ? 0 : 2 * (side[i] === side[j] ? pull(i, j) : -pull(i, j));

/** The actor whose change of side lowers E most, the first on ties, of those that may; −1 at a local minimum. */
export function steepest(
  n: number,
  pull: Pull,
  side: ArrayLike<number>,
  may: (actor: number) => boolean = () => true,
): number {
  let found = -1;
  let lowest = 0;
  for (let i = 0; i < n; i++) {
    let change = 0;
    let most = 0;
    for (let j = 0; j < n; j++) {
      const by = shift(pull, side, i, j);
      change += by;
      most += Math.abs(by);
    }
    if (change < lowest - SLACK * most && may(i)) {
      found = i;
      lowest = change;
    }
  }
  return found;
}

/** A list of propensities must have one entry for each pair, or for each ordered pair. */
export function checkFactors(
  factors: readonly Factor[],
  { actors: { length: n } }: Scenario,
  at: Path,
  report: ReportFault,
): void {
  factors.forEach(({ propensities }, k) => {
    if (typeof propensities === 'number' || [1, (n * (n - 1)) / 2, n * n].includes(propensities.length)) return;
    const many = `${(n * (n - 1)) / 2} (one for each pair) or ${n * n} (one for each ordered pair)`;
    report(
      [...at, 'factors', k, 'propensities'],
      `expected one number, ${many} for ${n} actors, got a list of ${propensities.length}`,
    );
  });
}
