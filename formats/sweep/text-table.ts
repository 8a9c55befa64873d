import { csvParseRows } from 'd3-dsv';
import { original } from '../cell.ts';

/** The records of a CSV whose first line names the columns; all have a cell for each name. */
export interface TextTable {
  names: readonly string[];
  records: readonly (readonly string[])[];
  /** The line of the file in which a record begins; 1 is the first. */
  lineOf(record: number): number;
}

/** Columns that a sweep may have, with room for those of other tools. */
const COLUMNS = 2_000;

/**
 * The records of a CSV (RFC 4180; a byte order mark is ignored, and so are empty lines at the end).
 * @throws {Error} one sentence that names the line.
 */
export function readLines(text: string, most: number): TextTable {
  checkLines(text, most);
  const [heads = [], ...records] = csvParseRows(text.replace(/^\ufeff/, ''));
  const names = heads.map(original);
  checkNames(names);
  while (records.length > 0 && records.at(-1)!.every((cell) => cell === '')) records.pop();
  const lineOf = (record: number): number => {
    const before = [heads, ...records.slice(0, record)];
    return 1 + before.reduce((lines, cells) => lines + 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0), 0);
  };
  records.forEach((record, row) => {
    if (record.length !== names.length)
      throw new Error(`line ${lineOf(row)}: expected ${names.length} cells, got ${record.length}`);
  });
  if (records.length === 0) throw new Error('line 2: expected a record, got nothing');
  return { names, records, lineOf };
}

const breaksIn = (cell: string): number => cell.match(/\r\n|\r|\n/g)?.length ?? 0;

/** Before anything is taken apart. Line breaks within quotes count too: no table of numbers has many. */
function checkLines(text: string, most: number): void {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > most + 2) throw new Error(`more than ${most} records`);
}

function checkNames(names: readonly string[]): void {
  if (names.length === 0 || names.every((name) => name.trim() === ''))
    throw new Error('line 1: expected the names of the columns, got nothing');
  if (names.length === 1 && /[;\t]/.test(names[0]!))
    throw new Error('line 1: expected commas between the columns, got semicolons or tabs');
  if (names.length > COLUMNS) throw new Error(`line 1: expected at most ${COLUMNS} columns, got ${names.length}`);
  const named = names.filter((name) => name.trim() !== '');
  const twice = named.find((name, k) => named.indexOf(name) !== k);
  if (twice !== undefined) throw new Error(`line 1: there are two columns ${JSON.stringify(twice.slice(0, 80))}`);
}
