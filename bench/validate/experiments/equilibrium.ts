import type { Condition, Experiment } from '../experiment.ts';
import { actorIds, actors, draws, laboratoryScenario, menace, settled, treaty } from '../laboratory.ts';
import { paired, sampleMean } from '../statistics.ts';

const FIGURES = ['gap:12', 'efficiency:12'];

/**
 * A group of members of random size, the smallest too small to pay anything; a permanent threat, and effort as a pure public good.
 */
const group = (size: number): Condition => ({
  name: `${size}`,
  scenario: (draw) => {
    const random = draws(draw);
    const all = actors(size, (k) => ({ resources: { power: k === 0 ? 10 : 60 + 80 * random() } }));
    return laboratoryScenario('equilibrium', {
      years: 16,
      ticksPerYear: 12,
      actors: all,
      threats: [menace(actorIds(all), 400, 0.9)],
      treaties: [treaty('league', actorIds(all), { publicness: 1, targetRate: 0 })],
      mechanisms: settled('crisis', 'realign'),
    });
  },
});

export const equilibriumExperiment: Experiment = {
  id: 'P2',
  title: 'Best responses settle at the Nash equilibrium, below the optimum, more so in larger groups',
  source: 'Olson 1965; Bergstrom, Blume & Varian 1986',
  done: 'Groups of 3, 6 and 12 members of drawn sizes, one of them too small to pay anything, share a pure public good under a standing menace for sixteen years of months. Their efforts are compared with the closed-form equilibrium and with the efficient total Σ β B (Lindahl’s).',
  conditions: [group(3), group(6), group(12)],
  reporters: FIGURES,
  compare: (of) => [
    {
      what: 'distance of efforts from the equilibrium, share of its total, 12 members (at most 0.05)',
      ...sampleMean(of('12', 'gap:12')),
      expected: [0, 0.05],
    },
    { what: 'the same, 3 members', ...sampleMean(of('3', 'gap:12')), expected: [0, 0.05] },
    { what: 'effort by the optimum, 3 members (below 1)', ...sampleMean(of('3', 'efficiency:12')), expected: [0, 1] },
    {
      what: 'effort by the optimum, 6 less 3 members',
      ...paired(of('6', 'efficiency:12'), of('3', 'efficiency:12')),
      expected: 'down',
    },
    {
      what: 'effort by the optimum, 12 less 6 members',
      ...paired(of('12', 'efficiency:12'), of('6', 'efficiency:12')),
      expected: 'down',
    },
  ],
};
