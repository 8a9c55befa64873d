import type { VaryChoice } from '../../sim/experiment/sweep/choices.ts';
import { language } from '../i18n/index.ts';

/** What is offered at a time. */
const MOST = 40;

const plainOf = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What can be searched: a path or a name, and what is said of it. */
export type Searched = Pick<VaryChoice, 'path' | 'of' | 'says'>;

interface Sought {
  place: number;
  path: string;
  words: string;
}

const sought = new WeakMap<readonly Searched[], { language: string; index: readonly Sought[] }>();

/** Made once for each list, and again when the page speaks another language. */
function indexOf<T extends Searched>(choices: readonly T[], wordsOf: (choice: T) => string): readonly Sought[] {
  const kept = sought.get(choices);
  if (kept?.language === language.value) return kept.index;
  const index = choices.map((choice, place) => ({
    place,
    path: choice.path.toLowerCase(),
    words: plainOf(`${choice.path} ${choice.of} ${choice.says} ${wordsOf(choice)}`),
  }));
  sought.set(choices, { language: language.value, index });
  return index;
}

/**
 * The choices that have every word of a text in their path, their names or what is said of them, those first whose path begins with it.
 * @param wordsOf what the page says of a choice.
 */
export function searchPaths<T extends Searched>(
  choices: readonly T[],
  text: string,
  wordsOf: (choice: T) => string,
): { found: T[]; total: number } {
  const typed = text.trim().toLowerCase();
  const words = plainOf(typed).split(/\s+/).filter(Boolean);
  const hits = indexOf(choices, wordsOf).filter(({ words: own }) => words.every((word) => own.includes(word)));
  const rank = ({ path }: { path: string }): number => {
    if (typed === '') return 0;
    if (path.startsWith(typed)) return 0;
    if (path.split('.').at(-1)!.startsWith(words.at(-1)!)) return 1;
    return words.every((word) => path.includes(word)) ? 2 : 3;
  };
  const ranked = hits.map((hit, k) => ({ hit, k, rank: rank(hit) })).sort((a, b) => a.rank - b.rank || a.k - b.k);
  return { found: ranked.slice(0, MOST).map(({ hit }) => choices[hit.place]!), total: hits.length };
}
