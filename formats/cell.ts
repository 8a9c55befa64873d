/**
 * A spreadsheet takes a cell that begins with one of these for a formula, and may do what it says. An apostrophe before it makes it
 * a text; a text that has apostrophes before such a sign gets one more, so that taking one off gives back what was there.
 */
const FORMULA = /^'*[=+\-@\t\r]/;

export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Undoes `harmless`. */
export const original = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/** The shortest decimal that reads back as the same 64 bits. */
export const realText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** The shortest decimal that reads back as the same 32 bits; nine digits always do. */
export function singleText(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return realText(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

const NUMBER = /^-?(\d+(\.\d+)?(e[+-]?\d+)?|Infinity)$|^NaN$/;

/** @throws {Error} the end of a sentence, for what is no number. */
export function readReal(cell: string): number {
  if (!NUMBER.test(cell)) throw new Error(`expected a number, got ${JSON.stringify(cell.slice(0, 40))}`);
  return Number(cell);
}

/** @throws {Error} the end of a sentence, for what is no whole number of 32 bits. */
export function readWhole(cell: string): number {
  const value = /^-?\d{1,10}$/.test(cell) ? Number(cell) : Number.NaN;
  if (value !== (value | 0)) throw new Error(`expected a whole number, got ${JSON.stringify(cell.slice(0, 40))}`);
  return value;
}
