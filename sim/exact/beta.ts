import { exp, log } from './exact-math.ts';

// Coefficients of Godfrey (2001) for the approximation of Lanczos (1964), g = 607/128.
const LANCZOS = [
  57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 3.399464998481189e-5,
  4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488, 0.00021743961811521265,
  -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
];
const LOG_ROOT_TWO_PI = 0.9189385332046728;

/** Natural logarithm of the gamma function. @param x above 0. */
export function logGamma(x: number): number {
  const sum = LANCZOS.reduce((total, coefficient, k) => total + coefficient / (x + k + 1), 0.9999999999999971);
  const t = x + 5.2421875;
  return (x + 0.5) * log(t) - t + LOG_ROOT_TWO_PI + log(sum / x);
}

/** x^a (1 − x)^b / (a B(a, b)): the step from I_x(a + 1, b) to I_x(a, b). */
export const betaStep = (x: number, a: number, b: number): number =>
  x <= 0 || x >= 1 ? 0 : exp(a * log(x) + b * log(1 - x) + logGamma(a + b) - logGamma(a + 1) - logGamma(b));

const NOT_ZERO = 1e-300;

/** The continued fraction of I_x(a, b), evaluated by the modified method of Lentz (Thompson & Barnett 1986). */
function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < NOT_ZERO ? NOT_ZERO : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  // It needs about √max(a, b) rounds; the bound ends what does not converge.
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}

/** Regularized incomplete beta function I_x(a, b): the share of a beta distribution below x. @param a, b above 0. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side of the mean only; the other is its mirror.
  return x <= (a + 1) / (a + b + 2)
    ? betaStep(x, a, b) * betaFraction(x, a, b)
    : 1 - betaStep(1 - x, b, a) * betaFraction(1 - x, b, a);
}

/** The x below which a share p of a beta distribution lies, by halving until no number is left between the bounds. */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
}
