/** Width a text will take, near enough for placing it, without asking the browser. */
export const textWidth = (text: string, size: number): number => text.length * size * 0.54;

/** Cut at the end of a word, unless that leaves too little of it. */
export function shortened(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const cut = text.slice(0, letters - 1);
  const whole = (/^\s/.test(text.slice(letters - 1)) ? cut : cut.replace(/\S*$/, '')).replace(LOOSE_END, '');
  return `${whole.length >= 0.4 * letters ? whole : cut.trimEnd()}…`;
}

/** What no name ends in. */
const LOOSE_END = /([\s,–-]+|\s(and|of|or|the|its|their|to|in|on|against))+$/i;

/** A name without what it adds in brackets, if that makes it fit, and shortened if it does not. */
export function shortName(name: string, letters: number): string {
  return shortened(name.length > letters ? name.replace(/\s*\([^)]*\)$/, '') : name, letters);
}
