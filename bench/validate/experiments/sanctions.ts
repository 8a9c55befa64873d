import type { Experiment } from '../experiment.ts';
import { actors, idsOf, laboratory, treaty } from '../laboratory.ts';
import { meanOf, paired } from '../statistics.ts';

const STRATEGIES = ['conditional', 'conditional', 'conditional', 'free-rider', 'free-rider', 'best-response'] as const;
const [START, EARLY, LATE] = ['mean:effortRate:0:0.6', 'mean:effortRate:1:4', 'mean:effortRate:17:20'];

/** Three conditional co-operators, two free riders and a best responder, about the mix that experiments find. */
function game(sanction: number) {
  const all = actors(6, (k) => ({ strategy: STRATEGIES[k]! }));
  return laboratory('sanctions', {
    years: 20,
    ticksPerYear: 4,
    actors: all,
    treaties: [
      treaty('league', idsOf(all), {
        targetRate: 0.3,
        formality: 0.3,
        monitoring: 0.8,
        sanction,
        governance: 'majority',
        exitNotice: 1,
      }),
    ],
  });
}

export const sanctions: Experiment = {
  id: 'P3',
  title: 'Contributions decay without sanctions, and rise and hold with them',
  source: 'Fehr & Gächter 2000',
  done: 'Three conditional co-operators, two free riders and a best responder owe 30 % of their budgets to one treaty for twenty years. Members may not fine, or may by majority fine what is left unpaid, at a cost to themselves.',
  conditions: [
    { name: 'without', scenario: game(0) },
    { name: 'with', scenario: game(1) },
  ],
  extract: [START!, EARLY!, LATE!],
  compare: (of) => [
    {
      what: 'effort rate without sanctions, years 17–20 less years 1–4',
      ...paired(of('without', LATE!), of('without', EARLY!)),
      expected: 'down',
    },
    {
      what: 'effort rate with sanctions, years 17–20 less years 1–4',
      ...paired(of('with', LATE!), of('with', EARLY!)),
      expected: 'up',
    },
    {
      what: 'effort rate in years 17–20, with less without sanctions',
      ...paired(of('with', LATE!), of('without', LATE!)),
      expected: 'up',
    },
    { what: 'effort rate in years 17–20 with sanctions (above 0.2)', ...meanOf(of('with', LATE!)), expected: [0.2, 1] },
  ],
};
