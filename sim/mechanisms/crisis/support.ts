import type { Scratch } from '../../mechanism.ts';
import { OBLIGATION_BIT } from '../../schema/treaty.ts';
import type { World } from '../../world.ts';

/** Share of its strength an actor brings to a fight: a floor, and more the more of its budget it spends on defence. */
export const readiness = (world: World, i: number, floor: number): number => {
  const { budget, effort } = world.columns;
  return floor + (1 - floor) * (budget[i]! > 0 ? Math.min(1, (2 * effort[i]!) / budget[i]!) : 0);
};

/** What each actor expects of its distinct defensive allies: Σ believed strength × trust. */
export function expectSupport(world: World, { mark }: Scratch): void {
  const { support, belief, calculative, relational } = world.columns;
  const n = world.shape.actors;
  mark.fill(-1);
  for (let i = 0; i < n; i++) {
    const kappa = world.derived.kappa[i]!;
    let expected = 0;
    for (const index of world.derived.treaties[i]!) {
      const alliance = world.alliances[index]!;
      if ((alliance.bond & OBLIGATION_BIT.defence) === 0) continue;
      for (const { actor: k } of alliance.members) {
        if (k === i || mark[k] === i) continue;
        mark[k] = i;
        expected += belief[i * n + k]! * ((1 - kappa) * calculative[i * n + k]! + kappa * relational[i * n + k]!);
      }
    }
    support[i] = expected;
  }
}
