/** The sign of an alliance: a letter and, for the weightier ones, one of seven colours with its own pattern. */
export interface Badge {
  letter: string;
  /** 0 … 6, or −1: grey. */
  hue: number;
}

export const HUES = 7;

interface Stretch {
  from: number;
  to: number;
}

export interface SignedLife extends Stretch {
  spans: readonly Stretch[];
  /** When the same alliance was in force in a run that stands beside this one, and the sign that it bears there. */
  beside?: (Stretch & Badge) | undefined;
}

/** Member-ticks: how much of the run an alliance fills. */
const weightOf = (life: SignedLife): number => life.spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** A … Z, AA, AB … */
export function letterOf(k: number): string {
  const letter = String.fromCharCode(65 + (k % 26));
  return k < 26 ? letter : letterOf(Math.floor(k / 26) - 1) + letter;
}

/**
 * Letters in the order of founding. Colours go to the weightiest first; an alliance takes the colour used least so far
 * among those that none of its contemporaries has, so that at any tick no colour stands for two.
 *
 * Where two runs stand beside each other an alliance bears one sign in both. Two that shared a colour at different times may be
 * contemporaries in this run; then the lighter one takes another, which is free in both runs.
 */
export function badgesOf(lives: readonly SignedLife[]): Badge[] {
  const badges = lettered(lives);
  const order = lives.map((_, k) => k).sort((a, b) => weightOf(lives[b]!) - weightOf(lives[a]!) || a - b);
  const used = new Array<number>(HUES).fill(0);
  const coloured: number[] = [];
  const take = (k: number, hue: number): void => {
    badges[k]!.hue = hue;
    used[hue]!++;
    coloured.push(k);
  };
  const takenBeside = (k: number): Set<number> =>
    new Set(coloured.filter((other) => meet(lives[other]!, lives[k]!)).map((other) => badges[other]!.hue));
  const isSettled = lives.map(() => false);
  for (const k of order) {
    const sign = lives[k]!.beside;
    if (!sign || (sign.hue >= 0 && takenBeside(k).has(sign.hue))) continue;
    isSettled[k] = true;
    if (sign.hue >= 0) take(k, sign.hue);
  }
  for (const k of order) {
    if (isSettled[k]) continue;
    const taken = takenBeside(k);
    let hue = -1;
    for (let h = 0; h < HUES; h++) if (!taken.has(h) && (hue < 0 || used[h]! < used[hue]!)) hue = h;
    if (hue >= 0) take(k, hue);
  }
  return badges;
}

/** Letters in order, but for those that are given out already. */
function lettered(lives: readonly SignedLife[]): Badge[] {
  const taken = new Set(lives.map(({ beside }) => beside?.letter));
  let next = 0;
  return lives.map(({ beside }) => {
    if (beside) return { letter: beside.letter, hue: -1 };
    while (taken.has(letterOf(next))) next++;
    return { letter: letterOf(next++), hue: -1 };
  });
}

/** The order in which letters are given out. */
export const byLetter = (a: Pick<Badge, 'letter'>, b: Pick<Badge, 'letter'>): number =>
  a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : Number(a.letter > b.letter));

const overlap = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;

/** Whether two are in force at one time, in this run or in the one beside it. */
const meet = (a: SignedLife, b: SignedLife): boolean =>
  overlap(a, b) || (a.beside !== undefined && b.beside !== undefined && overlap(a.beside, b.beside));
