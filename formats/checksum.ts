import { createHash, finishHash, hashWords, hex } from '../sim/exact/hash.ts';

// One wrong byte may lead a reader of a compressed format into an endless loop or out of memory. So a file gets a checksum when it
// is written, and no reader sees the file before the checksum is verified. It detects accidents, not forgery.

const MARK = 'foedus-seal:';
const BLANK = '0'.repeat(16);

/** Placeholder that a file must contain once, after all untrusted content; `withChecksum` overwrites its digits. */
export const NO_CHECKSUM = MARK + BLANK;

/** Index of the digits of the checksum; −1 where there is none. */
function placeOf(bytes: Uint8Array): number {
  const mark = new TextEncoder().encode(MARK);
  for (let at = bytes.length - NO_CHECKSUM.length; at >= 0; at--)
    if (mark.every((byte, k) => bytes[at + k] === byte)) return at + mark.length;
  return -1;
}

function digestOf(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(4 * Math.ceil(bytes.length / 4));
  padded.set(bytes);
  const hash = createHash();
  hashWords(hash, Int32Array.of(bytes.length));
  hashWords(hash, new Int32Array(padded.buffer));
  return new TextEncoder().encode(hex(...finishHash(hash)));
}

/** Writes the checksum of all bytes, computed with the placeholder in its place. */
export function withChecksum(bytes: Uint8Array): void {
  bytes.set(digestOf(bytes), placeOf(bytes));
}

/** Whether there is a checksum, and whether it still matches. */
export function checksumOf(bytes: Uint8Array): 'none' | 'broken' | 'whole' {
  const at = placeOf(bytes);
  if (at < 0) return 'none';
  const blank = new Uint8Array(bytes); // a copy, which slice() of a Buffer is not
  blank.set(new TextEncoder().encode(BLANK), at);
  return digestOf(blank).every((digit, k) => digit === bytes[at + k]) ? 'whole' : 'broken';
}
