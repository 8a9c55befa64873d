import type { SweepValue } from '../../sim/experiment/sweep/spec.ts';

// A list of values in one field: numbers, true and false, lists of numbers in brackets, and texts, in quotation marks where they must be.

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Parts between commas, semicolons and ends of lines, those within brackets and quotation marks left whole. */
const PART = /\[[^\]]*\]?|"(?:[^"\\]|\\.)*"?|[^,;\n[\]"]+/g;

/** The values that a text lists, in order. */
export const valuesIn = (text: string): SweepValue[] =>
  (text.match(PART) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(valueIn);

function valueIn(part: string): SweepValue {
  if (NUMBER.test(part)) return Number(part);
  if (part === 'true' || part === 'false') return part === 'true';
  if (part.startsWith('[')) {
    const inner = part.replace(/[[\]]/g, '').trim();
    return inner === '' ? [] : inner.split(',').map(Number);
  }
  return part.startsWith('"') ? unquoted(part) : part;
}

function unquoted(part: string): string {
  try {
    return String(JSON.parse(part));
  } catch {
    return part.slice(1);
  }
}

/** The same values as a text that lists them. */
export const valuesText = (values: readonly SweepValue[]): string => values.map(textOf).join(', ');

function textOf(value: SweepValue): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  const [again] = valuesIn(value);
  return again === value ? value : JSON.stringify(value);
}
