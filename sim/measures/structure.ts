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
    return aligned / world.shape.actors;
  },
};

export const concentration: Measure = {
  name: 'concentration',
  describe: 'Herfindahl index of the alliances’ summed strengths; 0 without alliances',
  cites: ['Herfindahl 1950'],
  of(world) {
    const strengths = world.alliances.map(({ members }) =>
      members.reduce((sum, { actor }) => sum + world.columns.strength[actor]!, 0),
    );
    const total = strengths.reduce((sum, strength) => sum + strength, 0);
    // Shares first: the square of a declined world's total may be 0.
    return total > 0 ? strengths.reduce((sum, strength) => sum + (strength / total) * (strength / total), 0) : 0;
  },
};
