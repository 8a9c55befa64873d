import tychei from 'seedrandom/lib/tychei.js';

/**
 * The random numbers of an experimental design, uniform in (0, 1) with 53 bits, one after another: seedrandom’s tychei, seeded with
 * the text `NAME/SEED`, so that whoever has the package can draw them too.
 */
export const designDraws = (seed: string, name: string): (() => number) => tychei(`${name}/${seed}`).double;
