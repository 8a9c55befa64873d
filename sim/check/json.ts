import { LIMITS } from '../schema/common.ts';
import { collectFaults, type Fault, type Path, type ReportFault, shown } from '../schema/fault.ts';
import { surveySyntax } from './json-syntax.ts';

const MOST_KEYS = 10_000;

/** Parses untrusted JSON of at most `limit` bytes. A key that an object has twice is a fault: one of the two would be lost. */
export function parseJson(text: string, limit: number = LIMITS.bytes): { value: unknown } | { faults: Fault[] } {
  const { faults, report } = collectFaults();
  if (text.length > limit) report([], `larger than ${limit / 1024 / 1024} MB`);
  else if (/^\s*$/.test(text)) report([], 'empty, expected JSON');
  if (faults.length > 0) return { faults };
  try {
    const value: unknown = JSON.parse(text);
    if (keysIn(text) === keysOf(value)) return { value };
  } catch {
    // The survey says what is wrong.
  }
  surveySyntax(text, report);
  if (faults.length === 0) report([], 'not JSON');
  return { faults };
}

const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const COLON = ':'.charCodeAt(0);

/** How many keys a text in JSON has: as many as colons outside of quotes. */
function keysIn(text: string): number {
  let keys = 0;
  let quoted = false;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (code === QUOTE) quoted = !quoted;
    else if (!quoted) keys += code === COLON ? 1 : 0;
    else if (code === BACKSLASH) k++;
  }
  return keys;
}

/** How many keys the objects of a parsed value have. */
function keysOf(value: unknown): number {
  let keys = 0;
  // Not by recursion: nobody has looked yet how deep it is.
  const waiting: unknown[] = [value];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    if (typeof here !== 'object' || here === null) continue;
    const isList = Array.isArray(here);
    const inner = isList ? (here as unknown[]) : (Object.values(here) as unknown[]);
    if (!isList) keys += inner.length;
    for (const entry of inner) if (typeof entry === 'object' && entry !== null) waiting.push(entry);
  }
  return keys;
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
  // Recursion no deeper than LIMITS.levels: the walk stops there.
  const visit = (value: unknown): void => {
    if (++found.values > LIMITS.values) return;
    if (Object.is(value, -0)) found.negativeZero = true;
    if (typeof value !== 'object' || value === null) return;
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    if (path.length >= LIMITS.levels) refuse(path.slice(0, 1), `nested deeper than ${LIMITS.levels} levels`);
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
