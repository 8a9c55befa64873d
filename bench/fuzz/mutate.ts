import type { Stream } from '../../sim/exact/random.ts';

// Changes of valid JSON that strangers, programs and accidents make: in the value, and in its text.

type Json = Record<string | number, unknown>;

export const pick = <T>(random: Stream, list: readonly T[]): T => list[random.below(list.length)]!;

/** Values that have broken something somewhere. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  0.5,
  1,
  3,
  1e-20,
  5e-324,
  1e30,
  1e308,
  -1e308,
  2_147_483_648,
  '',
  ' ',
  'all',
  'a0',
  'NaN',
  '__proto__',
  'constructor',
  'x\n\u001b[2J\u202e',
  '\ud800',
  'é'.repeat(3_000),
  '1/0',
  'value ^ 400 - strength * 1e300',
  [],
  [[]],
  {},
  { parameter: 'drift' },
  { parameter: 'nobody' },
  ['all'],
  [1, 2, 3],
];

const CHARACTERS = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '\u0000',
  '\u00a0',
  '\ufeff',
  '“',
  '/*',
  '-',
  '.',
  'e',
  '9',
  'NaN',
];

/** A place in a JSON value: the object or list, and the key or index. */
interface Place {
  holder: Json;
  key: string | number;
}

function placesIn(value: unknown): Place[] {
  const found: Place[] = [];
  const visit = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
      found.push({ holder: holder as Json, key });
      visit((holder as Json)[key]);
    }
  };
  visit(value);
  return found;
}

function tweaked(random: Stream, value: unknown): unknown {
  if (typeof value === 'number')
    return pick(random, [-value, value * 1e30, value + 0.5, value / 1e30, value * (1 + random.uniform()), 0]);
  if (typeof value === 'string') {
    const at = random.below(value.length + 1);
    return value.slice(0, at) + pick(random, CHARACTERS) + value.slice(at + random.below(3));
  }
  return pick(random, ODD);
}

const CHANGES: readonly ((random: Stream, place: Place, others: readonly Place[]) => void)[] = [
  (random, { holder, key }) => void (holder[key] = structuredClone(pick(random, ODD))),
  (random, { holder, key }) => void (holder[key] = tweaked(random, holder[key])),
  (random, { holder, key }) => void (holder[key] = tweaked(random, holder[key])),
  (_, { holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  (_, { holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(holder[Number(key)]));
    else holder[`${key}s`] = holder[key];
  },
  (random, { holder, key }, others) => {
    const other = pick(random, others);
    holder[key] = structuredClone(other.holder[other.key]);
  },
];

/** A copy of a JSON value with up to `most` changes, sometimes none. */
export function mutatedValue(random: Stream, value: unknown, most = 3): unknown {
  const copy = { value: structuredClone(value) };
  for (let count = random.below(most + 1); count > 0; count--) {
    const places = placesIn(copy.value);
    if (places.length > 0) pick(random, CHANGES)(random, pick(random, places), places);
  }
  return copy.value;
}

/** The text of a JSON value, sometimes spoilt: cut, with a piece doubled or left out, with a character that does not belong. */
export function mutatedText(random: Stream, text: string): string {
  const at = random.below(text.length + 1);
  const end = at + random.below(40);
  switch (random.below(8)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(end);
    case 2:
      return text.slice(0, end) + text.slice(at);
    case 3:
      return text.slice(0, at) + pick(random, CHARACTERS) + text.slice(at);
    case 4:
      return text.replace(/"(\w+)":/, (key) => `${key}0,${key}`);
    default:
      return text;
  }
}
