import { z } from 'zod';
import type { Clauses } from '../../../schema/treaty.ts';
import type { World } from '../../../world/state.ts';

export const synergyParams = z.strictObject({
  complementarity: z.number().min(0).max(5).default(1).meta({
    description: 'share by which a rival pool is worth more when its members have no resource kind in common',
  }),
  recombination: z
    .number()
    .min(0)
    .max(5)
    .default(0.5)
    .meta({ description: 'share by which a knowledge pool is worth more when its members’ positions are opposite' }),
  coordination: z.number().min(0).max(1).default(0.4).meta({
    description: 'share of a rival pool that members with opposite positions and cultures lose to coordination',
  }),
  liaison: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .meta({ description: 'share of that loss that full communication removes' }),
});
export type SynergyParams = z.infer<typeof synergyParams>;

/**
 * The factor by which so much effort of these members produces more or less: complementary kinds of resources and, for knowledge,
 * diverse views add to it (Barney 1991; Hong & Page 2004); differences of view and culture cost coordination (Williams & O’Reilly
 * 1998).
 * @param actors the members, the first `count` entries.
 * @param totals working memory, one entry a member.
 */
export function synergy(
  world: World,
  params: SynergyParams,
  { purpose, communication }: Clauses,
  actors: ArrayLike<number>,
  count: number,
  totals: Float64Array,
): number {
  const n = world.shape.actors;
  const { affinity, culturalDistance } = world.derived;
  let diversity = 0;
  let foreignness = 0;
  for (let p = 0; p < count; p++)
    for (let q = 0; q < count; q++) {
      if (p === q) continue;
      const slot = actors[p]! * n + actors[q]!;
      diversity += (1 - affinity[slot]!) / 2;
      foreignness += culturalDistance[slot]! / 255;
    }
  const pairs = Math.max(1, count * (count - 1));
  diversity /= pairs;
  const lost = (params.coordination * (diversity + foreignness / pairs) * (1 - params.liaison * communication)) / 2;
  const kinds = 1 + params.complementarity * unlikeness(world, actors, count, totals);
  const ideas = purpose === 'knowledge' ? 1 + params.recombination * diversity : 1;
  return kinds * ideas * Math.max(0, 1 - lost);
}

/** Mean distance, weighted by strength, of the members’ mixes of resource kinds from the mix of all of them, [0, 1). */
export function unlikeness(world: World, actors: ArrayLike<number>, count: number, totals: Float64Array): number {
  const m = world.shape.resources;
  if (m < 2) return 0;
  const { resources, strength } = world.columns;
  let power = 0;
  for (let p = 0; p < count; p++) {
    const i = actors[p]!;
    let stock = 0;
    for (let r = i * m; r < (i + 1) * m; r++) stock += resources[r]!;
    totals[p] = stock;
    if (stock > 0) power += strength[i]!;
  }
  if (power <= 0) return 0;
  let apart = 0;
  for (let k = 0; k < m; k++) {
    let common = 0;
    for (let p = 0; p < count; p++)
      if (totals[p]! > 0) common += (strength[actors[p]!]! / power) * (resources[actors[p]! * m + k]! / totals[p]!);
    for (let p = 0; p < count; p++)
      if (totals[p]! > 0)
        apart += (strength[actors[p]!]! / power) * Math.abs(resources[actors[p]! * m + k]! / totals[p]! - common);
  }
  return Math.min(1, apart / 2);
}
