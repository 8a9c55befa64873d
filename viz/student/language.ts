import { computed, effect, signal } from '@preact/signals';
import { bestOf, isLanguage, type Language } from '../i18n/languages.ts';
import { english } from './words/en.ts';
import { spanish } from './words/es.ts';
import type { Words } from './words/words.ts';

/** The replay keeps its language under the same name. */
const KEY = 'foedus-language';

function preferred(): Language {
  try {
    const kept = localStorage.getItem(KEY) ?? '';
    if (isLanguage(kept)) return kept;
  } catch {
    // a browser that forbids storage still says which languages its person reads
  }
  return bestOf(navigator.languages ?? [navigator.language]);
}

/** The language of the page: what the person chose here before, else what the phone speaks. */
export const language = signal<Language>(preferred());

/** Both lists come with the page: a switch needs no connection, and they are small. */
export const words = computed<Words>(() => (language.value === 'es' ? spanish : english));

export function chooseLanguage(wanted: Language): void {
  language.value = wanted;
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // then for this time only
  }
}

export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}
