import type { ScenarioDraft } from '../../../sim/schema/scenario.ts';
import type { Experiment } from '../experiment.ts';
import { actorIds, actors, draws, laboratoryScenario, menace, treaty } from '../laboratory.ts';
import { paired } from '../statistics.ts';

type Rungs = NonNullable<NonNullable<ScenarioDraft['treaties']>[number]['disputes']>;

/** Four leagues of three, with different interests and resources; in year 10 half of them may lose half of all they have. */
const SIZE = 3;
function world(left: number, disputes: Rungs) {
  return (draw: number) => {
    const random = draws(draw);
    const all = actors(4 * SIZE, () => ({
      resources: { power: 50 + 100 * random() },
      valuation: 0.5 + random(),
      position: { order: 0.8 * random() - 0.4 },
    }));
    const who = actorIds(all);
    return laboratoryScenario('downturn', {
      years: 50,
      actors: all,
      threats: [menace(who, 200, 0.4)],
      treaties: [0, 1, 2, 3].map((k) =>
        treaty(`league-${k + 1}`, who.slice(SIZE * k, SIZE * (k + 1)), {
          disputes,
          targetRate: 0.15,
          term: 10,
          burdenSharing: 'equal',
        }),
      ),
      shocks: [
        {
          id: 'slump',
          name: 'A downturn',
          family: 'scarcity',
          at: 10,
          changes: [
            {
              target: { actors: who.filter((_, k) => k % 2 === 0) },
              field: 'resources.power',
              operation: 'scale',
              amount: left,
              duration: 8,
              halfLife: 2,
            },
          ],
        },
      ],
    });
  };
}

const LADDER: Rungs = ['negotiation', 'mediation', 'arbitration'];
const [FREE, OPENED, ENDED, LEFT] = ['mean:freeRiding:11:18', 'count:dispute-opened:10:18', 'lives', 'run:left'];

export const downturnExperiment: Experiment = {
  id: 'P8',
  title: 'A downturn brings free-riding and disputes; the dispute ladder prevents dissolution',
  source: 'Adams 1965; Ury, Brett & Goldberg 1988',
  done: 'Four leagues of three members each with equal quotas live for fifty years; half of the members lose half of what they have in year 10, for eight years, or do not. With the downturn, treaties have all three rungs of the dispute ladder or none.',
  conditions: [
    { name: 'calm', scenario: world(1, LADDER) },
    { name: 'downturn', scenario: world(0.5, LADDER) },
    { name: 'no ladder', scenario: world(0.5, []) },
  ],
  reporters: [FREE!, OPENED!, ENDED!, LEFT!],
  compare: (of) => [
    {
      what: 'free-riding in the downturn, less without it',
      ...paired(of('downturn', FREE!), of('calm', FREE!)),
      expected: 'up',
    },
    {
      what: 'disputes opened in those eight years, likewise',
      ...paired(of('downturn', OPENED!), of('calm', OPENED!)),
      expected: 'up',
    },
    {
      what: 'years that the leagues last, ladder less none',
      ...paired(of('downturn', ENDED!), of('no ladder', ENDED!)),
      expected: 'up',
    },
    { what: 'exits, ladder less none', ...paired(of('downturn', LEFT!), of('no ladder', LEFT!)), expected: 'down' },
  ],
};
