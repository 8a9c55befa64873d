import seedrandom from 'seedrandom';
import { createHash, finishHash, hashText, hashWords, resetHash } from './digest.ts';

// Its types leave out that a whole number seeds it directly.
const tychei = seedrandom.tychei as unknown as (seed: number) => seedrandom.PRNG;

/** A stream of luck that belongs to one mechanism at one tick. */
export interface Stream {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Whole number in [0, n). */
  below(n: number): number;
  /** Mean 0, variance 1, within ±3.5: the sum of four uniforms of 16 bits, which needs two words and no logarithm. */
  noise(): number;
}

/**
 * A fresh generator for each name, so that a new mechanism, or more draws in an old one, shifts nobody else’s luck
 * (common random numbers). Tyche-i, since the linear generators start neighbouring names alike.
 */
export const stream = (seed: string, mechanism: string, tick: number): Stream => streams(seed, mechanism)(tick);

/** The streams of one mechanism, tick by tick. A stream is good until the next is asked for: all share one object. */
export function streams(seed: string, mechanism: string): (tick: number) => Stream {
  const [high, low] = hashed(`${seed}/${mechanism}`);
  const name = Int32Array.of(high, low, 0);
  const hash = createHash();
  let next = tychei(0);
  let uniform = next.double;
  const held: Stream = {
    uniform: () => uniform(),
    below: (n) => Math.floor(uniform() * n),
    noise: () => {
      const a = next.int32();
      const b = next.int32();
      return (((a >>> 16) + (a & 0xffff) + (b >>> 16) + (b & 0xffff)) / 0x10000 - 2 + 2 / 0x10000) * 1.7320508075688772;
    },
  };
  return (tick) => {
    name[2] = tick;
    resetHash(hash);
    hashWords(hash, name, 3);
    const [a, b] = finishHash(hash);
    // Tyche seeds itself from one whole number: as many bits of the name as such a number holds.
    next = tychei((a & 0x1fffff) * 0x100000000 + b);
    uniform = next.double;
    return held;
  };
}

function hashed(text: string): [number, number] {
  const hash = createHash();
  hashText(hash, text);
  return finishHash(hash);
}

/** Fisher–Yates, in place. */
export function shuffle(order: number[] | Int32Array, random: Stream): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}
