import type { Badge } from '../run-view/badges.ts';
import { shortened, textWidth } from '../ui/label-text.ts';
import type { Band, BandLevel } from './lines.ts';

/** Size of the letters on a band. */
export const NAME_SIZE = 11;

/** Room to the left of a name, and to its right. */
const INSET = 6;

/** Less room than this is the letter's alone. */
const WORTHWHILE = 60;

/** Bold runs wider than what textWidth reckons with. */
export const nameWidth = (text: string): number => 1.15 * textWidth(text, NAME_SIZE);

export interface BandName {
  text: string;
  x: number;
  /** Height of the band’s upper edge where the name stands. */
  y: number;
}

/**
 * What a band is called, and where: the whole name on the first level stretch that holds it, else the short one, else as much of
 * it as the longest stretch holds, else the letter, which also stands where the band begins if the name comes later. No name
 * leaves the level it stands on, for where the band bends others lie; none where not even the letter has room.
 */
export function bandNames(
  { levels }: Pick<Band, 'levels'>,
  { letter, name, short }: Pick<Badge, 'letter'> & { name: string; short: string },
): BandName[] {
  const roomOf = ({ x, to }: BandLevel): number => to - x - 2 * INSET;
  const on = ({ x, y }: BandLevel, text: string): BandName => ({ text, x: x + INSET, y });
  // A letter may come nearer to the end.
  const initial = (level: BandLevel): BandName[] =>
    nameWidth(letter) <= roomOf(level) + INSET ? [on(level, letter)] : [];
  for (const text of [`${letter} ${name}`, `${letter} ${short}`]) {
    const level = levels.find((one) => nameWidth(text) <= roomOf(one));
    if (level) return [...(level === levels[0] ? [] : initial(levels[0]!)), on(level, text)];
  }
  const longest = levels.reduce((best, one) => (roomOf(one) > roomOf(best) ? one : best), levels[0]!);
  const room = roomOf(longest);
  const cut = shortened(`${letter} ${short}`, Math.floor(room / nameWidth('x')));
  return room > WORTHWHILE && nameWidth(cut) <= room ? [on(longest, cut)] : initial(longest);
}
