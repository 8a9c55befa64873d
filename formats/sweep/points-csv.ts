import { csvFormatRow } from 'd3-dsv';
import { harmless, original, realText } from '../cell.ts';
import { readLines, type TextTable } from './text-table.ts';

/** A value of a point: what a sweep sets at a path. */
export type PointValue = number | string | boolean | readonly number[];

const END = '\r\n';

/** The points of a design as CSV, piece by piece: a column for each name, a record for each point. */
export function* writePoints(
  names: readonly string[],
  points: Iterable<readonly PointValue[]>,
): Generator<string, void, undefined> {
  yield csvFormatRow(names.map(harmless)) + END;
  for (const point of points) yield csvFormatRow(point.map(textOf)) + END;
}

function textOf(value: PointValue): string {
  if (typeof value === 'number') return realText(value);
  return typeof value === 'string' ? harmless(value) : JSON.stringify(value);
}

/**
 * The points of a design from a CSV with these columns, in any order, each point in the order of the names. A cell is a number, true or
 * false, a list of numbers in brackets, or a text.
 * @param most number of points allowed
 * @throws {Error} one sentence that names the line (1 has the names of the columns) and the column.
 */
export function readPoints(text: string, names: readonly string[], most: number): PointValue[][] {
  const table = readLines(text, most);
  const places = names.map((name) => placeOf(table, name));
  const unknown = table.names.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`line 1: column ${JSON.stringify(unknown)} is none of those that vary (${names.join(', ')})`);
  return table.records.map((record, row) =>
    places.map((place, k) => {
      try {
        return valueIn(record[place]!);
      } catch (error) {
        throw new Error(`line ${table.lineOf(row)}, column ${names[k]}: ${(error as Error).message}`);
      }
    }),
  );
}

/**
 * The columns of a CSV of points, whatever they are called, with the values that can be read: what cannot is for `readPoints` to refuse.
 * @param most number of points allowed
 * @throws {Error} one sentence that names the line.
 */
export function readPointColumns(text: string, most: number): { columns: Map<string, PointValue[]>; count: number } {
  const { names, records } = readLines(text, most);
  const readable = (cell: string): PointValue[] => {
    try {
      return [valueIn(cell)];
    } catch {
      return [];
    }
  };
  const columns = names.map((name, k) => [name, records.flatMap((record) => readable(record[k]!))] as const);
  return { columns: new Map(columns), count: records.length };
}

function placeOf({ names }: TextTable, name: string): number {
  const place = names.indexOf(name);
  if (place < 0) throw new Error(`line 1: there is no column ${JSON.stringify(name)}`);
  return place;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const LONGEST = 200;
/** Numbers of a list, as many as a scenario has anywhere. */
const LIST = 4_000;

function valueIn(cell: string): PointValue {
  const trimmed = cell.trim();
  if (trimmed === '') throw new Error('expected a value, got nothing');
  if (NUMBER.test(trimmed)) return finite(trimmed);
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === 'true';
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) return listOf(trimmed);
  const text = original(cell);
  if (text.length > LONGEST) throw new Error(`expected at most ${LONGEST} characters, got ${text.length}`);
  return text;
}

function finite(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`expected a finite number, got ${text.slice(0, 40)}`);
  return value;
}

function listOf(text: string): readonly number[] {
  const parts = text.slice(1, -1).split(',', LIST + 1);
  if (parts.length > LIST) throw new Error(`expected at most ${LIST} numbers`);
  return parts.map((part) => {
    if (!NUMBER.test(part.trim()))
      throw new Error(`expected a list of numbers, got ${JSON.stringify(text.slice(0, 40))}`);
    return finite(part.trim());
  });
}

/** What stands for a missing number in the tables of common tools. */
const MISSING = /^(|na|nan|null|none)$/i;

/**
 * A table of outputs from a CSV: numbers by the names of their columns, NaN where one is missing. A column without a name, as of row
 * names, is left aside.
 * @param most number of rows allowed
 * @throws {Error} one sentence that names the line (1 has the names of the columns) and the column.
 */
export function readOutputs(text: string, most: number): Map<string, Float64Array> {
  const table = readLines(text, most);
  if (table.names.every((name) => NUMBER.test(name.trim())))
    throw new Error('line 1: expected the names of the columns, got numbers');
  const outputs = new Map<string, Float64Array>();
  table.names.forEach((name, place) => {
    if (name.trim() === '') return;
    const cells = table.records.map((record, row) => {
      const cell = record[place]!.trim();
      if (MISSING.test(cell)) return Number.NaN;
      if (NUMBER.test(cell) && Number.isFinite(Number(cell))) return Number(cell);
      throw new Error(
        `line ${table.lineOf(row)}, column ${name}: expected a finite number, got ${JSON.stringify(cell.slice(0, 40))}`,
      );
    });
    outputs.set(name, Float64Array.from(cells));
  });
  return outputs;
}
