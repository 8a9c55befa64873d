import { createHash, finishHash, hashWords } from '../../exact/hash.ts';
import { JOE_KUO, SOBOL_DIMENSIONS } from './joe-kuo.ts';

const BITS = 32;

/** Direction numbers of one dimension: 32 words of 32 bits, the first binary digit highest (Bratley & Fox 1988). */
function directionsOf([a, ...initial]: readonly number[]): Int32Array {
  const degree = initial.length;
  const directions = new Int32Array(BITS);
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      directions[k] = initial[k]! << (BITS - 1 - k);
      continue;
    }
    const oldest = directions[k - degree]!;
    let word = oldest ^ (oldest >>> degree);
    for (let j = 1; j < degree; j++) if ((a! >>> (degree - 1 - j)) & 1) word ^= directions[k - j]!;
    directions[k] = word;
  }
  return directions;
}

function directionNumbers(dimensions: number): Int32Array[] {
  const first = Int32Array.from({ length: BITS }, (_, k) => 1 << (BITS - 1 - k));
  const others = JOE_KUO.split(';').slice(0, dimensions - 1);
  return [first, ...others.map((row) => directionsOf(row.trim().split(/\s+/).map(Number)))];
}

/** The words of the sequence without scrambling, row by row, in the order of Gray code (Antonov & Saleev 1979). */
export function sobolWords(size: number, dimensions: number): Uint32Array {
  const directions = directionNumbers(dimensions);
  const words = new Uint32Array(size * dimensions);
  for (let k = 1; k < size; k++) {
    const changed = 31 - Math.clz32(k & -k);
    for (let d = 0; d < dimensions; d++)
      words[k * dimensions + d] = words[(k - 1) * dimensions + d]! ^ directions[d]![changed]!;
  }
  return words;
}

function reverseBits(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}

/**
 * Owen scrambling: whether a binary digit is flipped depends on those before it alone. With the digits reversed, sums and products
 * carry from the first digits to the later ones only, so a hash of them does it (Laine & Karras 2011; Burley 2020; the constants
 * are those of Vegdahl 2021, which flip more evenly).
 */
function scrambled(word: number, seed: number): number {
  let x = reverseBits(word);
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + seed) | 0;
  x = Math.imul(x, (seed >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return reverseBits(x) >>> 0;
}

function scrambleSeed(seed: number, dimension: number): number {
  const hash = createHash();
  hashWords(hash, Int32Array.of(seed, Math.floor(seed / 0x100000000), dimension));
  return finishHash(hash)[1];
}

const isPowerOfTwo = (size: number): boolean => Number.isInteger(size) && size >= 1 && (size & (size - 1)) === 0;

/** The sentence that refuses a size of a Sobol’ sequence or of a number of dimensions, if there is one. */
export function sobolFault(size: number, dimensions: number): string | undefined {
  if (size > 0x40000000 || !isPowerOfTwo(size))
    return `a Sobol’ sequence is balanced at powers of two only, up to 2^30, not at ${size} points`;
  return dimensions > SOBOL_DIMENSIONS
    ? `a Sobol’ sequence has at most ${SOBOL_DIMENSIONS} dimensions here, not ${dimensions}`
    : undefined;
}

/**
 * Points of the Sobol’ sequence (1967) with the direction numbers of Joe & Kuo (2008) and hashed Owen scrambling (Owen 1995), row by
 * row, strictly within (0, 1). A larger design begins with the same points.
 *
 * Only powers of two, and no point is skipped: the first 2^m points have one in each stratum of 2^-m in every dimension, and that is
 * what makes the error small. Without the first point, or at another size, the balance is gone and the error falls hardly faster than
 * with random points (Owen 2020, On dropping the first Sobol’ point). Scrambling moves the first point away from the origin.
 * @param seed a whole number.
 * @throws {Error} one sentence, see `sobolFault`.
 */
export function sobolPoints(size: number, dimensions: number, seed: number): Float64Array {
  const fault = sobolFault(size, dimensions);
  if (fault) throw new Error(fault);
  const words = sobolWords(size, dimensions);
  const seeds = Int32Array.from({ length: dimensions }, (_, d) => scrambleSeed(seed, d));
  const points = new Float64Array(words.length);
  for (let k = 0; k < size; k++)
    for (let d = 0; d < dimensions; d++) {
      const at = k * dimensions + d;
      // The middle of its cell: on the border 0 a normal distribution would be infinite.
      points[at] = (scrambled(words[at]!, seeds[d]!) + 0.5) / 0x100000000;
    }
  return points;
}
