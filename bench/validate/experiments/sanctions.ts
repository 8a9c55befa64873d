import type { Experiment } from '../experiment.ts';
import { actorIds, actors, laboratoryScenario, settled, treaty } from '../laboratory.ts';
import { paired } from '../statistics.ts';

const STRATEGIES = ['conditional', 'conditional', 'conditional', 'free-rider', 'free-rider', 'best-response'] as const;
const [FIRST, BEFORE, AFTER, LATE] = [0.5, 7, 13, 21].map((from) => `mean:effortRate:${from}:${from + 3}`);

/**
 * Three conditional co-operators, two free riders and a best responder, about the mix found in experiments; fines may start in year
 * 10.
 */
function game(sanction: number) {
  const all = actors(6, (k) => ({ strategy: STRATEGIES[k]! }));
  return laboratoryScenario('sanctions', {
    years: 24,
    ticksPerYear: 4,
    actors: all,
    treaties: [
      treaty('league', actorIds(all), {
        targetRate: 0.3,
        formality: 0.3,
        monitoring: 0.8,
        reviewEvery: 1,
        governance: 'majority',
      }),
    ],
    shocks: [
      {
        id: 'law',
        name: 'Fines are agreed',
        family: 'leadership',
        at: 10,
        changes: [{ target: { alliances: ['league'] }, field: 'sanction', operation: 'set', amount: sanction }],
      },
    ],
    mechanisms: settled('crisis', 'realign'),
  });
}

export const sanctionsExperiment: Experiment = {
  id: 'P3',
  title: 'Contributions decay without sanctions, and rise and hold with them',
  source: 'Fehr & Gächter 2000',
  done: 'Three conditional cooperators, two free riders and a best responder owe 30 % of their budgets to one treaty for 24 years, without fines. In year 10 fines for what is left unpaid, voted by majority and costly to those who impose them, are brought in, or not.',
  conditions: [
    { name: 'without', scenario: game(0) },
    { name: 'with', scenario: game(1) },
  ],
  reporters: [FIRST!, BEFORE!, AFTER!, LATE!],
  compare: (of) => [
    {
      what: 'effort rate without fines, years 7–10 less years 0–3',
      ...paired(of('without', BEFORE!), of('without', FIRST!)),
      expected: 'down',
    },
    {
      what: 'effort rate once fines are agreed, years 13–16 less years 7–10',
      ...paired(of('with', AFTER!), of('with', BEFORE!)),
      expected: 'up',
    },
    {
      what: 'effort rate in years 21–24, with less without fines',
      ...paired(of('with', LATE!), of('without', LATE!)),
      expected: 'up',
    },
    {
      what: 'it holds with fines: years 21–24 less years 13–16 (a loss below 0.02)',
      ...paired(of('with', LATE!), of('with', AFTER!)),
      expected: [-0.02, 0.3],
    },
  ],
};
