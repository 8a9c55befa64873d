import { effect } from '@preact/signals';
import { language, speak } from './index.ts';
import { bestOf, isLanguage, type Language } from './languages.ts';

const KEY = 'foedus-language';

/** What the person chose here before, else what the browser says they read. */
function preferred(): Language {
  try {
    const kept = localStorage.getItem(KEY) ?? '';
    if (isLanguage(kept)) return kept;
  } catch {
    // a browser that forbids storage still says which languages its person reads
  }
  return bestOf(navigator.languages ?? [navigator.language]);
}

/** Speaks a language that is wanted, else the person's; English where that cannot be fetched. */
export async function startLanguage(wanted = ''): Promise<void> {
  await speak(isLanguage(wanted) ? wanted : preferred()).catch(() => {});
  effect(() => {
    document.documentElement.lang = language.value;
  });
}

/** Speaks another language, and does so the next time too. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  await speak(wanted);
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // then for this time only
  }
}
