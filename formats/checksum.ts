import { createHash, finishHash, hashWords, hex } from '../sim/exact/hash.ts';

// A reader of a compressed format may be led anywhere by one wrong byte, into an endless loop or out of memory. So a file is sealed
// when it is written, and no reader sees it before the seal has been found whole. It keeps out accidents, not forgers.

const MARK = 'foedus-seal:';
const BLANK = '0'.repeat(16);

/** What a file is to hold once, after all that comes from strangers, for `seal` to write upon. */
export const NO_CHECKSUM = MARK + BLANK;

/** Where the digits of the seal stand; −1 where there are none. */
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

/** Writes the seal of all the bytes, itself left blank, in its place. */
export function withChecksum(bytes: Uint8Array): void {
  bytes.set(digestOf(bytes), placeOf(bytes));
}

/** Whether there is a seal, and whether nothing has changed since it was set. */
export function checksumOf(bytes: Uint8Array): 'none' | 'broken' | 'whole' {
  const at = placeOf(bytes);
  if (at < 0) return 'none';
  const blank = new Uint8Array(bytes); // a copy, which slice() of a Buffer is not
  blank.set(new TextEncoder().encode(BLANK), at);
  return digestOf(blank).every((digit, k) => digit === bytes[at + k]) ? 'whole' : 'broken';
}
