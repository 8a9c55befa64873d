import { LIMITS } from '../schema/common.ts';
import { type Fault, type Path, type ReportFault, shown } from '../schema/fault.ts';

/** Limit on nested lists and objects; a scenario needs eight levels. */
const DEPTH = 48;
const MOST_KEYS = 10_000;

/** Parses untrusted JSON of at most `limit` bytes. */
export function parseJson(text: string, limit: number = LIMITS.bytes): { value: unknown } | { faults: Fault[] } {
  const refuse = (message: string) => ({ faults: [{ path: '', message }] });
  if (text.length > limit) return refuse(`larger than ${limit / 1024 / 1024} MB`);
  if (text.trim() === '') return refuse('empty, expected JSON');
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return refuse(`not JSON: ${where(text, error instanceof Error ? error.message : String(error))}`);
  }
}

/** Engines word the error differently and quote the surrounding text, with its line breaks; this makes it one line. */
function where(text: string, complaint: string): string {
  const position = /at position (\d+)/.exec(complaint);
  const words = complaint.replace(/\s+/g, ' ').slice(0, 160);
  if (!position || /line \d+/.test(complaint)) return words;
  const before = text.slice(0, Number(position[1])).split('\n');
  return `${words} (line ${before.length}, column ${before.at(-1)!.length + 1})`;
}

/** What the walk found before any schema is applied. */
export interface InputSurvey {
  sound: boolean;
  /** Number of values: numbers, strings, lists and objects. */
  values: number;
  /** Whether a −0 occurs, which JSON cannot write back. */
  negativeZero: boolean;
}

/** Walks a parsed JSON value. Reports too many levels, too many values, and keys that every object already has. */
export function surveyInput(input: unknown, report: ReportFault): InputSurvey {
  const found: InputSurvey = { sound: true, values: 0, negativeZero: false };
  const path: (string | number)[] = [];
  const refuse = (at: Path, message: string): void => {
    found.sound = false;
    report(at, message);
  };
  // Recursion no deeper than DEPTH: the walk stops there.
  const visit = (value: unknown): void => {
    if (++found.values > LIMITS.values) return;
    if (Object.is(value, -0)) found.negativeZero = true;
    if (typeof value !== 'object' || value === null) return;
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    if (path.length >= DEPTH) refuse(path.slice(0, 1), `nested deeper than ${DEPTH} levels`);
    else if (keys && keys.length > MOST_KEYS) refuse(path, `more than ${MOST_KEYS} keys in one object`);
    else descend(value as Record<string | number, unknown>, keys);
  };
  const descend = (value: Record<string | number, unknown>, keys: string[] | undefined): void => {
    const count = keys?.length ?? (value.length as number);
    for (let k = 0; k < count && found.values <= LIMITS.values; k++) {
      const key = keys?.[k] ?? k;
      path.push(key);
      if (typeof key === 'string' && key in {}) refuse(path, `the key ${shown(key)} is reserved`);
      else visit(value[key]);
      path.pop();
    }
  };
  visit(input);
  if (found.values > LIMITS.values) refuse([], `more than ${LIMITS.values} lists, objects, numbers and texts in all`);
  return found;
}

/** A copy with every list cut short: a wrong file with a million entries shows its faults within the first thousand. */
export function headOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1_000).map(headOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, headOf(entry)]));
}

/** A copy with 0 for −0. A run file writes both as 0, and the run that is read back must have the same bits. */
export function withoutNegativeZero<T>(value: T): T {
  if (Object.is(value, -0)) return 0 as T;
  if (Array.isArray(value)) return value.map(withoutNegativeZero) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutNegativeZero(entry)])) as T;
}
