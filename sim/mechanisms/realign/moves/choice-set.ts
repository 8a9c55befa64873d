import { FOES } from '../../../world/columns.ts';
import type { Scratch } from '../../../world/scratch.ts';
import type { World } from '../../../world/state.ts';

/**
 * The others that actor i considers first as partners, by appeal: like-minded, trusted, of little ill will, threatened by the same
 * foe; none of less appeal than `interest`. Fills `order`, best first.
 * @returns how many, at most `attention`.
 */
export function salientOthers(
  world: World,
  { order, d: best }: Scratch,
  i: number,
  attention: number,
  interest: number,
): number {
  const n = world.shape.actors;
  const { calculative, relational, hostility, foe } = world.columns;
  const { absent, affinity } = world.derived;
  const kappa = world.derived.kappa[i]!;
  const row = i * n;
  const enemy = foe[i * FOES]!;
  const room = Math.min(attention, n - 1);
  let count = 0;
  let least = -Infinity;
  for (let j = 0; j < n; j++) {
    if (j === i || absent[j] === 1) continue;
    const slot = row + j;
    const appeal =
      affinity[slot]! +
      (1 - kappa) * calculative[slot]! +
      kappa * relational[slot]! -
      hostility[slot]! +
      (enemy >= 0 && foe[j * FOES] === enemy ? 0.5 : 0);
    if (appeal < interest || (count === room && appeal <= least)) continue;
    let at = count < room ? count++ : room - 1;
    while (at > 0 && best[at - 1]! < appeal) {
      best[at] = best[at - 1]!;
      order[at] = order[at - 1]!;
      at--;
    }
    best[at] = appeal;
    order[at] = j;
    least = best[count - 1]!;
  }
  return count;
}
