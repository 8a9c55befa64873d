import { type Key, language, rich, t } from '../i18n/index.ts';
import type { Story } from './run-view.ts';

/** A stretch of a sentence; names carry whom they mean, so that a view may mark them. */
export interface Part {
  text: string;
  actor?: string;
  alliance?: string;
}

export type Names = Pick<Story, 'actorName' | 'allianceName'>;

/** Parts as one value of a text: it goes where the language wants it. */
export interface Phrase {
  parts: readonly Part[];
}

export const plain = (text: string): Part => ({ text });

/** A text of the page with parts for values, as parts. */
export function compose(key: Key, values: Readonly<Record<string, string | number | undefined | Phrase>>): Part[] {
  return rich<Phrase>(key, values).flatMap((piece) => (typeof piece === 'string' ? [plain(piece)] : piece.parts));
}

/** More than so many are not all named. */
const CROWD = 8;
const NAMED = 6;

/** "A", "A and B", "A, B and C" as the language lists them; of a crowd the first few "and 12 others". */
export function list(ids: readonly string[], names: Names): Part[] {
  const shown = ids.length > CROWD ? ids.slice(0, NAMED) : ids;
  const items: Part[] = shown.map((actor) => ({ text: names.actorName(actor), actor }));
  if (shown !== ids) items.push(plain(t('common.others', { count: ids.length - NAMED })));
  return listed(items);
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
export function listed(items: readonly Part[]): Part[] {
  let next = 0;
  return conjunction(language.value)
    .formatToParts(items.map(({ text }) => text))
    .map(({ type, value }) => (type === 'element' ? items[next++]! : plain(value)));
}

/** A treaty with its article, unless its name has one. */
export const named = (name: string, alliance: string): Part[] =>
  compose('event.the', { own: /^the /i.test(name) ? 'yes' : 'no', name: { parts: [{ text: name, alliance }] } });

export const textOf = (parts: readonly Part[]): string => parts.map((part) => part.text).join('');
