/** One observed duration, perhaps censored. */
export interface Life {
  /** Age when observation began; 0 for what began under observation. */
  entered: number;
  /** Age at its end, or when observation ended. */
  lasted: number;
  /** Whether its end was observed; if not (censored), it lasted longer than `lasted`. */
  ended: boolean;
}

/**
 * Median duration by the product-limit estimate (Kaplan & Meier 1958). What had not ended is censored, and what began before
 * observation is at risk only from its age at entry (left truncation: Klein & Moeschberger 2003, ch. 4.6). Where too few have ended
 * for the curve to fall to one half, the largest duration observed, with `reached` false. 0 of nothing.
 */
export function medianDuration(lives: readonly Life[]): { median: number; reached: boolean } {
  const rising = (a: number, b: number): number => a - b;
  const entries = lives.map(({ entered }) => entered).sort(rising);
  const exits = lives.map(({ lasted }) => lasted).sort(rising);
  const ends = lives
    .filter(({ ended }) => ended)
    .map(({ lasted }) => lasted)
    .sort(rising);
  let survival = 1;
  let come = 0;
  let gone = 0;
  for (let k = 0; k < ends.length; ) {
    const age = ends[k]!;
    while (come < entries.length && (entries[come]! < age || entries[come] === 0)) come++;
    while (gone < exits.length && exits[gone]! < age) gone++;
    let deaths = 0;
    while (ends[k] === age) {
      deaths++;
      k++;
    }
    if (come > gone) survival *= 1 - deaths / (come - gone);
    // 3/4 of 2/3 may differ from one half by rounding.
    if (survival <= 0.5 + 1e-9) return { median: age, reached: true };
  }
  return { median: exits.at(-1) ?? 0, reached: false };
}
