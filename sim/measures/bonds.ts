import { ALLIED } from '../schema/treaty.ts';
import { workspace } from '../world/scratch.ts';
import type { World } from '../world/state.ts';
import type { Measure } from './measure.ts';

export const cohesion: Measure = {
  name: 'cohesion',
  describe: 'mean trust between partners minus mean trust between others; 0 without partners',
  cites: [],
  of: ({ columns: { trustInside, trustOutside } }) => (trustInside[0]! > 0 ? trustInside[0]! - trustOutside[0]! : 0),
};

export const polarisation: Measure = {
  name: 'polarisation',
  describe:
    'Reynal-Querol’s 4 Σ π²(1 − π) over the blocs’ shares of strength (a bloc is linked by defence or offence): 1 for two equal blocs, 0 for one, near 0 for many small',
  cites: ['Esteban & Ray 1994', 'Reynal-Querol 2002'],
  of(world) {
    const strengths = strengthsOf(world.shape.actors);
    const blocs = countBlocs(world, strengths);
    let total = 0;
    for (let k = 0; k < blocs; k++) total += strengths[k]!;
    if (total <= 0) return 0;
    let sum = 0;
    for (let k = 0; k < blocs; k++) {
      const share = strengths[k]! / total;
      sum += share * share * (1 - share);
    }
    return 4 * sum;
  },
};

const blocOf = workspace((actors) => new Int32Array(actors));
const openOf = workspace((actors) => new Int32Array(actors));
const strengthsOf = workspace((actors) => new Float64Array(actors));

/**
 * Finds the blocs: actors joined by defence or offence, directly or through others. Writes the strength of each.
 * @returns how many there are.
 */
function countBlocs(world: World, strengths: Float64Array): number {
  const n = world.shape.actors;
  const bloc = blocOf(n).fill(-1, 0, n);
  const open = openOf(n);
  let blocs = 0;
  for (let first = 0; first < n; first++) {
    if (bloc[first]! >= 0) continue;
    strengths[blocs] = gather(world, first, blocs, bloc, open);
    blocs++;
  }
  return blocs;
}

/** Marks every actor joined to `first`. @returns their summed strength. */
function gather(
  { columns, alliances, derived }: World,
  first: number,
  mark: number,
  bloc: Int32Array,
  open: Int32Array,
): number {
  let waiting = 1;
  open[0] = first;
  bloc[first] = mark;
  let strength = 0;
  while (waiting > 0) {
    const i = open[--waiting]!;
    strength += columns.strength[i]!;
    for (const index of derived.treaties[i]!) {
      const alliance = alliances[index]!;
      if ((alliance.bond & ALLIED) === 0) continue;
      for (const { actor } of alliance.members) {
        if (bloc[actor]! >= 0) continue;
        bloc[actor] = mark;
        open[waiting++] = actor;
      }
    }
  }
  return strength;
}
