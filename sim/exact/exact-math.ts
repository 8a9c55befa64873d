import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';
import stdlibPow from '@stdlib/math-base-special-pow';

// Math.exp, log and pow differ in the last bit between engines, so runs that use them diverge. @stdlib computes these functions
// from + − × ÷ alone, so every engine gives the same bits.

/** e to the power x, the same bits in every engine; 0 for very negative x, Infinity above 709.78. */
export const exp: (x: number) => number = stdlibExp;

/** Natural logarithm, the same bits in every engine; −Infinity at 0, NaN below. */
export const log: (x: number) => number = stdlibLn;

/** x to the power y, the same bits in every engine; NaN for x below 0 where y is not a whole number. */
export const pow: (x: number, y: number) => number = stdlibPow;

/** Logistic choice probability of a score, in (0, 1) (McFadden 1974). */
export const logistic = (score: number): number => 1 / (1 + exp(-score));

/** The nearest number in [low, high]; NaN stays NaN. */
export const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);
