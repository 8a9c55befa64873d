import { bestOf, isLanguage, type Language } from './languages.ts';

/** All pages of one site keep the language under this name. */
const KEY = 'foedus-language';

/** What the person chose here before, else what the browser says they read. */
export function preferredLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEY) ?? '';
    if (isLanguage(kept)) return kept;
  } catch {
    // a browser that forbids storage still says which languages its person reads
  }
  return bestOf(navigator.languages ?? [navigator.language]);
}

export function keepLanguage(wanted: Language): void {
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // then for this time only
  }
}
