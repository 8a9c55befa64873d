import type { VaryChoice } from '../../sim/experiment/sweep/choices.ts';
import { controlSpanOf, withoutBinaryDust } from '../explore/range.ts';
import { type EntryForm, emptyEntry } from './form.ts';
import { valuesText } from './values-text.ts';

/** What a card begins with when its path is chosen: a range about the value that stands there, which a person then narrows. */
export function entryOfChoice(choice: VaryChoice, others: readonly EntryForm[]): EntryForm {
  return { ...emptyEntry(choice.path), as: columnName(choice.path, others), ...startOf(choice) };
}

/** The fields that a choice fills; those of its path and its name apart. */
export function startOf({ value, min, max, whole, choices }: VaryChoice): Partial<EntryForm> {
  if (choices) return { kind: 'values', values: valuesText(choices) };
  if (typeof value === 'boolean') return { kind: 'values', values: 'false, true' };
  if (typeof value === 'string' || Array.isArray(value)) return { kind: 'values', values: valuesText([value]) };
  const now = value ?? 0;
  const size = Math.max(Math.abs(now), 1);
  const ends = { min: min ?? Math.min(0, -size * Math.sign(-now)), max: max ?? Math.max(2 * now, size) };
  const span = controlSpanOf({ ...ends, whole: whole ?? false }, now);
  // A value near the lower end of a wide range is looked at from there to a few times itself.
  const isNear = now > 0 && !whole && ends.min >= 0 && span.max > WIDE * now;
  const [from, to] = [Math.max(span.min, ends.min), isNear ? FEW * now : span.max];
  return {
    kind: 'range',
    from: String(withoutBinaryDust(from)),
    to: String(withoutBinaryDust(to)),
    steps: whole ? String(Math.max(1, Math.min(5, to - from + 1))) : '5',
    isWhole: whole,
    mean: String(now),
    sd: String(withoutBinaryDust(Number(((to - from) / 6).toPrecision(2)))),
    mode: String(now),
  };
}

const WIDE = 20;
const FEW = 5;

/** The last key of a path as a name that no other entry has; numbers and signs are left out. */
function columnName(path: string, others: readonly EntryForm[]): string {
  const last = path.split('.').at(-1)!;
  const bare = last.replace(/\[\d+\]/g, '').replace(/[^A-Za-z0-9_]/g, '');
  const name = /^[A-Za-z]/.test(bare) ? bare.slice(0, 60) : 'value';
  const taken = new Set([...others.map(({ as }) => as), ...RESERVED]);
  let free = name;
  for (let k = 2; taken.has(free); k++) free = `${name}${k}`;
  return free;
}

/** Columns that every table of runs has. */
const RESERVED = ['run', 'point', 'replicate', 'variant', 'seed', 'ticks', 'digest', 'status', 'error'];
