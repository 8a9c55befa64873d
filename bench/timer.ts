/** Quartiles of a list of measurements. */
export interface Timing {
  least: number;
  lower: number;
  median: number;
  upper: number;
}

export function timingOf(values: readonly number[]): Timing {
  const sorted = values.slice().sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)]!;
    return below + (place % 1) * (sorted[Math.ceil(place)]! - below);
  };
  return { least: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

/** Milliseconds that `work` takes. */
export function time(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** Two implementations to compare; each function runs the next batch of one. */
export interface Rivals {
  ours(): void;
  theirs(): void;
}

/**
 * Times two implementations batch by batch in turn, so that other load on the machine affects both. Which one goes first
 * alternates, so that neither always finds the other's caches. Each `prepare` makes a fresh pair that runs `batches` batches; the
 * first `warmUp` of them are not counted. Returns milliseconds a batch, paired by index.
 */
export function duel(prepare: (run: number) => Rivals, runs: number, warmUp: number, batches: number) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < warmUp + runs; run++) {
    const rivals = prepare(run);
    for (let batch = 0; batch < batches; batch++) {
      const first = batch % 2 === 0 ? time(rivals.ours) : NaN;
      const second = time(rivals.theirs);
      const mine = batch % 2 === 0 ? first : time(rivals.ours);
      if (run < warmUp) continue;
      ours.push(mine);
      theirs.push(second);
    }
  }
  return { ours, theirs };
}
