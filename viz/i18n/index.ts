import { batch, signal } from '@preact/signals';
import { IntlMessageFormat } from 'intl-messageformat';
import { firstTexts } from './en/first.ts';
import type { Key, Texts } from './en/index.ts';
import { type SentenceForms, takeSentenceForms } from './engine-sentences.ts';
import type { Language } from './languages.ts';
import { quotes } from './scenario-texts.ts';

export type { Key } from './en/index.ts';

type Value = string | number | undefined;

/** Before a screen that comes later is opened, its texts are not there: what is on show asks for none of them. */
const texts = signal<Texts>(firstTexts as Texts);
let english: Texts | undefined;

/** The language on show. Set it by `speak`, so that its texts are there before it is. */
export const language = signal<Language>('en');

// English comes with the page, but for screens that few open; the other languages come whole when they are asked for.
interface LanguageTexts {
  page: Texts;
  scenarios: typeof quotes.value;
  engine: SentenceForms;
}

const LIBRARY: Record<Exclude<Language, 'en'>, () => Promise<LanguageTexts>> = {
  es: async () => {
    const [page, scenarios, engine] = await Promise.all([
      import('./es/index.ts'),
      import('./es/scenarios/index.ts'),
      import('./es/faults.json'),
    ]);
    return { page: page.spanish, scenarios: scenarios.spanishScenarioTexts, engine: engine.default };
  },
};

/** The engine speaks English itself. */
const NO_FORMS: SentenceForms = { sentences: {}, parts: {} };

/** Speaks a language from now on. Rejects where its texts cannot be fetched; the old one then stays. */
export async function speak(wanted: Language): Promise<void> {
  const { page, scenarios, engine } =
    wanted === 'en'
      ? { page: english ?? (firstTexts as Texts), scenarios: {}, engine: NO_FORMS }
      : await LIBRARY[wanted]();
  batch(() => {
    takeSentenceForms(engine);
    texts.value = page;
    quotes.value = scenarios;
    language.value = wanted;
  });
}

/** Fetches the texts of screens that come later than the page: a screen waits for them before it is shown. */
export async function loadLaterTexts(): Promise<void> {
  english ??= (await import('./en/index.ts')).english;
  if (language.value === 'en') texts.value = english;
}

const formats = new Map<string, IntlMessageFormat>();

function formatOf(key: Key): IntlMessageFormat {
  const name = `${language.value} ${key}`;
  let format = formats.get(name);
  if (!format) {
    format = new IntlMessageFormat(texts.value[key], language.value, undefined, { ignoreTag: true });
    formats.set(name, format);
  }
  return format;
}

/**
 * A text of the page, in ICU message syntax, with its values filled in. Read inside a view it follows the language.
 * @throws {Error} for a text that wants a value it is not given.
 */
export const t = (key: Key, values?: Readonly<Record<string, Value>>): string => String(formatOf(key).format(values));

/** The same where a value is more than a text: a list of texts and values, in the order of the language. */
export function rich<T extends object>(key: Key, values: Readonly<Record<string, Value | T>>): (string | T)[] {
  const parts: unknown = formatOf(key).format(values);
  return (Array.isArray(parts) ? parts : [parts]) as (string | T)[];
}

/** Whether a key that was put together has a text: for words that the engine, which may be newer, sent. */
export const isKey = (key: string): key is Key => Object.hasOwn(texts.value, key);

const numbers = new Map<string, Intl.NumberFormat>();

/** Writes numbers the way the language does. */
export function numeral(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const name = `${language.value} ${JSON.stringify(options)}`;
  let format = numbers.get(name);
  if (!format) {
    format = new Intl.NumberFormat(language.value, options);
    numbers.set(name, format);
  }
  return format;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Writes points in time, and parts of them, the way the language does. */
export function calendar(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language.value} ${JSON.stringify(options)}`;
  let format = calendars.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(language.value, options);
    calendars.set(name, format);
  }
  return format;
}

/** What is made of texts: made when it is first asked for, and anew after another language was. */
export function inEachLanguage<T>(make: () => T): () => T {
  let kept: { language: Language; made: T } | undefined;
  return () => {
    if (kept?.language !== language.value) kept = { language: language.value, made: make() };
    return kept.made;
  };
}
