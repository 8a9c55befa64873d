import { computed, effect, signal } from '@preact/signals';
import { keepLanguage, preferredLanguage } from '../i18n/kept-language.ts';
import type { Language } from '../i18n/languages.ts';
import { studentEnglish } from './words/en.ts';
import { studentSpanish } from './words/es.ts';
import type { StudentWords } from './words/words.ts';

/** The language of the page: what the person chose here before, else what the phone speaks. */
export const studentLanguage = signal<Language>(preferredLanguage());

/** Both lists come with the page: a switch needs no connection, and they are small. */
export const words = computed<StudentWords>(() => (studentLanguage.value === 'es' ? studentSpanish : studentEnglish));

export function chooseStudentLanguage(wanted: Language): void {
  studentLanguage.value = wanted;
  keepLanguage(wanted);
}

export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = studentLanguage.value;
  });
}
