import type { StepContext } from '../../../model/mechanism.ts';
import type { Model } from '../../../model/model.ts';
import type { World } from '../../../world/state.ts';
import { tenths } from './ring.ts';

// The commitments of a ring of up to 32 actors in whole tenths, and as sets of actors: who sides with whom is then one lookup, not a
// comparison of pairs. There is one memory of constants, since compiled code knows where a constant lies (see wealth.ts). To read all
// commitments takes as long as a tick, so they are kept from tick to tick.

const MOST_ACTORS = 32;

/** The commitments 0 … 10 tenths as shares of 1. */
export const SHARES = Float64Array.from({ length: 11 }, (_, k) => k / 10);
/** In rows of 32: the commitment of i to j, in tenths. */
export const LEVELS = new Int32Array(MOST_ACTORS * 32);
/** In rows of 16: the set of actors to whom i is committed by so many tenths or more. A set has one bit an actor. */
export const AT_LEAST = new Int32Array(MOST_ACTORS * 16);
/** The next actor on the ring, and from BACKWARD on the one before. */
export const NEXT = new Int32Array(2 * MOST_ACTORS);
export const FORWARD = 0;
export const BACKWARD = MOST_ACTORS;

/** The list of shocked places of the state of which they are: each state has its own, and a restored state a new one. */
let of: World['shocked'] | undefined;
let actors = 0;

/**
 * Whether the sets are those of the state's commitments. Not so where there are too many actors, commitments that are no whole
 * tenths, or other mechanisms that change them.
 */
export function hasSets(
  world: World,
  { model, interventions, decisions }: Pick<StepContext, 'model' | 'interventions' | 'decisions'>,
): boolean {
  // Sets would have actors that are held take sides.
  if (decisions.held) {
    of = undefined;
    return false;
  }
  // Interventions and shocks that fade change commitments too. When all shocks are over, the list is a new one.
  if (of === world.shocked && of.length === 0 && interventions.length === 0) return true;
  of = world.shape.actors <= MOST_ACTORS && isOnlyOwner(model) && read(world) ? world.shocked : undefined;
  return of !== undefined;
}

/** Of the shocks, those of these mechanisms alone are seen in the state and in the step's interventions. */
const SEEN = ['interventions', 'fading'];

const isOnlyOwner = ({ mechanisms }: Model): boolean =>
  mechanisms.filter(
    ({ mechanism: { name, owns } }) =>
      !SEEN.includes(name) && (!owns || owns.length === 0 || owns.includes('relational')),
  ).length === 1;

function read({ shape: { actors: n }, columns: { relational } }: World): boolean {
  actors = n;
  AT_LEAST.fill(0);
  for (let i = 0; i < n; i++) {
    NEXT[i] = i + 1 < n ? i + 1 : 0;
    NEXT[BACKWARD | i] = i > 0 ? i - 1 : n - 1;
    // All are committed by nothing or more.
    AT_LEAST[i << 4] = -1;
    for (let j = 0; j < n; j++) {
      const share = relational[i * n + j]!;
      const level = tenths(share);
      if (share !== Math.fround(level / 10) || level > 10) return false;
      LEVELS[(i << 5) | j] = level;
      for (let k = 1; k <= level; k++) AT_LEAST[(i << 4) | k]! |= 1 << j;
    }
  }
  return true;
}

/** Raises a commitment by a tenth, to 1 at most, in the sets and in the state. */
export function raise(commitment: Float32Array, i: number, j: number): void {
  const level = LEVELS[(i << 5) | j]! + 1;
  if (level > 10) return;
  LEVELS[(i << 5) | j] = level;
  AT_LEAST[(i << 4) | level]! |= 1 << j;
  commitment[i * actors + j] = SHARES[level]!;
}

/** Lowers a commitment by a tenth, to 0 at least, in the sets and in the state. */
export function lower(commitment: Float32Array, i: number, j: number): void {
  const level = LEVELS[(i << 5) | j]!;
  if (level === 0) return;
  LEVELS[(i << 5) | j] = level - 1;
  AT_LEAST[(i << 4) | level]! &= ~(1 << j);
  commitment[i * actors + j] = SHARES[level - 1]!;
}

/** All actors of the ring as a set. */
export const everyone = (): number => -1 >>> (32 - actors);
