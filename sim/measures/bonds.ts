import { ALLIED } from '../schema/treaty.ts';
import type { World } from '../world.ts';
import type { Measure } from './measure.ts';

export const cohesion: Measure = {
  name: 'cohesion',
  describe: 'mean trust between partners less that between others; 0 without partners',
  cites: [],
  of: ({ columns: { trustInside, trustOutside } }) => (trustInside[0]! > 0 ? trustInside[0]! - trustOutside[0]! : 0),
};

export const polarisation: Measure = {
  name: 'polarisation',
  describe:
    'Reynal-Querol’s 4 Σ π²(1 − π) over the blocs’ shares of strength (a bloc is linked by defence or offence): 1 for two equal blocs, 0 for one, near 0 for many small',
  cites: ['Esteban & Ray 1994', 'Reynal-Querol 2002'],
  of(world) {
    const blocs = blocStrengths(world);
    let total = 0;
    for (const strength of blocs) total += strength;
    if (total <= 0) return 0;
    let sum = 0;
    for (const strength of blocs) {
      const share = strength / total;
      sum += share * share * (1 - share);
    }
    return 4 * sum;
  },
};

/** Strength of every bloc: actors joined, directly or through others, by treaties of defence or offence. */
function blocStrengths(world: World): number[] {
  const n = world.shape.actors;
  const bloc = new Int32Array(n).fill(-1);
  const strengths: number[] = [];
  const open: number[] = [];
  for (let first = 0; first < n; first++) {
    if (bloc[first]! >= 0) continue;
    bloc[first] = strengths.length;
    let strength = 0;
    open.push(first);
    while (open.length > 0) {
      const i = open.pop()!;
      strength += world.columns.strength[i]!;
      for (const index of world.derived.treaties[i]!) {
        const alliance = world.alliances[index]!;
        if ((alliance.bond & ALLIED) === 0) continue;
        for (const { actor } of alliance.members) {
          if (bloc[actor]! >= 0) continue;
          bloc[actor] = strengths.length;
          open.push(actor);
        }
      }
    }
    strengths.push(strength);
  }
  return strengths;
}
