import { finiteJson } from '../formats/finite-json.ts';

// All that the command prints goes through here. A scenario's texts are a stranger's: a control character in one could clear the
// screen, and a line break forge a line of ours.

/**
 * Characters that act on a terminal, turn the direction of the text around them, or are not seen: control and format characters,
 * line and paragraph separators, fillers, halves of pairs.
 */
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

/** Joiners that some scripts and pictures need: they stay between characters that are neither Latin, Greek nor Cyrillic. */
const JOINER = /^[\u200c\u200d]$/;
const VISIBLE = /[\p{L}\p{M}\p{So}\p{Cs}]/u;

/** A text with what acts on a terminal written as an escape, `\u001b`, as JSON writes it. */
export const printable = (text: string): string =>
  text.replace(ACTING, (character, at: number) => (joins(character, text, at) ? character : escaped(character)));

const mayJoin = (character = ''): boolean => character > '\u052f' && VISIBLE.test(character);
const joins = (character: string, text: string, at: number): boolean =>
  JOINER.test(character) && mayJoin(text[at - 1]) && mayJoin(text[at + 1]);

function escaped(character: string): string {
  let units = '';
  for (let k = 0; k < character.length; k++) units += `\\u${character.charCodeAt(k).toString(16).padStart(4, '0')}`;
  return units;
}

/** Prints lines on standard output. */
export function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** Prints a value as JSON, which stays JSON: the escapes stand within its texts. */
export const printJson = (value: unknown): void => print(finiteJson(value, 2).split('\n'));

/** More than a sentence needs; only a name that is long itself goes beyond. */
const LONGEST = 1_200;

/** One sentence on standard error. */
export function complain(sentence: string): void {
  const short =
    sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST / 2)} … ${sentence.slice(-LONGEST / 2)}`;
  process.stderr.write(`foedus: ${printable(short.replace(/[ \t\r\n]+/g, ' '))}\n`);
}
