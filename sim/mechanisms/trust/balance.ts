import { z } from 'zod';
import { clamp } from '../../exact/exact-math.ts';
import { mechanism } from '../../model/mechanism.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { tieBetween } from '../../world/mutual-tie.ts';

const params = z.strictObject({
  triads: z
    .number()
    .int()
    .min(1)
    .max(64)
    .default(4)
    .meta({ description: 'number of triads per tick that each actor examines, drawn at random' }),
  pull: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .meta({ description: 'share per year by which a triad of full ties that is examined every tick moves hostility' }),
});

/**
 * Structural balance: an actor comes to see others as its friends and foes see them. Ill will rises toward a friend’s foe and a
 * foe’s friend, and falls toward a foe’s foe and a friend’s friend. Triads are sampled, so the cost of a tick grows with the
 * actors, not with their cube.
 */
export const balance = mechanism({
  name: 'balance',
  phase: 'trust',
  cites: ['Heider 1946', 'Cartwright & Harary 1956'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, { model, random, params: { triads, pull } }) {
    const n = world.shape.actors;
    if (n < 3) return;
    const { hostility } = world.columns;
    const pace = model.perTick(pull);
    const stream = random();
    const { absent } = world.derived;
    for (let i = 0; i < n; i++) {
      for (let draw = 0; draw < triads; draw++) {
        const j = (i + 1 + stream.below(n - 1)) % n;
        const k = (i + 1 + stream.below(n - 1)) % n;
        if (j === k || absent[i] === 1 || absent[j] === 1 || absent[k] === 1) continue;
        const product = tieBetween(world, i, j) * tieBetween(world, j, k);
        if (product === 0) continue;
        // The ill will of i toward k is stored in k’s row.
        const slot = k * n + i;
        const push = pace * clamp(product, -1, 1);
        hostility[slot] = hostility[slot]! - push * (push > 0 ? hostility[slot]! : 1 - hostility[slot]!);
      }
    }
  },
});
