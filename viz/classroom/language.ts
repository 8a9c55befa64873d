import { computed, effect, signal } from '@preact/signals';
import { bestOf, isLanguage, type Language } from '../i18n/languages.ts';
import { studentEnglish } from './words/en.ts';
import { studentSpanish } from './words/es.ts';
import type { StudentWords } from './words/words.ts';

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
export const studentLanguage = signal<Language>(preferred());

/** Both lists come with the page: a switch needs no connection, and they are small. */
export const words = computed<StudentWords>(() => (studentLanguage.value === 'es' ? studentSpanish : studentEnglish));

export function chooseStudentLanguage(wanted: Language): void {
  studentLanguage.value = wanted;
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // then for this time only
  }
}

export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = studentLanguage.value;
  });
}
