import { workspace } from './scratch.ts';

// Signed graphs and their triads, for the models of structural balance: 1 friends, −1 foes, 0 no tie; row-major, symmetric, 0 on
// the diagonal. A triad is three actors that are all tied; it is unbalanced if the product of its signs is −1.

// One row of bits an actor: its friends, and its foes.
const friends = workspace((words) => new Int32Array(words));
const foes = workspace((words) => new Int32Array(words));

/** Triads of a signed graph. */
export interface Triads {
  /** Number of triads, and how many of them are unbalanced. */
  triads: number;
  unbalanced: number;
}

/**
 * Writes into `strain` (n × n) how many unbalanced triads each tie is in, 0 where there is no tie. Processes 32 third parties a
 * word, so that a world of hundreds of actors takes milliseconds.
 */
export function strains(signs: Int8Array, n: number, strain: Int32Array): Triads {
  const words = (n + 31) >> 5;
  const warm = friends(n * words).fill(0, 0, n * words);
  const cold = foes(n * words).fill(0, 0, n * words);
  setBits(signs, n, warm, cold);
  let triads = 0;
  let unbalanced = 0;
  for (let i = 0; i < n; i++) {
    strain[i * n + i] = 0;
    for (let j = 0; j < i; j++) {
      const sign = signs[i * n + j]!;
      let same = 0;
      let mixed = 0;
      if (sign !== 0) {
        const end = (i + 1) * words;
        for (let w = i * words, v = j * words; w < end; w++, v++) {
          same += bits((warm[w]! & warm[v]!) | (cold[w]! & cold[v]!));
          mixed += bits((warm[w]! & cold[v]!) | (cold[w]! & warm[v]!));
        }
      }
      const against = sign > 0 ? mixed : same;
      strain[i * n + j] = against;
      strain[j * n + i] = against;
      triads += same + mixed;
      unbalanced += against;
    }
  }
  // Each triad was counted at each of its three ties.
  return { triads: triads / 3, unbalanced: unbalanced / 3 };
}

function setBits(signs: Int8Array, n: number, warm: Int32Array, cold: Int32Array): void {
  const words = (n + 31) >> 5;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const sign = signs[i * n + j]!;
      if (sign === 0) continue;
      const at = i * words + (j >> 5);
      if (sign > 0) warm[at]! |= 1 << (j & 31);
      else cold[at]! |= 1 << (j & 31);
    }
  }
}

/** Number of set bits in a 32-bit word. */
function bits(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The two sides of a balanced graph, 1 or 2 for each actor: friends within, foes between (Cartwright & Harary 1956); undefined
 * where no such division exists. The first actor of each connected component is on side 1.
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
