import { ALLIED } from '../schema/treaty.ts';
import type { World } from '../world/world.ts';
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
    const blocs = countBlocs(world);
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

// Working memory, as large as the largest world seen.
let bloc = new Int32Array(0);
let open = new Int32Array(0);
let strengths = new Float64Array(0);

/** Finds the blocs: actors joined, directly or through others, by defence or offence. Their strengths are left in `strengths`. @returns how many. */
function countBlocs(world: World): number {
  const n = world.shape.actors;
  if (bloc.length < n) {
    bloc = new Int32Array(n);
    open = new Int32Array(n);
    strengths = new Float64Array(n);
  }
  bloc.fill(-1, 0, n);
  let blocs = 0;
  for (let first = 0; first < n; first++) {
    if (bloc[first]! >= 0) continue;
    strengths[blocs] = gather(world, first, blocs);
    blocs++;
  }
  return blocs;
}

/** Marks everyone joined to `first`. @returns their summed strength. */
function gather({ columns, alliances, derived }: World, first: number, mark: number): number {
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
