import type { Event } from '../../sim/event.ts';
import { isKey, type Key, language, numeral, rich, t } from '../text/index.ts';
import { leverOf } from './levers.ts';
import { type Story, withoutFounders } from './story.ts';

/** A stretch of a sentence; names carry whom they mean, so that a view may mark them. */
export interface Part {
  text: string;
  actor?: string;
  alliance?: string;
}

export type Names = Pick<Story, 'actorName' | 'allianceName'>;

/** Parts as one value of a text: it goes where the language wants it. */
interface Phrase {
  parts: readonly Part[];
}

const plain = (text: string): Part => ({ text });

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

/** A kind may have a phrase for each way in which it happens. */
function phraseOf(event: Event): Key {
  const { kind, how, won, rung } = event as unknown as Record<string, unknown>;
  for (const way of [how, won, rung]) {
    const key = `event.${kind}-${way}`;
    if (isKey(key)) return key;
  }
  const key = `event.${kind}`;
  return isKey(key) ? key : 'event.unknown';
}

/** What happened, in plain words. */
export function sentence(event: Event, names: Names): Part[] {
  const set = event.kind === 'intervention' ? settingIn(event.what, names) : undefined;
  if (set) return compose('event.intervention-set', set);
  const key = phraseOf(event);
  const fields = Object.fromEntries(
    Object.entries(event).map(([name, value]) => [name, { parts: field(name, value, names) }]),
  );
  const what = key === 'event.unknown' ? { what: event.kind.replaceAll('-', ' ') } : {};
  return compose(key, { ...fields, count: event.who.length, novelty: { parts: novelty(event, names) }, ...what });
}

const TREATIES = ['alliance', 'into', 'from'];
const ACTORS = ['who', 'victim', 'attacker', 'against', 'mediator', 'to'];

function field(name: string, value: unknown, names: Names): Part[] {
  if (TREATIES.includes(name)) return named(names.allianceName(String(value)), String(value));
  if (ACTORS.includes(name)) return list([value].flat().map(String), names);
  const key = `event.${name}-${String(value).replaceAll(' ', '-')}`;
  return [plain(isKey(key) ? t(key) : String(value))];
}

/** `actors.GER.loyalty = 0.2`, as the engine tells a setting, in the words of the page. */
function settingIn(what: string, names: Names): { lever: Phrase; value: string } | undefined {
  const [path = '', value = ''] = what.split(' = ');
  const lever = value && leverOf(path, names);
  return lever
    ? { lever: { parts: lever }, value: numeral({ maximumSignificantDigits: 6 }).format(Number(value)) }
    : undefined;
}

/** What was founded: a treaty that is only named after its founders is called by its kind, since they stand there already. */
function novelty(event: Event, names: Names): Part[] {
  if (event.kind !== 'founded') return [];
  const { alliance, name, who } = event;
  const short = withoutFounders(
    name,
    who.map((id) => names.actorName(id)),
  );
  return short === name ? named(name, alliance) : kindOfTreaty(short, alliance);
}

/** "an entente", "a trade league": a treaty by its kind, which the engine names in English. */
export function kindOfTreaty(noun: string, alliance?: string): Part[] {
  const low = noun.charAt(0).toLowerCase() + noun.slice(1);
  const mark = (text: string): Part => (alliance === undefined ? plain(text) : { text, alliance });
  const key = `event.new-${low.replaceAll(' ', '-')}`;
  if (isKey(key)) return [mark(t(key))];
  return compose('event.novelty', { vowel: /^[aeiou]/.test(low) ? 'yes' : 'no', noun: { parts: [mark(low)] } });
}

export const textOf = (parts: readonly Part[]): string => parts.map((part) => part.text).join('');
