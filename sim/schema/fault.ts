import { listed, onOneLine, quoted } from '../exact/quoted.ts';

/** What is wrong with an input, and where. */
export interface Fault {
  /** `actors[3].resources.navy`; empty for the whole input. */
  path: string;
  message: string;
}

export type Path = readonly PropertyKey[];
/** Records one fault. A message that is costly to build is passed as a function and built only if it will be read. */
export type ReportFault = (path: Path, message: string | (() => string)) => void;

/** More than anyone reads; untrusted input must not make us write a million. */
export const MOST_FAULTS = 1_000;
const MOST_SHOWN = 40;
const MOST_COMPARED = 200;
const LONGEST_PATH = 200;
const LONGEST_MESSAGE = 1_000;

/** A fault as one line, `path: message`; the message alone where it concerns the whole input. */
export const faultSentence = ({ path, message }: Fault): string => (path === '' ? message : `${path}: ${message}`);

/** An empty list of faults and the function that adds to it. */
export function collectFaults(): { faults: Fault[]; report: ReportFault } {
  const faults: Fault[] = [];
  const report: ReportFault = (path, message) => {
    if (faults.length >= MOST_FAULTS) return;
    faults.push({ path: pathText(path), message: readable(typeof message === 'string' ? message : message()) });
  };
  return { faults, report };
}

/** One line, whatever a library or a stranger put into it. */
const readable = (message: string): string =>
  onOneLine(message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message);

/** A path as text: dots before keys, brackets round list indices, quotes round keys that are not plain words. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\w$-]{1,64}$/.test(String(step))) text += text === '' ? String(step) : `.${String(step)}`;
    else text += `[${shown(String(step))}]`;
    if (text.length > LONGEST_PATH) return `${text.slice(0, LONGEST_PATH)}…`;
  }
  return text;
}

/** A value as it was found, in at most forty characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return quoted(value);
  return String(value).slice(0, MOST_SHOWN);
}

/** ` (did you mean "loyalty"?)` if a known name is close, else the known names if they are few, else empty. */
export function hint(name: string, known: Iterable<string>): string {
  const names = [...known];
  const close = suggestion(name, names);
  if (close !== '') return close;
  return names.length > 0 && names.length <= 16 ? ` (known: ${listed(names)})` : '';
}

/** ` (did you mean "loyalty"?)` if a known name is close, else empty. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : ` (did you mean ${quoted(near)}?)`;
}

function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length > MOST_COMPARED || name.length > 64) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance: insertions, deletions and replacements that turn one word into the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
