import { tieBetween } from './mutual-tie.ts';
import { workspace } from './scratch.ts';
import type { World } from './state.ts';

// Reads the signs of ties (triads.ts) from a world, and writes a world’s ties from signs.

/**
 * Signs by trust alone. Two actors are friends if their mean mutual trust is above one half, foes if it is below; at exactly one
 * half the sign is `neither`.
 */
export function readSigns(
  { shape: { actors: n }, columns: { relational } }: World,
  signs: Int8Array,
  neither: 0 | -1,
): void {
  for (let i = 0; i < n; i++) {
    signs[i * n + i] = 0;
    for (let j = 0; j < i; j++) {
      const goodwill = relational[i * n + j]! + relational[j * n + i]! - 1;
      const sign = goodwill === 0 ? neither : Math.sign(goodwill);
      signs[i * n + j] = sign;
      signs[j * n + i] = sign;
    }
  }
}

/** Signs of any world’s ties, as defined in mutual-tie.ts. */
export function readTies(world: World, signs: Int8Array): void {
  const n = world.shape.actors;
  for (let i = 0; i < n; i++) {
    signs[i * n + i] = 0;
    for (let j = 0; j < i; j++) {
      const sign = Math.sign(tieBetween(world, i, j));
      signs[i * n + j] = sign;
      signs[j * n + i] = sign;
    }
  }
}

/**
 * Writes a tie of `weight` in [−1, 1] symmetrically: trust from 0 to 1, and ill will where the weight is below 0, so that the sign
 * of the tie (mutual-tie.ts) is that of the weight.
 */
export function writeTie({ shape: { actors: n }, columns }: World, i: number, j: number, weight: number): void {
  const { relational, hostility } = columns;
  relational[i * n + j] = (1 + weight) / 2;
  relational[j * n + i] = (1 + weight) / 2;
  hostility[i * n + j] = weight < 0 ? -weight : 0;
  hostility[j * n + i] = weight < 0 ? -weight : 0;
}

/** The columns that mechanisms of signed ties write. */
export const SIGNED = ['relational', 'hostility', 'standing', 'threat'] as const;

/** Writes ties of full weight, and the columns that follow from them. */
export function writeSigns(world: World, signs: Int8Array, strain: Int32Array): void {
  const n = world.shape.actors;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) writeTie(world, i, j, signs[i * n + j]!);
  writeStanding(world, signs, strain);
}

/**
 * Writes to each actor’s `standing` the share of the others that are its friends, and to its `threat` the share of its triads that
 * are unbalanced.
 */
export function writeStanding(world: World, signs: Int8Array, strain: Int32Array): void {
  const n = world.shape.actors;
  const { standing, threat } = world.columns;
  const triads = Math.max(1, ((n - 1) * (n - 2)) / 2);
  for (let i = 0; i < n; i++) {
    let liked = 0;
    let strained = 0;
    for (let j = 0; j < n; j++) {
      if (signs[i * n + j]! > 0) liked++;
      strained += strain[i * n + j]!;
    }
    standing[i] = liked / Math.max(1, n - 1);
    // Each of its triads was counted at two of its ties.
    threat[i] = strained / 2 / triads;
  }
}

const signsOfPairs = workspace((pairs) => new Int8Array(pairs));
const strainOfPairs = workspace((pairs) => new Int32Array(pairs));

/** Buffers for the signs and strains of n actors. */
export const signBuffer = (n: number): { signs: Int8Array; strain: Int32Array } => ({
  signs: signsOfPairs(n * n),
  strain: strainOfPairs(n * n),
});
