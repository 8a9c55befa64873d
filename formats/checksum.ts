import { createHash, finishHash, hashWords, hex } from '../sim/exact/hash.ts';

// One wrong byte may lead a reader of a compressed format into an endless loop or out of memory. So a file gets a checksum when it
// is written, and no reader sees the file before the checksum is verified. It detects accidents, not forgery.

/** What stands before the digits: of the whole file, or of the footer alone, so that a footer can be trusted without the rest. */
export type ChecksumMark = 'foedus-seal:' | 'foedus-footer:';

const WHOLE: ChecksumMark = 'foedus-seal:';
const BLANK = '0'.repeat(16);

/** Placeholder that a file must contain once, after all untrusted content; `withChecksum` overwrites its digits. */
export const noChecksum = (mark: ChecksumMark = WHOLE): string => mark + BLANK;

/** Index of the digits of the checksum; −1 where there is none. */
function placeOf(bytes: Uint8Array, text: ChecksumMark): number {
  const mark = new TextEncoder().encode(text);
  for (let at = bytes.length - mark.length - BLANK.length; at >= 0; at--)
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
export function withChecksum(bytes: Uint8Array, mark: ChecksumMark = WHOLE): void {
  bytes.set(digestOf(bytes), placeOf(bytes, mark));
}

/** A copy in which the digits of a checksum are those of its placeholder; undefined where there is none. */
export function withoutChecksum(bytes: Uint8Array, mark: ChecksumMark = WHOLE): Uint8Array | undefined {
  const at = placeOf(bytes, mark);
  if (at < 0) return undefined;
  const blank = new Uint8Array(bytes); // a copy, which slice() of a Buffer is not
  blank.set(new TextEncoder().encode(BLANK), at);
  return blank;
}

/** Whether there is a checksum, and whether it still matches. */
export function checksumOf(bytes: Uint8Array, mark: ChecksumMark = WHOLE): 'none' | 'broken' | 'whole' {
  const blank = withoutChecksum(bytes, mark);
  if (!blank) return 'none';
  const at = placeOf(bytes, mark);
  return digestOf(blank).every((digit, k) => digit === bytes[at + k]) ? 'whole' : 'broken';
}
