import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import { SIGNED, signBuffer, writeSigns } from '../../world/signed-ties.ts';
import { strains } from '../../world/triads.ts';

const params = z.strictObject({
  friends: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'ρ₀: probability that two actors become friends, else foes' }),
});

/**
 * The first tick draws all ties at random. The mechanisms that change ties act earlier in a tick, so they start with the second.
 */
export const tiesByLot = mechanism({
  name: 'ties-by-lot',
  phase: 'realign',
  allExist: true,
  cites: ['Antal, Krapivsky & Redner 2005'],
  owns: SIGNED,
  params,
  step(world, { random, params: { friends } }) {
    if (world.tick > 0) return;
    const n = world.shape.actors;
    const { signs, strain } = signBuffer(n);
    const stream = random();
    for (let i = 0; i < n; i++) {
      signs[i * n + i] = 0;
      for (let j = 0; j < i; j++) {
        const sign = stream.uniform() < friends ? 1 : -1;
        signs[i * n + j] = sign;
        signs[j * n + i] = sign;
      }
    }
    strains(signs, n, strain);
    writeSigns(world, signs, strain);
  },
});
