import type { Pair } from './median-ratio.ts';

/** Milliseconds, in rounds of pairs. */
export interface Timed {
  name: string;
  rounds: readonly (readonly Pair[])[];
}

/** Bytes: one pair suffices. */
export interface Counted {
  name: string;
  bytes: Pair;
}

export type PairedMeasure = Timed | Counted;

/** A value for the working tree and one for the earlier commit. */
export interface Both<T> {
  now: T;
  former: T;
}

/** Asks both builds for the same, one after the other; `turn` decides which goes first. */
export async function inTurn<T, U>(
  turn: number,
  { now, former }: Both<T>,
  ask: (one: T) => U | Promise<U>,
): Promise<Both<U>> {
  if (turn % 2 === 0) {
    const mine = await ask(now);
    return { now: mine, former: await ask(former) };
  }
  const theirs = await ask(former);
  return { now: await ask(now), former: theirs };
}

/**
 * `count` pairs of costs, so that other load on the machine affects both. Which build goes first alternates from pair to pair and,
 * by `round`, from round to round.
 */
export async function takePairs<T>(
  count: number,
  round: number,
  both: Both<T>,
  cost: (one: T, pair: number) => number | Promise<number>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let k = 0; k < count; k++) pairs.push(await inTurn(k + round, both, (one) => cost(one, k)));
  return pairs;
}
