import { z } from 'zod';
import type { Stream } from '../../exact/random.ts';
import { mechanism } from '../../model/mechanism.ts';
import { readSigns, SIGNED, signBuffer, writeSigns } from '../../world/signed-ties.ts';
import { strains } from '../../world/triads.ts';
import { drawTriad, flipTie, TriadParams, updatesOf } from './triads/triad.ts';

const params = z.strictObject({
  friendliness: z.number().min(0).max(1).default(0.3).meta({
    description:
      'p: probability that in a triad with one negative tie this tie becomes positive, rather than a positive one negative',
  }),
  pace: TriadParams,
});

/**
 * Local triad dynamics. Draws a triad at random and, if it is unbalanced, balances it by flipping one of its ties, whatever the
 * effect on the triads around it.
 */
export const localTriads = mechanism({
  name: 'local-triads',
  phase: 'trust',
  allExist: true,
  cites: ['Antal, Krapivsky & Redner 2005'],
  owns: SIGNED,
  params,
  step(world, { random, params: { friendliness, pace } }) {
    const n = world.shape.actors;
    if (n < 3) return;
    const { signs, strain } = signBuffer(n);
    readSigns(world, signs, -1);
    // Once all triads are balanced, no draw changes anything.
    const atRest = world.columns.threat.every((share) => share === 0) && strains(signs, n, strain).unbalanced === 0;
    if (!atRest) {
      balanceTriads(signs, n, updatesOf(n, pace), friendliness, random());
      strains(signs, n, strain);
    }
    writeSigns(world, signs, strain);
  },
});

const triad = new Int32Array(3);

function balanceTriads(signs: Int8Array, n: number, updates: number, friendliness: number, random: Stream): void {
  for (let update = 0; update < updates; update++) {
    drawTriad(n, random, triad);
    const i = triad[0]!;
    const j = triad[1]!;
    const k = triad[2]!;
    const a = signs[i * n + j]!;
    const b = signs[j * n + k]!;
    const c = signs[i * n + k]!;
    if (a * b * c > 0) continue;
    // Of equal ties the first flips: their order is random already.
    const wanted = a + b + c < 0 || random.uniform() < friendliness ? -1 : 1;
    if (a === wanted) flipTie(signs, n, i, j);
    else if (b === wanted) flipTie(signs, n, j, k);
    else flipTie(signs, n, i, k);
  }
}
