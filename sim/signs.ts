import { tieBetween } from './tie.ts';
import type { World } from './world.ts';

// Signed ties and their triads, for the models of structural balance: 1 friends, −1 foes, 0 no tie; row-major, the same from both
// sides, 0 on the diagonal. A triad is three actors all tied; it is unbalanced where the product of its signs is −1.

// A row of bits an actor: its friends, and its foes. Grown to the largest world’s need.
let friends = new Int32Array(0);
let foes = new Int32Array(0);

/** Triads of a signed graph. */
export interface Triads {
  /** Three actors all tied, and how many of them are unbalanced. */
  triads: number;
  unbalanced: number;
}

/**
 * Writes into `strain` (n × n) how many unbalanced triads each tie is in, 0 where there is no tie. By words of 32 third parties at
 * once, so that a world of hundreds is counted in milliseconds.
 */
export function strains(signs: Int8Array, n: number, strain: Int32Array): Triads {
  const words = spread(signs, n);
  const found = { triads: 0, unbalanced: 0 };
  for (let i = 0; i < n; i++) {
    strain[i * n + i] = 0;
    for (let j = 0; j < i; j++) {
      const sign = signs[i * n + j]!;
      let same = 0;
      let mixed = 0;
      for (let w = 0; sign !== 0 && w < words; w++) {
        const f = friends[i * words + w]!;
        const g = friends[j * words + w]!;
        const h = foes[i * words + w]!;
        const k = foes[j * words + w]!;
        same += bits((f & g) | (h & k));
        mixed += bits((f & k) | (h & g));
      }
      const against = sign > 0 ? mixed : same;
      strain[i * n + j] = against;
      strain[j * n + i] = against;
      found.triads += same + mixed;
      found.unbalanced += against;
    }
  }
  // Each triad was met at each of its three ties.
  found.triads /= 3;
  found.unbalanced /= 3;
  return found;
}

function spread(signs: Int8Array, n: number): number {
  const words = (n + 31) >> 5;
  if (friends.length < n * words) {
    friends = new Int32Array(n * words);
    foes = new Int32Array(n * words);
  }
  friends.fill(0, 0, n * words);
  foes.fill(0, 0, n * words);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const sign = signs[i * n + j]!;
      if (sign === 0) continue;
      const at = i * words + (j >> 5);
      if (sign > 0) friends[at]! |= 1 << (j & 31);
      else foes[at]! |= 1 << (j & 31);
    }
  }
  return words;
}

/** How many of a word’s 32 bits are set. */
function bits(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The two sides of a balanced graph, 1 or 2 an actor: friends within, foes between (Cartwright & Harary 1956); undefined where no
 * such division exists. The first actor is on side 1, and so is the first of those that no chain of ties leads to from it.
 */
export function sidesOf(signs: Int8Array, n: number): number[] | undefined {
  const side = new Array<number>(n).fill(0);
  const waiting: number[] = [];
  for (let first = 0; first < n; first++) {
    if (side[first] !== 0) continue;
    side[first] = 1;
    waiting.push(first);
    for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
      for (let j = 0; j < n; j++) {
        const sign = signs[i * n + j]!;
        if (sign === 0) continue;
        const due = sign > 0 ? side[i]! : 3 - side[i]!;
        if (side[j] === 0) {
          side[j] = due;
          waiting.push(j);
        } else if (side[j] !== due) return undefined;
      }
    }
  }
  return side;
}

/**
 * Signs by goodwill alone: friends are those who trust each other by more than half, foes those by less, taken together; those by
 * just half are `neither`.
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

/** Signs of any world’s ties, as tie.ts has them. */
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
 * Writes a tie of `weight` in [−1, 1] from both sides: goodwill from 0 to 1, and ill will where it is below 0, so that the sign of
 * the tie (tie.ts) is that of the weight.
 */
export function writeTie({ shape: { actors: n }, columns }: World, i: number, j: number, weight: number): void {
  const { relational, hostility } = columns;
  relational[i * n + j] = (1 + weight) / 2;
  relational[j * n + i] = (1 + weight) / 2;
  hostility[i * n + j] = weight < 0 ? -weight : 0;
  hostility[j * n + i] = weight < 0 ? -weight : 0;
}

/** Columns that the mechanisms of signed ties write. */
export const SIGNED = ['relational', 'hostility', 'standing', 'threat'] as const;

/** Writes ties that are all of full weight, and what follows from them. */
export function writeSigns(world: World, signs: Int8Array, strain: Int32Array): void {
  const n = world.shape.actors;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) writeTie(world, i, j, signs[i * n + j]!);
  writeStanding(world, signs, strain);
}

/** Tells as each actor’s standing the share of the others that are its friends, as its threat that of its triads that are unbalanced. */
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
    // Each of its triads was met at two of its ties.
    threat[i] = strained / 2 / triads;
  }
}

// Where a mechanism works the ties out; grown to the largest world’s need.
let signs = new Int8Array(0);
let strain = new Int32Array(0);

/** Room for the signs and strains of n actors, contents undefined. */
export function signDesk(n: number): { signs: Int8Array; strain: Int32Array } {
  if (signs.length < n * n) {
    signs = new Int8Array(n * n);
    strain = new Int32Array(n * n);
  }
  return { signs, strain };
}
