/**
 * Probability that |t| is no larger than observed if there is no correlation, for a correlation r and `freedom` = n − 2 ≥ 1
 * degrees of freedom: Student's t by its finite sums in θ, sin θ = |r| (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4).
 */
export function isWithinChance(r: number, freedom: number): number {
  const sine = Math.min(1, Math.abs(r));
  const squared = (1 - sine) * (1 + sine);
  const odd = freedom % 2 === 1;
  const cosine = Math.sqrt(squared);
  let term = odd ? cosine : 1;
  let total = odd && freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < freedom; k += 2) {
    term *= (squared * (k - 1)) / k;
    total += term;
  }
  const chance = odd ? (2 / Math.PI) * (angle(sine, cosine) + sine * total) : sine * total;
  return Math.min(1, chance);
}

/** θ in [0, π/2] from its sine and cosine: eight times the angle of the tangent of θ/8, whose series is short. */
function angle(sine: number, cosine: number): number {
  let tangent = sine / (1 + cosine);
  for (let k = 0; k < 2; k++) tangent /= 1 + Math.sqrt(1 + tangent * tangent);
  const square = -tangent * tangent;
  let power = tangent;
  let sum = 0;
  for (let k = 1; k < 40; k += 2) {
    sum += power / k;
    power *= square;
  }
  return 8 * sum;
}
