/** The payoffs of an agreement by its size, among `players` players; sizes run from 0 (none) to n. */
export interface Agreement {
  readonly players: number;
  /** Payoff of each signatory, for sizes 1 to n. */
  signatory(size: number): number;
  /** Payoff of each outsider, for sizes 0 to n − 1. */
  outsider(size: number): number;
  /** Joint action of all, for sizes 0 to n. */
  total(size: number): number;
  /** Joint payoff of all, with any others that the game counts, for sizes 0 to n. */
  welfare(size: number): number;
}

/** Payoffs this close, relative to the larger, count as equal: no player moves for less. */
export const STABILITY_TIE = 1e-9;

const atLeast = (x: number, y: number): boolean => x >= y - STABILITY_TIE * Math.max(Math.abs(x), Math.abs(y));

/**
 * An agreement is stable where no signatory gains by leaving, π_s(k) ≥ π_n(k−1), and no outsider by joining, π_n(k) ≥ π_s(k+1)
 * (d'Aspremont, Jacquemin, Gabszewicz & Weymark 1983). At a tie no player moves, so weakly stable sizes count too.
 * @returns the stable sizes from 1 to n, ascending. At least one exists where a single signatory loses nothing by signing.
 */
export function stableSizes({ players, signatory, outsider }: Agreement): number[] {
  const stable: number[] = [];
  for (let k = 1; k <= players; k++) {
    const internally = atLeast(signatory(k), outsider(k - 1));
    const externally = k === players || atLeast(outsider(k), signatory(k + 1));
    if (internally && externally) stable.push(k);
  }
  return stable;
}

/** Keys that the answers of all three games share. */
export const STABILITY_KEYS = {
  stableSizes: 'numbers of signatories from which nobody gains by leaving or joining, ties included',
  largestStable: 'the largest of them, k*',
  signatoryPayoff: 'what each signatory has, for 1 signatory to all',
  outsiderPayoff: 'what each of the others has, for 1 signatory to all but one',
  incentive: 'what a signatory would lose by leaving, for 1 signatory to all: below 0 it leaves',
  payoffWithout: 'what each has where there is no agreement at all',
} as const;

/** @returns one list for each entry of STABILITY_KEYS, by the number of signatories; and `total` and `welfare` for 1 to n. */
export function stabilityOf(game: Agreement): Record<string, unknown> {
  const { players: n } = game;
  const stable = stableSizes(game);
  const forSizes = (last: number, figure: (size: number) => number) =>
    Array.from({ length: last }, (_, k) => figure(k + 1));
  return {
    stableSizes: stable,
    largestStable: stable.at(-1) ?? 0,
    signatoryPayoff: forSizes(n, game.signatory),
    outsiderPayoff: forSizes(n - 1, game.outsider),
    incentive: forSizes(n, (k) => game.signatory(k) - game.outsider(k - 1)),
    payoffWithout: game.outsider(0),
    total: forSizes(n, game.total),
    welfare: forSizes(n, game.welfare),
  };
}
