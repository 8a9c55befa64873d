import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

/** Bytes of JSON in a link, after inflation. */
export const MOST_BYTES = 64 * 1024;
/** Characters of base64url that would hold so many bytes without compression; a longer link is refused. */
const MOST_CHARACTERS = 90_000;
/** Bytes inflated at a time. Deflate expands at most 1,032-fold, so at most 130 kB are ever inflated in vain. */
const GULP = 64;

const DAMAGED = 'it is damaged: perhaps a part of it was cut off';

/** JSON, deflated, in characters that every chat program preserves. */
export function pack(value: unknown): string {
  const bytes = strToU8(JSON.stringify(value));
  if (bytes.length > MOST_BYTES) throw new Error(tooLarge);
  return toBase64url(deflateSync(bytes, { level: 9 }));
}

/**
 * Reverses `pack`.
 * @throws {Error} the end of a sentence, for any other text; a text that would become too large is not inflated.
 */
export function unpack(text: string): unknown {
  if (text.length > MOST_CHARACTERS) throw new Error(`it is longer than ${MOST_CHARACTERS} characters`);
  const json = strFromU8(inflated(fromBase64url(text)));
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error(DAMAGED);
  }
  checkPlain(value);
  return value;
}

const tooLarge = `it would contain more than ${MOST_BYTES / 1024} kB`;

function inflated(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(MOST_BYTES);
  let length = 0;
  let complete = false;
  const inflate = new Inflate((part, final) => {
    if (length + part.length > MOST_BYTES) throw new Error(tooLarge);
    whole.set(part, length);
    length += part.length;
    complete = final;
  });
  try {
    for (let at = 0; at < bytes.length; at += GULP)
      inflate.push(bytes.subarray(at, at + GULP), at + GULP >= bytes.length);
  } catch (error) {
    throw (error as Error).message === tooLarge ? error : new Error(DAMAGED);
  }
  if (!complete) throw new Error(DAMAGED);
  return whole.subarray(0, length);
}

/** Limit on nested lists and objects; a scenario needs eight levels. */
const DEPTH = 48;

/** Checks that a value is not nested too deeply to walk and has no key that every object already has. */
function checkPlain(value: unknown): void {
  const waiting: [value: unknown, depth: number][] = [[value, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [here, depth] = next;
    if (typeof here !== 'object' || here === null) continue;
    if (depth >= DEPTH) throw new Error(`it is nested deeper than ${DEPTH} levels`);
    const isList = Array.isArray(here);
    for (const [key, inner] of Object.entries(here)) {
      if (!isList && key in {}) throw new Error(`the key "${key}" is reserved`);
      waiting.push([inner, depth + 1]);
    }
  }
}

/** Uses btoa, which browsers and Node both have. */
export function toBase64url(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws {Error} the end of a sentence, for other characters. */
export function fromBase64url(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text)) throw new Error(DAMAGED);
  try {
    return strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
  } catch {
    throw new Error(DAMAGED);
  }
}
