import { z } from 'zod';
import { seek } from '../history/seek.ts';
import { readTies } from '../world/signed-ties.ts';
import { sidesOf, strains } from '../world/triads.ts';
import { analysis } from './analysis.ts';

/** Actors up to which every division into two sides is tried. */
const DIVISIBLE = 20;

/** What structural balance theory says of the ties at the end of the run; the sign of a tie is that of mutual-tie.ts. */
export const structuralBalance = analysis({
  name: 'structural-balance',
  cites: ['Heider 1946', 'Cartwright & Harary 1956', 'Harary 1959', 'Antal, Krapivsky & Redner 2005'],
  params: z.strictObject({}),
  keys: {
    ties: 'pairs that are friends or foes at the end of the run',
    friendlyShare: 'share of these ties that are friendly; 0 where there are none',
    triads: 'groups of three that are all tied',
    unbalancedTriads: 'triads with one bad tie or three',
    balanced: '1 if friends can be told from foes by two sides alone, else 0',
    state:
      'paradise: all are friends; two camps; jammed: unbalanced, but no single tie can turn without leaving more triads so; unsettled: anything else',
    camps: 'the side of each actor, 1 or 2, in the order of the actors; empty where the ties are not balanced',
    campSizes: 'members of the larger side and of the smaller one; empty where the ties are not balanced',
    deltaSquared: 'δ²: square of the difference of the two sides as a share of all actors; absent if not balanced',
    frustratedTies: `fewest ties that must turn for balance; absent for more than ${DIVISIBLE} actors unless 0`,
  },
  of(history) {
    const world = seek(history, history.ticks);
    const n = world.shape.actors;
    const signs = new Int8Array(n * n);
    readTies(world, signs);
    return balanceOf(signs, n);
  },
});

/** The answer for signs alone (1, −1 or 0), row-major and symmetric. */
export function balanceOf(signs: Int8Array, n: number): Record<string, unknown> {
  const strain = new Int32Array(n * n);
  const { triads, unbalanced } = strains(signs, n, strain);
  let ties = 0;
  let friendly = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (signs[i * n + j] !== 0) ties++;
      if (signs[i * n + j] === 1) friendly++;
    }
  }
  const camps = sidesOf(signs, n);
  const first = camps ? camps.filter((side) => side === 1).length : 0;
  const fewest = camps ? 0 : fewestFrustrated(signs, n);
  return {
    ties,
    friendlyShare: ties > 0 ? friendly / ties : 0,
    triads,
    unbalancedTriads: unbalanced,
    balanced: camps ? 1 : 0,
    state: stateOf(signs, n, strain, camps),
    camps: camps ?? [],
    campSizes: camps ? [Math.max(first, n - first), Math.min(first, n - first)] : [],
    ...(camps && { deltaSquared: ((2 * first - n) / n) * ((2 * first - n) / n) }),
    ...(fewest !== undefined && { frustratedTies: fewest }),
  };
}

function stateOf(signs: Int8Array, n: number, strain: Int32Array, camps: readonly number[] | undefined): string {
  if (camps) return camps.includes(2) ? 'two camps' : 'paradise';
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      if (signs[i * n + j] !== 0 && 2 * strain[i * n + j]! >= triadsAt(signs, n, i, j)) return 'unsettled';
  return 'jammed';
}

function triadsAt(signs: Int8Array, n: number, i: number, j: number): number {
  let count = 0;
  for (let k = 0; k < n; k++) if (signs[i * n + k] !== 0 && signs[j * n + k] !== 0) count++;
  return count;
}

/**
 * Line index of balance (Harary 1959): tries all divisions into two sides, each one actor’s move away from the last (Gray code).
 */
function fewestFrustrated(signs: Int8Array, n: number): number | undefined {
  if (n > DIVISIBLE) return undefined;
  const side = new Int8Array(n).fill(1);
  let frustrated = 0;
  for (let k = 0; k < n * n; k++) if (signs[k]! < 0) frustrated += 0.5;
  let fewest = frustrated;
  for (let step = 1; step < 1 << (n - 1); step++) {
    const mover = 31 - Math.clz32(step & -step);
    let gain = 0;
    for (let j = 0; j < n; j++) gain += signs[mover * n + j]! * side[mover]! * side[j]!;
    side[mover] = -side[mover]!;
    // Each tie of the mover that agreed with the sides now disagrees, and vice versa.
    frustrated += gain;
    fewest = Math.min(fewest, frustrated);
  }
  return fewest;
}
