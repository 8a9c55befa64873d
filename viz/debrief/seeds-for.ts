/** Games that are played first, to see how long one takes on this computer. */
export const FIRST_SEEDS = 20;

/** How long a class waits, ms. */
const PATIENCE = 45_000;

/** How many games are played: as many as were asked for, or as many as a class has patience for. @param each how long one takes; ms. */
export const seedsFor = (asked: number, each: number): number =>
  Math.min(asked, Math.max(FIRST_SEEDS, Math.floor(PATIENCE / Math.max(each, 0.01))));
