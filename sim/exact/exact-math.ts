import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';
import stdlibPow from '@stdlib/math-base-special-pow';

// Math.exp, log and pow differ in the last bit between engines, so runs that use them diverge. @stdlib computes these functions
// from + − × ÷ alone, so every engine gives the same bits. The ordinary arguments of exp and log are taken here, by the same method
// (Sun Microsystems 1993, fdlibm e_exp.c and e_log.c) and to the same bits, since a run asks for thousands and @stdlib calls several
// functions for each; a test compares the two. All other arguments are left to @stdlib.

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2 to the power k − 1022. */
const POWERS = new Float64Array(2_045);
POWERS[1_022] = 1;
for (let k = 1_023; k < POWERS.length; k++) POWERS[k] = 2 * POWERS[k - 1]!;
for (let k = 1_021; k >= 0; k--) POWERS[k] = POWERS[k + 1]! / 2;

/** e to the power x, the same bits in every engine; 0 for very negative x, Infinity above 709.78. */
export function exp(x: number): number {
  const size = x < 0 ? -x : x;
  // Within, neither a step of the reduction nor the result leaves the range of ordinary numbers.
  if (!(size < 700 && size > 1e-8)) return stdlibExp(x);
  // x = k ln 2 + r, with r as the difference of two numbers.
  const k = Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5));
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const series =
    0.16666666666666602 +
    t *
      (-0.0027777777777015593 +
        t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8)));
  const c = r - t * series;
  return (1 - (low - (r * c) / (2 - c) - high)) * POWERS[k + 1_022]!;
}

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
double[0] = 1;
/** Where the sign and the exponent of a number stand. */
const HIGH = words[1] === 0 ? 0 : 1;

/** Natural logarithm, the same bits in every engine; −Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 1e-300 && x < 1e300)) return stdlibLn(x);
  double[0] = x;
  const word = words[HIGH]!;
  const fraction = word & 0xfffff;
  // x = 2^k (1 + f), with 1 + f between √½ and √2.
  const carry = (fraction + 0x95f64) & 0x100000;
  const k = (word >> 20) - 1_023 + (carry >> 20);
  // A product with a power of 2 is exact. To write the exponent and read the number back would wait for the memory.
  const f = x * POWERS[1_022 - k]! - 1;
  // Very near to a power of 2 the method is another one.
  if ((0xfffff & (2 + fraction)) < 3) return stdlibLn(x);
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = odd + even;
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + rest)) : k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - rest) : k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
}

/** x to the power y, the same bits in every engine; NaN for x below 0 where y is not a whole number. */
export const pow: (x: number, y: number) => number = stdlibPow;

/** Logistic choice probability of a score, in (0, 1) (McFadden 1974). */
export const logistic = (score: number): number => 1 / (1 + exp(-score));

/** The nearest number in [low, high]; NaN stays NaN. */
export const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);
