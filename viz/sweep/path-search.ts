import type { VaryChoice } from '../../sim/experiment/sweep/choices.ts';

/** What is offered at a time. */
const MOST = 40;

const plainOf = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const sought = new WeakMap<readonly VaryChoice[], { choice: VaryChoice; path: string; words: string }[]>();

function indexOf(choices: readonly VaryChoice[], wordsOf: (choice: VaryChoice) => string) {
  let index = sought.get(choices);
  if (!index) {
    index = choices.map((choice) => ({
      choice,
      path: choice.path.toLowerCase(),
      words: plainOf(`${choice.path} ${choice.of} ${choice.says} ${wordsOf(choice)}`),
    }));
    sought.set(choices, index);
  }
  return index;
}

/**
 * The choices that have every word of a text in their path, their names or what is said of them, those first whose path begins with it.
 * @param wordsOf what the page says of a choice.
 */
export function searchPaths(
  choices: readonly VaryChoice[],
  text: string,
  wordsOf: (choice: VaryChoice) => string,
): { found: VaryChoice[]; total: number } {
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
  return { found: ranked.slice(0, MOST).map(({ hit }) => hit.choice), total: hits.length };
}
