import type { RoomLanguage } from '../log/entry.ts';
import { ADJECTIVES, ANIMALS } from './words.ts';

/** A name of two words that nobody bears yet. @param below a random whole number below its argument. */
export function playerName(
  language: RoomLanguage,
  taken: ReadonlySet<string>,
  below: (count: number) => number,
): string {
  const [adjectives, animals] = [ADJECTIVES[language], ANIMALS[language]];
  const count = adjectives.length * animals.length;
  const first = below(count);
  for (let k = 0; k < count; k++) {
    const at = (first + k) % count;
    const adjective = adjectives[at % adjectives.length]!;
    const animal = animals[Math.floor(at / adjectives.length)]!;
    const name = language === 'es' ? `${animal} ${adjective.toLowerCase()}` : `${adjective} ${animal}`;
    if (!taken.has(name)) return name;
  }
  return `${animals[0]} ${taken.size + 1}`;
}
