import { ALLIED } from '../schema/treaty.ts';
import type { Alliance } from '../world/alliance.ts';
import { existingIn } from '../world/existence.ts';
import type { World } from '../world/state.ts';
import type { Measure } from './measure.ts';

export const alliances: Measure = {
  name: 'alliances',
  describe: 'alliances in force',
  cites: [],
  of: (world) => world.alliances.length,
};

export const meanSize: Measure = {
  name: 'meanSize',
  describe: 'mean number of members; 0 without alliances',
  cites: [],
  of(world) {
    let members = 0;
    for (const alliance of world.alliances) members += alliance.members.length;
    return world.alliances.length > 0 ? members / world.alliances.length : 0;
  },
};

export const membership: Measure = {
  name: 'membership',
  describe: 'share of actors in at least one alliance',
  cites: [],
  of(world) {
    let aligned = 0;
    for (const list of world.derived.treaties) if (list.length > 0) aligned++;
    return aligned / (existingIn(world) || 1);
  },
};

export const alliedPartners: Measure = {
  name: 'alliedPartners',
  describe: 'mean number of allied partners per actor, by defence or offence; a partner in two treaties counts twice',
  cites: [],
  of(world) {
    let bonds = 0;
    for (const { bond, members } of world.alliances)
      if ((bond & ALLIED) !== 0) bonds += members.length * (members.length - 1);
    return bonds / (existingIn(world) || 1);
  },
};

export const concentration: Measure = {
  name: 'concentration',
  describe: 'Herfindahl index of the alliances’ summed strengths; 0 without alliances',
  cites: ['Herfindahl 1950'],
  of(world) {
    let total = 0;
    for (const alliance of world.alliances) total += strengthOf(world, alliance);
    if (total <= 0) return 0;
    let sum = 0;
    for (const alliance of world.alliances) {
      // Shares are computed first: the square of a very small total may underflow to 0.
      const share = strengthOf(world, alliance) / total;
      sum += share * share;
    }
    return sum;
  },
};

function strengthOf({ columns }: World, { members }: Alliance): number {
  let sum = 0;
  for (const { actor } of members) sum += columns.strength[actor]!;
  return sum;
}
