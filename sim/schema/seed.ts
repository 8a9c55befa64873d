/** Limit on the characters of a seed. */
export const MOST_SEED = 200;

/**
 * Whether a value is a random seed: one line of text. The command, run files, links, addresses and the page all ask this function, so
 * that what one of them writes the others read.
 */
export const isSeed = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= 1 && value.length <= MOST_SEED && !CONTROL.test(value);

/** Control characters, and breaks of a line or a paragraph. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;
