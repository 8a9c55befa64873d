import { z } from 'zod';
import type { Stream } from '../../../exact/random.ts';

// What the two triad dynamics share.

export const TriadParams = z
  .number()
  .min(0.01)
  .max(10)
  .default(1)
  .meta({ description: 'triads per tick that are examined, as a multiple of the number of ties' });

/** Triads to draw in a tick: `pace` for each pair of n actors, at least one. */
export const updatesOf = (n: number, pace: number): number => Math.max(1, Math.round((pace * n * (n - 1)) / 2));

/** Draws three of n ≥ 3 actors in random order, with one draw for all three. */
export function drawTriad(n: number, random: Stream, triad: Int32Array): void {
  const order = random.below(n * (n - 1) * (n - 2));
  const rest = Math.floor(order / n);
  const i = order - n * rest;
  const third = Math.floor(rest / (n - 1));
  const second = rest - (n - 1) * third;
  const j = second < i ? second : second + 1;
  // The third is counted among the remaining actors: past the lower of the other two, then past the higher.
  let k = third;
  if (k >= Math.min(i, j)) k++;
  if (k >= Math.max(i, j)) k++;
  triad[0] = i;
  triad[1] = j;
  triad[2] = k;
}

/** Turns a friend into a foe, or a foe into a friend. */
export function flipTie(signs: Int8Array, n: number, i: number, j: number): void {
  const sign = -signs[i * n + j]!;
  signs[i * n + j] = sign;
  signs[j * n + i] = sign;
}
