/**
 * A link of parts that stand in it raw, `#s=nato&seed=7&t=3`. What a mail or chat program could take for the end of a link, or
 * decode, is percent-encoded: a seed may end in a full stop, and raw punctuation at the end is no part of a link.
 */
export const plainLink = (parts: Iterable<readonly [key: string, value: string]>): string =>
  `#${[...parts].map(([key, value]) => `${key}=${encoded(value)}`).join('&')}`;

const encoded = (value: string): string =>
  encodeURIComponent(value)
    .replace(/[!'()*~]/g, hex)
    .replace(/[._-]+$/, (end) => end.replace(/./g, hex));

const hex = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * Whether a seed can stand raw in a link that programs touch. Signs that they encode, decode or drop can be told from their own
 * ones in a packed link only.
 */
export const isPlainSeed = (seed: string): boolean =>
  /^[\p{L}\p{N}\p{M}\p{So} .,:;!?'()*@/_-]+$/u.test(seed) && seed.trim() === seed;
