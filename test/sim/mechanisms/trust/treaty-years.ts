import { begin, tick } from '../../../../sim/engine/run.ts';
import type { World } from '../../../../sim/world/state.ts';
import { trustBetween } from '../../../../sim/world/trust.ts';
import { actor, model, only, treaty } from '../../builders.ts';

type Draft = Parameters<typeof model>[0];
const believing = (parameters: Record<string, number> = {}) => only({ trust: [{ name: 'experience', parameters }] });

export const friends = (more: Draft = {}) =>
  model({
    actors: [actor('a'), actor('b'), actor('c')],
    treaties: [treaty('ab', ['a', 'b'], { targetRate: 0.5 })],
    mechanisms: believing(),
    ...more,
  });

/** Lets years pass in which b pays this share of its quota. */
export function years(of: ReturnType<typeof model>, world: World, count: number, paid: number): number[] {
  const course = begin(of, '1', [], () => {});
  return Array.from({ length: count }, () => {
    for (const { members } of world.alliances)
      for (const member of members) {
        member.seen = of.ids[member.actor] === 'b' ? paid : 1;
        member.effort = member.quota * member.seen;
      }
    tick(course, world);
    return trustBetween(world, 0, 1);
  });
}
