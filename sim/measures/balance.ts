import { tieBetween } from '../world/mutual-tie.ts';
import type { World } from '../world/state.ts';
import type { Measure } from './measure.ts';

/** Limit on the triads examined; a world of six actors has 20. */
const TRIADS = 24;

export const frustration: Measure = {
  name: 'frustration',
  describe:
    'structural-balance frustration: share with a negative product of tie signs among 24 triads of a fixed pattern, examined every five years; 0 with fewer than three actors',
  cites: ['Heider 1946', 'Cartwright & Harary 1956'],
  every: 5,
  of(world) {
    const n = world.shape.actors;
    if (n !== size) choose(n);
    let frustrated = 0;
    for (let k = 0; k < 3 * count; k += 3)
      if (isFrustrated(world, triads[k]!, triads[k + 1]!, triads[k + 2]!)) frustrated++;
    return count > 0 ? frustrated / count : 0;
  },
};

function isFrustrated(world: World, i: number, j: number, k: number): boolean {
  const { absent } = world.derived;
  if (absent[i] === 1 || absent[j] === 1 || absent[k] === 1) return false;
  const product = tieBetween(world, i, j);
  // Where a tie is missing there is no triad to frustrate.
  if (product === 0) return false;
  const other = tieBetween(world, i, k);
  return other !== 0 && product * other * tieBetween(world, j, k) < 0;
}

// The triads examined in a world of `size` actors, three indices each; they depend on the number of actors alone.
const triads = new Int32Array(3 * TRIADS);
let size = -1;
let count = 0;

/** All triads of a small world; in a large one, those at the points of a low-discrepancy sequence (Roberts 2018). */
function choose(n: number): void {
  size = n;
  count = 0;
  const small = n * (n - 1) * (n - 2) <= 6 * TRIADS;
  if (small) {
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) for (let k = j + 1; k < n; k++) put(i, j, k);
    return;
  }
  for (let point = 1; count < TRIADS; point++) {
    const i = Math.floor(n * ((point * 0.8191725133961645) % 1));
    const j = Math.floor(n * ((point * 0.6710436067037893) % 1));
    const k = Math.floor(n * ((point * 0.5497004779019703) % 1));
    if (i !== j && i !== k && j !== k) put(i, j, k);
  }
}

function put(i: number, j: number, k: number): void {
  triads[3 * count] = i;
  triads[3 * count + 1] = j;
  triads[3 * count + 2] = k;
  count++;
}
