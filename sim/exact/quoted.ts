// What a stranger wrote, as a sentence may repeat it.

const MOST_SHOWN = 40;

/** A text in quotes, on one line, cut to a readable length. */
export function quoted(text: string): string {
  const whole = JSON.stringify(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 3)}…` : text);
  return whole.length > 2 * MOST_SHOWN ? `${whole.slice(0, MOST_SHOWN - 2)}…"` : whole;
}

/** Names that may be told in one sentence. */
const MOST_NAMES = 16;

/** Names, the first few of many: `a, b, c and 990 more`. */
export function listed(names: readonly string[]): string {
  const told = names.slice(0, MOST_NAMES).map((name) => (/^[\w$/-]{1,64}$/.test(name) ? name : quoted(name)));
  const left = names.length - told.length;
  return `${told.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

/** A text on one line. */
export const onOneLine = (text: string): string => text.replace(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g, ' ').trim();

const HEX = '0123456789ABCDEF';

/** A character’s number as Unicode writes it, U+00A0. */
export function characterCode(character: string): string {
  let digits = '';
  for (let code = character.codePointAt(0)!; code > 0; code = Math.floor(code / 16)) digits = HEX[code % 16] + digits;
  return `U+${digits.padStart(4, '0')}`;
}
