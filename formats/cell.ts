/** A spreadsheet reads a cell that begins with one of these as a formula, and may execute it. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Where the comma is the decimal sign, spreadsheets separate cells at this character, quoted or not. */
const PARTS = ';';

const partwise = (text: string, change: (part: string) => string): string => text.split(PARTS).map(change).join(PARTS);

/**
 * A text that no spreadsheet reads as a formula: with an apostrophe before the sign. A text that already begins with apostrophes
 * gets one more, so that removing one restores the original.
 */
export const harmless = (text: string): string => partwise(text, (part) => (FORMULA.test(part) ? `'${part}` : part));

/** Undoes `harmless`. */
export const original = (cell: string): string =>
  partwise(cell, (part) => (part.startsWith("'") && FORMULA.test(part) ? part.slice(1) : part));

/** The shortest decimal that reads back as the same 64 bits. */
export const realText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** The shortest decimal that reads back as the same 32 bits; nine digits always do. */
export function singleText(value: number): string {
  if (value === 0) return realText(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** @throws {Error} the end of a sentence, for a cell that is no number. */
export function readReal(cell: string): number {
  if (!NUMBER.test(cell) || !Number.isFinite(Number(cell)))
    throw new Error(`expected a number, got ${JSON.stringify(cell.slice(0, 40))}`);
  return Number(cell);
}

/** @throws {Error} the end of a sentence, for what is no whole number of 32 bits. */
export function readWhole(cell: string): number {
  const value = /^-?\d{1,10}$/.test(cell) ? Number(cell) : Number.NaN;
  if (value !== (value | 0)) throw new Error(`expected a whole number, got ${JSON.stringify(cell.slice(0, 40))}`);
  return value;
}
