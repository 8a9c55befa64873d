import { z } from 'zod';
import type { Stream } from '../../exact/random.ts';
import { mechanism } from '../../model/mechanism.ts';
import { readSigns, SIGNED, signBuffer, writeSigns } from '../../world/signed-ties.ts';
import { strains } from '../../world/triads.ts';
import { drawTriad, flipTie, TriadParams, updatesOf } from './triads/triad.ts';

/**
 * Constrained triad dynamics. Draws a triad at random and, if it is unbalanced, one of its ties at random. The tie flips if fewer
 * triads are then unbalanced, with probability one half if as many are, and otherwise not.
 */
export const constrainedTriads = mechanism({
  name: 'constrained-triads',
  phase: 'trust',
  allExist: true,
  cites: ['Antal, Krapivsky & Redner 2005'],
  owns: SIGNED,
  params: z.strictObject({ pace: TriadParams }),
  step(world, { random, params: { pace } }) {
    const n = world.shape.actors;
    if (n < 3) return;
    const { signs, strain } = signBuffer(n);
    readSigns(world, signs, -1);
    const { unbalanced } = strains(signs, n, strain);
    if (unbalanced > 0) flipTies(signs, strain, n, updatesOf(n, pace), random());
    writeSigns(world, signs, strain);
  },
});

const triad = new Int32Array(3);

function flipTies(signs: Int8Array, strain: Int32Array, n: number, updates: number, random: Stream): void {
  for (let update = 0; update < updates; update++) {
    drawTriad(n, random, triad);
    const i = triad[0]!;
    const j = triad[1]!;
    const k = triad[2]!;
    if (signs[i * n + j]! * signs[j * n + k]! * signs[i * n + k]! > 0) continue;
    // The tie of the first two is one of the three at random. A flip would balance its unbalanced triads and unbalance the others.
    const more = n - 2 - 2 * strain[i * n + j]!;
    if (more < 0 || (more === 0 && random.uniform() < 0.5)) flipOne(signs, strain, n, i, j);
  }
}

/** Flips a tie and updates the count of unbalanced triads of every tie it affects. */
function flipOne(signs: Int8Array, strain: Int32Array, n: number, i: number, j: number): void {
  flipTie(signs, n, i, j);
  const strained = n - 2 - strain[i * n + j]!;
  strain[i * n + j] = strained;
  strain[j * n + i] = strained;
  const sign = signs[i * n + j]!;
  for (let k = 0; k < n; k++) {
    if (k === i || k === j) continue;
    const change = -sign * signs[i * n + k]! * signs[j * n + k]!;
    strain[i * n + k]! += change;
    strain[k * n + i]! += change;
    strain[j * n + k]! += change;
    strain[k * n + j]! += change;
  }
}
