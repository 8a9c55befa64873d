import { effect } from '@preact/signals';
import { language, speak } from './index.ts';
import { keepLanguage, preferredLanguage } from './kept-language.ts';
import { isLanguage, type Language } from './languages.ts';

/** Speaks a language that is wanted, else the person's; English where that cannot be fetched. */
export async function startLanguage(wanted = ''): Promise<void> {
  await speak(isLanguage(wanted) ? wanted : preferredLanguage()).catch(() => {});
  effect(() => {
    document.documentElement.lang = language.value;
  });
}

/** Speaks another language, and does so the next time too. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  await speak(wanted);
  keepLanguage(wanted);
}
