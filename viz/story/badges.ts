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
 */
export function badgesOf(lives: readonly Life[]): Badge[] {
  const badges = lives.map((_, k) => ({ letter: letterOf(k), hue: -1 }));
  const order = lives.map((_, k) => k).sort((a, b) => weightOf(lives[b]!) - weightOf(lives[a]!) || a - b);
  const used = new Array<number>(HUES).fill(0);
  const coloured: number[] = [];
  for (const k of order) {
    const life = lives[k]!;
    const taken = new Set(coloured.filter((other) => overlap(lives[other]!, life)).map((other) => badges[other]!.hue));
    let hue = -1;
    for (let h = 0; h < HUES; h++) if (!taken.has(h) && (hue < 0 || used[h]! < used[hue]!)) hue = h;
    if (hue < 0) continue;
    badges[k]!.hue = hue;
    used[hue]!++;
    coloured.push(k);
  }
  return badges;
}

const overlap = (a: Life, b: Life): boolean => a.from < b.to && b.from < a.to;
