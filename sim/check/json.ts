import { LIMITS } from '../schema/common.ts';
import { type Fault, type Path, shown, type Tell } from './fault.ts';

/** Levels of lists and objects within each other; a scenario needs eight. */
const DEPTH = 48;

/** Reads JSON without trusting it to be any. */
export function parseJson(text: string): { value: unknown } | { faults: Fault[] } {
  const refuse = (message: string) => ({ faults: [{ path: '', message }] });
  if (text.length > LIMITS.bytes) return refuse(`more than ${LIMITS.bytes / 1024 / 1024} MB`);
  if (text.trim() === '') return refuse('empty: expected JSON');
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return refuse(`not JSON: ${where(text, error instanceof Error ? error.message : String(error))}`);
  }
}

/** Engines word it differently and quote the text around it, line breaks and all: make it one line. */
function where(text: string, complaint: string): string {
  const position = /at position (\d+)/.exec(complaint);
  const words = complaint.replace(/\s+/g, ' ').slice(0, 160);
  if (!position || /line \d+/.test(complaint)) return words;
  const before = text.slice(0, Number(position[1])).split('\n');
  return `${words} (line ${before.length}, column ${before.at(-1)!.length + 1})`;
}

/**
 * Walks what came out of JSON before any schema does: not too deep, and no key that every object already answers to.
 * A list of what is still to be seen, since recursion is what a stranger's nesting would exhaust.
 * @returns whether a −0 was seen, which JSON cannot write back.
 */
export function guard(input: unknown, tell: Tell): { negativeZero: boolean; sound: boolean } {
  let negativeZero = false;
  let sound = true;
  const refuse = (path: Path, message: string): void => {
    sound = false;
    tell(path, message);
  };
  const ahead: { value: unknown; path: Path }[] = [{ value: input, path: [] }];
  const seen = new Set<unknown>();
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { value, path } = next;
    if (Object.is(value, -0)) negativeZero = true;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (path.length >= DEPTH) {
      refuse(path.slice(0, 1), `nested deeper than ${DEPTH} levels`);
      break;
    }
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [key, entry] of entries) {
      if (typeof key === 'string' && key in {}) refuse([...path, key], `the key ${shown(key)} is reserved`);
      // Numbers and words need no path unless they are wrong, and here they cannot be.
      if (typeof entry === 'object' && entry !== null) ahead.push({ value: entry, path: [...path, key] });
      else if (Object.is(entry, -0)) negativeZero = true;
    }
  }
  return { negativeZero, sound };
}

/** The same with 0 for −0: a run file writes both as 0, and the run that is read back must have the same bits. */
export function withoutNegativeZero<T>(value: T): T {
  if (Object.is(value, -0)) return 0 as T;
  if (Array.isArray(value)) return value.map(withoutNegativeZero) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutNegativeZero(entry)])) as T;
}
