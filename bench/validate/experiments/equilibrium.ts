import type { Condition, Experiment } from '../experiment.ts';
import { actors, draws, idsOf, laboratory, settled, treaty } from '../laboratory.ts';
import { meanOf, paired } from '../statistics.ts';

const FIGURES = ['gap:40', 'efficiency:40'];

/** So many members of drawn size, the smallest of whom are too small to pay anything; one taste, effort a pure public good. */
const group = (size: number): Condition => ({
  name: `${size}`,
  scenario: (draw) => {
    const random = draws(draw);
    const all = actors(size, (k) => ({ resources: { power: k === 0 ? 10 : 60 + 80 * random() } }));
    return laboratory('equilibrium', {
      years: 50,
      ticksPerYear: 2,
      actors: all,
      treaties: [treaty('league', idsOf(all), { publicness: 1, targetRate: 0 })],
      mechanisms: settled('crisis', 'realign'),
    });
  },
});

export const equilibrium: Experiment = {
  id: 'P2',
  title: 'Best responses settle at the Nash equilibrium, below the optimum, more so in larger groups',
  source: 'Olson 1965; Bergstrom, Blume & Varian 1986',
  done: 'Groups of 3, 6 and 12 members of drawn sizes, one of them too small to pay anything, share a pure public good for fifty years. Their efforts are compared with the closed-form equilibrium and with the efficient total β Σ B.',
  conditions: [group(3), group(6), group(12)],
  extract: FIGURES,
  compare: (of) => [
    {
      what: 'distance of efforts from the equilibrium, share of its total, 12 members (at most 0.02)',
      ...meanOf(of('12', 'gap:40')),
      expected: [0, 0.02],
    },
    { what: 'the same, 3 members', ...meanOf(of('3', 'gap:40')), expected: [0, 0.02] },
    { what: 'effort by the optimum, 3 members (below 1)', ...meanOf(of('3', 'efficiency:40')), expected: [0, 1] },
    {
      what: 'effort by the optimum, 6 less 3 members',
      ...paired(of('6', 'efficiency:40'), of('3', 'efficiency:40')),
      expected: 'down',
    },
    {
      what: 'effort by the optimum, 12 less 6 members',
      ...paired(of('12', 'efficiency:40'), of('6', 'efficiency:40')),
      expected: 'down',
    },
  ],
};
