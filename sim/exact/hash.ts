const P1 = 0x9e3779b1 | 0;
const P2 = 0x85ebca77 | 0;
const P3 = 0xc2b2ae3d | 0;

/**
 * Incremental 64-bit hash of 32-bit words: FNV-1a (Fowler, Noll & Vo) a word at a time, rotated after each multiplication so that
 * high bits reach the low ones, in four lanes that are folded into two words with the avalanche of xxHash32 (Collet 2012). Four
 * lanes, since each multiplication waits for the one before it in its lane. One multiplication a word, since multiplications take
 * most of the time. A plain array of lanes, since variables of a closure would be boxed in the loop.
 */
export interface Hash {
  lanes: Int32Array;
  length: number;
}

export const createHash = (): Hash => ({ lanes: Int32Array.of(P1 + P2, P2, 0, -P1), length: 0 });

/** Resets to the state of a new hash. */
export function resetHash(hash: Hash): void {
  const { lanes } = hash;
  lanes[0] = P1 + P2;
  lanes[1] = P2;
  lanes[2] = 0;
  lanes[3] = -P1;
  hash.length = 0;
}

/** Adds the first `n` words. */
export function hashWords(hash: Hash, input: Int32Array, n: number = input.length): void {
  // A literal on purpose: a bundle turns module constants into variables, and the loop would reload them each round (four times
  // slower).
  const prime = 0x9e3779b1 | 0;
  const { lanes } = hash;
  let a = lanes[0]! | 0;
  let b = lanes[1]! | 0;
  let c = lanes[2]! | 0;
  let d = lanes[3]! | 0;
  const whole = n - (n % 4);
  for (let k = 0; k < whole; k += 4) {
    a = Math.imul(a ^ input[k]!, prime);
    b = Math.imul(b ^ input[k + 1]!, prime);
    c = Math.imul(c ^ input[k + 2]!, prime);
    d = Math.imul(d ^ input[k + 3]!, prime);
    a = (a << 13) | (a >>> 19);
    b = (b << 13) | (b >>> 19);
    c = (c << 13) | (c >>> 19);
    d = (d << 13) | (d >>> 19);
  }
  for (let k = whole; k < n; k++) {
    a = Math.imul(a ^ input[k]!, prime);
    a = (a << 13) | (a >>> 19);
  }
  lanes[0] = a;
  lanes[1] = b;
  lanes[2] = c;
  lanes[3] = d;
  hash.length = (hash.length + n) | 0;
}

/** Adds a text and its length, so that the boundary between two texts is part of the hash. */
export function hashText(hash: Hash, text: string): void {
  const { lanes } = hash;
  let a = lanes[0]! | 0;
  for (let k = 0; k < text.length; k++) {
    a = (a + Math.imul(text.charCodeAt(k), P2)) | 0;
    a = Math.imul((a << 13) | (a >>> 19), P1);
  }
  let d = (lanes[3]! + Math.imul(text.length, P2)) | 0;
  d = Math.imul((d << 13) | (d >>> 19), P1);
  lanes[0] = a;
  lanes[3] = d;
  hash.length = (hash.length + text.length + 1) | 0;
}

/** The digest: two 32-bit words, high and low. */
export function finishHash(hash: Hash): [number, number] {
  finishInto(hash, words);
  return [words[0]! >>> 0, words[1]! >>> 0];
}

const words = new Int32Array(2);

/** Writes the two words of the digest, as signed numbers: a list of two numbers of 32 bits takes as long to make as the rest. */
function finishInto({ lanes, length }: Hash, into: Int32Array): void {
  fold(lanes[0]!, lanes[1]!, lanes[2]!, lanes[3]!, length, into);
}

/** Writes what the digest would be with one more word. Leaves the hash as it is, so that what many digests begin with is hashed once. */
export function finishWith({ lanes, length }: Hash, word: number, into: Int32Array): void {
  const a = Math.imul(lanes[0]! ^ word, P1);
  fold((a << 13) | (a >>> 19), lanes[1]!, lanes[2]!, lanes[3]!, (length + 1) | 0, into);
}

function fold(a: number, b: number, c: number, d: number, length: number, into: Int32Array): void {
  const low = (context(a, 1) + context(b, 7) + context(c, 12) + context(d, 18) + length) | 0;
  const high = context(b, 1) ^ context(c, 7) ^ context(d, 12) ^ context(a, 18) ^ Math.imul(length, P1);
  into[0] = avalanche(high);
  into[1] = avalanche(low);
}

const context = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

function avalanche(x: number): number {
  let h = x ^ (x >>> 15);
  h = Math.imul(h, P2);
  h ^= h >>> 13;
  h = Math.imul(h, P3);
  return h ^ (h >>> 16);
}

/** Sixteen hex digits of a two-word digest. */
export const hex = (high: number, low: number): string => word(high) + word(low);

const DIGITS = '0123456789abcdef';
function word(x: number): string {
  let text = '';
  for (let shift = 28; shift >= 0; shift -= 4) text += DIGITS[(x >>> shift) & 15];
  return text;
}

/** Hash of a text as sixteen hex digits; names a scenario by its content. */
export function digestText(text: string): string {
  const words = new Int32Array(text.length);
  for (let i = 0; i < text.length; i++) words[i] = text.charCodeAt(i);
  const hash = createHash();
  hashWords(hash, words, words.length);
  return hex(...finishHash(hash));
}

const ofTexts = createHash();

/** 53 bits of the hash of these texts, as one exact number: for texts that are hashed once and digested every tick. */
export function hashAsNumber(...texts: string[]): number {
  resetHash(ofTexts);
  for (const text of texts) hashText(ofTexts, text);
  const [high, low] = finishHash(ofTexts);
  return (high & 0x1fffff) * 0x100000000 + low;
}
