import { scenarios } from '../../../scenarios/index.ts';
import type { ScenarioDraft } from '../../../sim/scenario.ts';
import type { Experiment } from '../experiment.ts';
import { actors, idsOf, laboratory, treaty } from '../laboratory.ts';
import { shareDifference, shareOf } from '../statistics.ts';

const bundled = Object.keys(scenarios);
const [HONOURED, INVOKED] = ['count:honoured', 'run:invocations'];

/** Four allies and a foe of so many times their strength; in year 5 the strength of all but the first may fall. */
function world(strength: number, left = 1) {
  const allies = actors(4);
  const who = idsOf(allies);
  return laboratory('reliability', {
    years: 30,
    actors: [...allies, { id: 'F', name: 'Foe', resources: { power: 100 * strength } }],
    dyads: who.map((to) => ({ from: 'F', to, hostility: 0.7, proximity: 0.8 })),
    treaties: [treaty('league', who, { age: 5 })],
    shocks: [
      {
        id: 'shift',
        name: 'Power shifts',
        family: 'power',
        at: 1,
        changes: [{ target: { actors: who }, field: 'resources.power', operation: 'scale', amount: left }],
      },
    ],
  });
}

export const reliability: Experiment = {
  id: 'P5',
  title: 'About three quarters of invoked alliances are honoured, fewer as costs or power shifts rise',
  source: 'Leeds, Long & Mitchell 2000',
  done: 'The bundled scenarios are run as they are and the calls that allies answered are counted. In a laboratory, four allies face a foe as strong as one of them, one four times as strong, or one as strong while they all lose half their strength in year 1.',
  conditions: [
    ...bundled.map((id) => ({ name: id, scenario: scenarios[id] as ScenarioDraft })),
    { name: 'even', scenario: world(1) },
    { name: 'costly', scenario: world(4) },
    { name: 'shifted', scenario: world(1, 0.5) },
  ],
  extract: [HONOURED!, INVOKED!],
  compare(of) {
    const pooled = (figure: string): number[] =>
      Array.from(of(bundled[0]!, figure), (_, k) => bundled.reduce((sum, id) => sum + of(id, figure)[k]!, 0));
    const calls = (condition: string) => [of(condition, HONOURED!), of(condition, INVOKED!)] as const;
    return [
      {
        what: 'share of calls honoured, bundled scenarios (0.65 to 0.85)',
        ...shareOf(pooled(HONOURED!), pooled(INVOKED!)),
        expected: [0.65, 0.85],
      },
      {
        what: 'share honoured against a foe of four, less against a foe of one',
        ...shareDifference(calls('costly'), calls('even')),
        expected: 'down',
      },
      {
        what: 'share honoured after the allies lose half their strength, less without',
        ...shareDifference(calls('shifted'), calls('even')),
        expected: 'down',
      },
    ];
  },
};
