const P1 = 0x9e3779b1 | 0;
const P2 = 0x85ebca77 | 0;
const P3 = 0xc2b2ae3d | 0;

/**
 * Running 64-bit hash of 32-bit words: the four lanes and rounds of xxHash32 (Collet 2012), kept as four lanes to the end and
 * then folded into two words. Four lanes, since one lane waits for its own multiplication.
 */
export interface Hash {
  words(input: Int32Array): void;
  number(x: number): void;
  /** A word of any length; where it ends is part of it. */
  text(x: string): void;
  /** Sixteen hex digits. */
  finish(): [number, number];
}

const scratch = new Float64Array(1);
const scratchWords = new Int32Array(scratch.buffer);

export function createHash(): Hash {
  let a = (P1 + P2) | 0;
  let b = P2;
  let c = 0;
  let d = -P1 | 0;
  let length = 0;
  return {
    words(input) {
      let v1 = a;
      let v2 = b;
      let v3 = c;
      let v4 = d;
      const n = input.length;
      const whole = n - (n % 4);
      for (let k = 0; k < whole; k += 4) {
        v1 = (v1 + Math.imul(input[k]!, P2)) | 0;
        v2 = (v2 + Math.imul(input[k + 1]!, P2)) | 0;
        v3 = (v3 + Math.imul(input[k + 2]!, P2)) | 0;
        v4 = (v4 + Math.imul(input[k + 3]!, P2)) | 0;
        v1 = Math.imul((v1 << 13) | (v1 >>> 19), P1);
        v2 = Math.imul((v2 << 13) | (v2 >>> 19), P1);
        v3 = Math.imul((v3 << 13) | (v3 >>> 19), P1);
        v4 = Math.imul((v4 << 13) | (v4 >>> 19), P1);
      }
      for (let k = whole; k < n; k++) {
        v1 = (v1 + Math.imul(input[k]!, P2)) | 0;
        v1 = Math.imul((v1 << 13) | (v1 >>> 19), P1);
      }
      a = v1;
      b = v2;
      c = v3;
      d = v4;
      length = (length + n) | 0;
    },
    number(x) {
      scratch[0] = x;
      b = (b + Math.imul(scratchWords[0]!, P2)) | 0;
      b = Math.imul((b << 13) | (b >>> 19), P1);
      c = (c + Math.imul(scratchWords[1]!, P2)) | 0;
      c = Math.imul((c << 13) | (c >>> 19), P1);
      length = (length + 2) | 0;
    },
    text(x) {
      for (let k = 0; k < x.length; k++) {
        a = (a + Math.imul(x.charCodeAt(k), P2)) | 0;
        a = Math.imul((a << 13) | (a >>> 19), P1);
      }
      d = (d + Math.imul(x.length, P2)) | 0;
      d = Math.imul((d << 13) | (d >>> 19), P1);
      length = (length + x.length + 1) | 0;
    },
    finish() {
      const low =
        (((a << 1) | (a >>> 31)) +
          ((b << 7) | (b >>> 25)) +
          ((c << 12) | (c >>> 20)) +
          ((d << 18) | (d >>> 14)) +
          length) |
        0;
      const high =
        (((b << 1) | (b >>> 31)) ^
          ((c << 7) | (c >>> 25)) ^
          ((d << 12) | (d >>> 20)) ^
          ((a << 18) | (a >>> 14)) ^
          Math.imul(length, P1)) |
        0;
      return [avalanche(high), avalanche(low)];
    },
  };
}

function avalanche(x: number): number {
  let h = x ^ (x >>> 15);
  h = Math.imul(h, P2);
  h ^= h >>> 13;
  h = Math.imul(h, P3);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Sixteen hex digits of a two-word digest. */
export const hex = (high: number, low: number): string => word(high) + word(low);

const DIGITS = '0123456789abcdef';
function word(x: number): string {
  let text = '';
  for (let shift = 28; shift >= 0; shift -= 4) text += DIGITS[(x >>> shift) & 15];
  return text;
}

/** Hash of a text, for naming a scenario by its content. */
export function digestText(text: string): string {
  const words = new Int32Array(text.length);
  for (let i = 0; i < text.length; i++) words[i] = text.charCodeAt(i);
  const hash = createHash();
  hash.words(words);
  return hex(...hash.finish());
}
