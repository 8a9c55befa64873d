/** The sign of an alliance: a letter and, for the weightier ones, one of seven colours with its own pattern. */
export interface Badge {
  letter: string;
  /** 0 … 6, or −1: grey. */
  hue: number;
}

export const HUES = 7;

interface Life {
  from: number;
  to: number;
  spans: readonly { from: number; to: number }[];
}

/** Member-ticks: how much of the run an alliance fills. */
const weightOf = (life: Life): number => life.spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** A … Z, AA, AB … */
export function letterOf(k: number): string {
  const letter = String.fromCharCode(65 + (k % 26));
  return k < 26 ? letter : letterOf(Math.floor(k / 26) - 1) + letter;
}

/**
 * Letters in the order of founding. Colours go to the weightiest first; an alliance takes the colour used least so far
 * among those that none of its contemporaries has, so that at any tick no colour stands for two.
 *
 * @param known signs that some bear already, by their place in `lives`: those of a run that this one branched from.
 */
export function badgesOf(lives: readonly Life[], known: readonly (Badge | undefined)[] = []): Badge[] {
  const badges = lettered(lives.length, known);
  const order = lives.map((_, k) => k).sort((a, b) => weightOf(lives[b]!) - weightOf(lives[a]!) || a - b);
  const used = new Array<number>(HUES).fill(0);
  const coloured: number[] = [];
  const take = (k: number, hue: number): void => {
    badges[k]!.hue = hue;
    used[hue]!++;
    coloured.push(k);
  };
  for (const k of order) if (known[k] && known[k].hue >= 0) take(k, known[k].hue);
  for (const k of order) {
    if (known[k]) continue;
    const life = lives[k]!;
    const taken = new Set(coloured.filter((other) => overlap(lives[other]!, life)).map((other) => badges[other]!.hue));
    let hue = -1;
    for (let h = 0; h < HUES; h++) if (!taken.has(h) && (hue < 0 || used[h]! < used[hue]!)) hue = h;
    if (hue >= 0) take(k, hue);
  }
  return badges;
}

/** Letters in order, but for those that are given out already. */
function lettered(count: number, known: readonly (Badge | undefined)[]): Badge[] {
  const taken = new Set(known.map((badge) => badge?.letter));
  let next = 0;
  return Array.from({ length: count }, (_, k) => {
    if (known[k]) return { ...known[k] };
    while (taken.has(letterOf(next))) next++;
    return { letter: letterOf(next++), hue: -1 };
  });
}

const overlap = (a: Life, b: Life): boolean => a.from < b.to && b.from < a.to;
