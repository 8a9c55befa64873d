import { pow } from '../real.ts';
import { ALLIED } from '../schema/treaty.ts';
import type { World } from '../world.ts';
import type { Measure } from './measure.ts';

export const cohesion: Measure = {
  name: 'cohesion',
  describe: 'mean trust between partners less that between others; 0 without partners',
  cites: [],
  of: ({ columns: { trustInside, trustOutside } }) => (trustInside[0]! > 0 ? trustInside[0]! - trustOutside[0]! : 0),
};

const ALIENATION = 0.6;

export const polarisation: Measure = {
  name: 'polarisation',
  describe:
    'Esteban–Ray polarisation of the blocs (actors linked by defence or offence) by strength: 1 for two equal blocs, 0 for one or for many small',
  cites: ['Esteban & Ray 1994'],
  of(world) {
    const blocs = blocStrengths(world);
    let total = 0;
    for (const strength of blocs) total += strength;
    if (total <= 0) return 0;
    let sum = 0;
    for (const strength of blocs) {
      const share = strength / total;
      if (share > 0) sum += pow(share, 1 + ALIENATION) * (1 - share);
    }
    return pow(2, 1 + ALIENATION) * sum;
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
