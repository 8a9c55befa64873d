import { type Stream, shuffle } from '../../../exact/random.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { Clauses } from '../../../schema/treaty.ts';
import { dissolve, found } from '../../../world/membership.ts';
import type { World } from '../../../world/state.ts';

// A group of a laboratory is an alliance without obligations whose quotas are the whole endowments, so that the free-riding index
// is the share that was kept.

const clauses = (publicness: number): Clauses =>
  Clauses.parse({
    purpose: 'economic',
    obligations: [],
    formality: 0,
    burdenSharing: 'target',
    targetRate: 1,
    publicness,
    rival: false,
    monitoring: 1,
    communication: 0,
    disputes: [],
  });

/**
 * Ends the existing groups and deals all actors into new ones of `size`. The remaining actors join the first groups, one each, so
 * that nobody plays alone; fewer actors than `size` form one group.
 */
export function dealGroups(world: World, context: StepContext, size: number, publicness: number, random: Stream): void {
  while (world.alliances.length > 0) dissolve(world, context, world.alliances[world.alliances.length - 1]!, 'lapsed');
  const n = world.shape.actors;
  const { order } = context.scratch;
  for (let i = 0; i < n; i++) order[i] = i;
  shuffle(order, random);
  const groups = Math.max(1, Math.floor(n / size));
  const rules = clauses(Math.min(1, publicness));
  for (let group = 0; group < groups; group++) {
    const members: number[] = [];
    for (let k = group; k < n; k += groups) members.push(order[k]!);
    if (members.length > 1)
      found(
        world,
        context,
        members.sort((a, b) => a - b),
        `Group ${group + 1}`,
        rules,
      );
  }
}
