import { createHash, finishHash, finishWith, hashText, hashWords } from './hash.ts';

/** The random number stream of one mechanism at one tick. */
export interface Stream {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Whole number in [0, n). */
  below(n: number): number;
  /** Mean 0, variance 1, within ±3.5: the sum of four uniforms of 16 bits, which needs two words and no logarithm. */
  noise(): number;
}

/**
 * A new generator for each (seed, mechanism, tick), so that a new mechanism, or more draws in an old one, does not change the
 * random numbers of the others (common random numbers). Tyche-i, since linear generators start similarly for similar names.
 * @param tick a whole number, 0 or more.
 */
export const stream = (seed: string, mechanism: string, tick: number): Stream => streams(seed, mechanism)(tick);

/** The streams of one mechanism, tick by tick. A stream is valid until the next one is requested: all share one object. */
export function streams(text: string, mechanism: string): (tick: number) => Stream {
  const name = createHash();
  hashWords(name, Int32Array.from(hashed(`${text}/${mechanism}`)));
  const seed = new Int32Array(2);
  const state = new Int32Array(5);
  const held: Stream = {
    uniform: () => double(state),
    below: (n) => Math.floor(double(state) * n),
    noise() {
      const b = advance(state, 2);
      const a = state[4]!;
      return (((a >>> 16) + (a & 0xffff) + (b >>> 16) + (b & 0xffff)) / 0x10000 - 2 + 2 / 0x10000) * 1.7320508075688772;
    },
  };
  return (tick) => {
    finishWith(name, tick, seed);
    sow(state, seed[0]! & 0x1fffff, seed[1]!);
    return held;
  };
}

// Tyche-i (Neves & Araujo 2011). Its draws equal those of seedrandom’s tychei, bit for bit (a test checks this). Written out here,
// since three or four streams are seeded a tick and seedrandom makes an object and six closures for each: a fifth of a small
// world's time.

/** The generator alone, seeded as seedrandom’s tychei from the whole number high · 2³² + low: returns one double after another. */
export function tyche(high: number, low: number): () => number {
  const state = new Int32Array(5);
  sow(state, high, low);
  return () => double(state);
}

/** Seeds the state as seedrandom does from the whole number high · 2³² + low. */
function sow(state: Int32Array, high: number, low: number): void {
  state[0] = high;
  state[1] = low;
  state[2] = 0x9e3779b9;
  state[3] = 1367130551;
  advance(state, 20);
}

/**
 * Advances by so many steps and returns the 32 bits of the last; those of the step before are left in the fifth word. The state stays in registers between steps, since each step
 * depends on all of the one before.
 */
function advance(state: Int32Array, steps: number): number {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let before = a;
  for (let k = 0; k < steps; k++) {
    before = a;
    b = (b << 25) ^ (b >>> 7) ^ c;
    c = (c - d) | 0;
    d = (d << 24) ^ (d >>> 8) ^ a;
    a = (a - b) | 0;
    b = (b << 20) ^ (b >>> 12) ^ c;
    c = (c - d) | 0;
    d = (d << 16) ^ (c >>> 16) ^ a;
    a = (a - b) | 0;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
  state[4] = before;
  return a;
}

/** Uniform in (0, 1), 53 bits. */
function double(state: Int32Array): number {
  for (;;) {
    const low = advance(state, 2) >>> 0;
    const top = state[4]! >>> 11;
    const found = (top + low / 0x100000000) / 0x200000;
    if (found !== 0) return found;
  }
}

function hashed(text: string): [number, number] {
  const hash = createHash();
  hashText(hash, text);
  return finishHash(hash);
}

/** Shuffles a list in place; every order is equally likely (Durstenfeld 1964, after Fisher and Yates). */
export function shuffle(order: number[] | Int32Array, random: Stream): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}
