import { type Key, language, rich, t } from '../i18n/index.ts';
import type { RunView } from './run-view.ts';

/** A stretch of a sentence; names carry whom they mean, so that a view may mark them. */
export interface PhrasePart {
  text: string;
  actor?: string;
  alliance?: string;
}

export type NameLookup = Pick<RunView, 'actorName' | 'allianceName'>;

/** Parts as one value of a text: it goes where the language wants it. */
export interface Phrase {
  parts: readonly PhrasePart[];
}

export const plain = (text: string): PhrasePart => ({ text });

/** A text of the page with parts for values, as parts. */
export function compose(
  key: Key,
  values: Readonly<Record<string, string | number | undefined | Phrase>>,
): PhrasePart[] {
  return rich<Phrase>(key, values).flatMap((piece) => (typeof piece === 'string' ? [plain(piece)] : piece.parts));
}

/** More than so many are not all named. */
const CROWD = 8;
const NAMED = 6;

/** "A", "A and B", "A, B and C" as the language lists them; of a crowd the first few "and 12 others". */
export function listPhrase(ids: readonly string[], names: NameLookup): PhrasePart[] {
  const shown = ids.length > CROWD ? ids.slice(0, NAMED) : ids;
  const items: PhrasePart[] = shown.map((actor) => ({ text: names.actorName(actor), actor }));
  if (shown !== ids) items.push(plain(t('common.others', { count: ids.length - NAMED })));
  return listText(items);
}

const conjunctions = new Map<string, Intl.ListFormat>();

/** Made once for each language: making one takes longer than a sentence. */
function conjunction(code: string): Intl.ListFormat {
  // British English has no comma before its "and".
  const made = conjunctions.get(code) ?? new Intl.ListFormat(code === 'en' ? 'en-GB' : code, { type: 'conjunction' });
  conjunctions.set(code, made);
  return made;
}

/** Items with what the language writes between them. */
export function listText(items: readonly PhrasePart[]): PhrasePart[] {
  let next = 0;
  return conjunction(language.value)
    .formatToParts(items.map(({ text }) => text))
    .map(({ type, value }) => (type === 'element' ? items[next++]! : plain(value)));
}

/** A treaty with its article, unless its name has one. Its quotation marks are a part of its name, so that no line breaks within them. */
export function named(name: string, alliance: string): PhrasePart[] {
  const own = /^the /i.test(name) ? 'yes' : 'no';
  const parts = compose('event.the', { own, name: { parts: [{ text: name, alliance }] } });
  const isQuoted = parts.every((part) => part.alliance !== undefined || /^\p{P}+$/u.test(part.text));
  return isQuoted ? [{ text: textOf(parts), alliance }] : parts;
}

export const textOf = (parts: readonly PhrasePart[]): string => parts.map((part) => part.text).join('');
