/** Limit on the characters of a seed. */
export const MOST_SEED = 200;

/**
 * Whether a value is a random seed: one line of text. The command, run files, links, addresses and the page all ask this function, so
 * that what one of them writes the others read.
 */
export const isSeed = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= 1 && value.length <= MOST_SEED && !CONTROL.test(value);

/** Control characters, breaks of a line or a paragraph, and halves of a pair, which no file in UTF-8 can hold. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
