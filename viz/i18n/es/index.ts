import type { Texts } from '../en/index.ts';

// The parts are those of English, whose list is in en/first.ts: each has a file here of the same name. A test compares their keys.
const parts = import.meta.glob<Readonly<Record<string, string>>>(
  // These are no texts of the page by their keys, and come when they are asked for.
  ['./*.json', '!./glossary.json', '!./fact-names.json', '!./shock-nouns.json', '!./faults.json'],
  { eager: true, import: 'default' },
);

/** The page in Spanish. */
export const spanish: Texts = Object.assign({}, ...Object.values(parts));
