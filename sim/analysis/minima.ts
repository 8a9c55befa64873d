import type { Stream } from '../exact/random.ts';
import { energyOf, type Pull, SLACK } from '../mechanisms/realign/landscape/energy.ts';

/** A local minimum: no single actor can lower the energy by changing sides. */
export interface Valley {
  /** Side of each actor, 0 or 1; the first actor’s is 0. */
  sides: number[];
  energy: number;
  /** Number of examined configurations that descend to this minimum, itself included. */
  basin: number;
}

export interface Minima {
  /** Lowest energy first, then largest basin first. Beyond `MOST_LISTED` minima are counted only. */
  valleys: Valley[];
  minima: number;
  configurations: number;
  highest: number;
}

/** Actors up to which all configurations are enumerated: 20 give 2¹⁹ configurations, which take a fraction of a second. */
export const MOST_ENUMERATED = 20;
export const MOST_LISTED = 200;

/** sᵢ sⱼ pᵢⱼ as a matrix, and for each actor the size below which a change is only rounding. */
interface Terrain {
  n: number;
  weights: Float64Array;
  slack: Float64Array;
}

function terrainOf(n: number, pull: Pull): Terrain {
  const weights = new Float64Array(n * n);
  const slack = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      weights[i * n + j] = pull(i, j);
      slack[i] = slack[i]! + 2 * SLACK * Math.abs(weights[i * n + j]!);
    }
  }
  return { n, weights, slack };
}

/**
 * Enumerates every configuration of up to 20 actors with the first actor’s side fixed, and sends each down the steepest descent
 * (the first actor on ties). Bit i − 1 of a configuration’s number is the side of actor i.
 */
export function enumerateMinima(n: number, pull: Pull): Minima {
  if (n > MOST_ENUMERATED) throw new RangeError(`More than ${MOST_ENUMERATED} actors cannot be enumerated`);
  const terrain = terrainOf(n, pull);
  const matrix: Pull = (i, j) => terrain.weights[i * n + j]!;
  const { next, highest } = slopes(terrain);
  const basins = flow(next);
  const side = new Int32Array(n);
  const valleys: Valley[] = [];
  let minima = 0;
  for (let x = 0; x < next.length; x++) {
    if (next[x] !== x) continue;
    minima++;
    enlist(valleys, stand(side, x), energyOf(n, matrix, side), basins[x]!);
  }
  return { valleys, minima, configurations: next.length, highest: energyOf(n, matrix, stand(side, highest)) };
}

/** Writes the sides of configuration number x. */
function stand(side: Int32Array, x: number): Int32Array {
  for (let i = 1; i < side.length; i++) side[i] = (x >> (i - 1)) & 1;
  return side;
}

const precedes = (energy: number, basin: number, than: Valley): boolean =>
  energy < than.energy || (energy === than.energy && basin > than.basin);

/**
 * Inserts a minimum into the sorted list, after its equals, if it ranks among those to list. There may be as many minima as
 * configurations.
 */
function enlist(valleys: Valley[], side: Int32Array, energy: number, basin: number): void {
  if (valleys.length === MOST_LISTED && !precedes(energy, basin, valleys[MOST_LISTED - 1]!)) return;
  let place = valleys.length;
  while (place > 0 && precedes(energy, basin, valleys[place - 1]!)) place--;
  valleys.splice(place, 0, { sides: Array.from(side), energy, basin });
  if (valleys.length > MOST_LISTED) valleys.pop();
}

/** The configuration that each one moves to in one step (itself at a minimum), and which of them has the highest energy. */
function slopes({ n, weights, slack }: Terrain): { next: Int32Array; highest: number } {
  // Each actor’s field Σⱼ wᵢⱼ σⱼ, σ = ±1, is the field of the lower half of the actors plus that of the upper half. Two small
  // tables suffice, and no running sum accumulates rounding errors.
  const low = (n - 1) >> 1;
  const lower = fields(n, weights, 1, low);
  const upper = fields(n, weights, 1 + low, n - 1 - low);
  const next = new Int32Array(1 << (n - 1));
  let highest = 0;
  let least = Infinity;
  for (let x = 0; x < next.length; x++) {
    const a = (x & ((1 << low) - 1)) * n;
    const b = (x >> low) * n;
    let found = -1;
    let lowest = 0;
    let harmony = 0;
    for (let i = 0; i < n; i++) {
      const field = lower[a + i]! + upper[b + i]! + weights[i * n]!;
      const inner = i > 0 && (x >> (i - 1)) & 1 ? -field : field;
      harmony += inner;
      if (2 * inner < lowest - slack[i]!) {
        found = i;
        lowest = 2 * inner;
      }
    }
    // A change of the first actor’s side equals a change of all the other sides.
    next[x] = found < 0 ? x : found === 0 ? next.length - 1 - x : x ^ (1 << (found - 1));
    if (harmony < least) {
      least = harmony;
      highest = x;
    }
  }
  return { next, highest };
}

/** [sides of `count` actors from `first` on][i]: what these actors add to the field of each actor i. */
function fields(n: number, weights: Float64Array, first: number, count: number): Float64Array {
  const found = new Float64Array((1 << count) * n);
  for (let x = 0; x < 1 << count; x++)
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let k = 0; k < count; k++) {
        const weight = weights[i * n + first + k]!;
        sum += (x >> k) & 1 ? -weight : weight;
      }
      found[x * n + i] = sum;
    }
  return found;
}

/** Number of configurations that end in each. A path is followed only until it reaches one already followed. */
function flow(next: Int32Array): Int32Array {
  const end = new Int32Array(next.length).fill(-1);
  const basins = new Int32Array(next.length);
  for (let x = 0; x < next.length; x++) {
    let y = x;
    while (end[y]! < 0 && next[y] !== y) y = next[y]!;
    const bottom = end[y]! < 0 ? y : end[y]!;
    for (y = x; end[y]! < 0; y = next[y]!) end[y] = bottom;
    basins[bottom] = basins[bottom]! + 1;
  }
  return basins;
}

/** For more actors: the minima that steepest descent reaches from as many random configurations as the time limit allows. */
export function searchMinima(n: number, pull: Pull, random: Stream): Minima {
  const terrain = terrainOf(n, pull);
  const matrix: Pull = (i, j) => terrain.weights[i * n + j]!;
  const starts = Math.max(10, Math.min(1_000, Math.floor(3e7 / (n * n))));
  const basins = new Map<string, number>();
  const side = new Int32Array(n);
  let highest = -Infinity;
  for (let s = 0; s < starts; s++) {
    for (let i = 0; i < n; i++) side[i] = random.below(2);
    highest = Math.max(highest, energyOf(n, matrix, side));
    descend(terrain, side);
    const key = side.map((own) => own ^ side[0]!).join('');
    basins.set(key, (basins.get(key) ?? 0) + 1);
  }
  const valleys: Valley[] = [];
  for (const [key, basin] of basins) {
    for (let i = 0; i < n; i++) side[i] = Number(key[i]);
    enlist(valleys, side, energyOf(n, matrix, side), basin);
  }
  return { valleys, minima: basins.size, configurations: starts, highest };
}

/** Changes sides until no change lowers the energy, at most 100 n times: a descent may otherwise take very many steps. */
function descend({ n, weights, slack }: Terrain, side: Int32Array): void {
  const field = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) field[i] = field[i]! + (side[j] === 1 ? -weights[i * n + j]! : weights[i * n + j]!);
  for (let step = 0; step < 100 * n; step++) {
    let found = -1;
    let lowest = 0;
    for (let i = 0; i < n; i++) {
      const change = 2 * (side[i] === 1 ? -field[i]! : field[i]!);
      if (change < lowest - slack[i]!) {
        found = i;
        lowest = change;
      }
    }
    if (found < 0) return;
    side[found] = 1 - side[found]!;
    const sign = side[found] === 1 ? -2 : 2;
    for (let i = 0; i < n; i++) field[i] = field[i]! + sign * weights[i * n + found]!;
  }
}
