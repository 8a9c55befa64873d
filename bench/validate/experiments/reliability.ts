import { histories } from '../../../scenarios/index.ts';
import type { ScenarioDraft } from '../../../sim/schema/scenario.ts';
import type { Experiment } from '../experiment.ts';
import { actorIds, actors, laboratoryScenario, treaty } from '../laboratory.ts';
import { shareDifference, shareEstimate } from '../statistics.ts';

// The three that the published figures were read off; those that came later are scored on their own.
const bundled = ['europe-1879-1914', 'delian-league', 'nato'];
const [HONOURED, INVOKED] = ['count:honoured', 'run:invocations'];

/**
 * Four allies, the first of which has six enemies of `strength` times its own; in year 1 the other three may lose some of theirs.
 */
function world(strength: number, left = 1) {
  const allies = actors(4);
  const who = actorIds(allies);
  return laboratoryScenario('reliability', {
    years: 40,
    actors: allies,
    threats: Array.from({ length: 6 }, (_, k) => ({
      id: `F${k + 1}`,
      name: `Enemy ${k + 1}`,
      strength: 100 * strength,
      hostility: { A1: 1 },
      proximity: { A1: 1 },
    })),
    treaties: [treaty('league', who, { age: 5 })],
    shocks: [
      {
        id: 'shift',
        name: 'Power shifts',
        family: 'power',
        at: 1,
        changes: [{ target: { actors: who.slice(1) }, field: 'resources.power', operation: 'scale', amount: left }],
      },
    ],
  });
}

export const reliabilityExperiment: Experiment = {
  id: 'P5',
  title: 'About three quarters of invoked alliances are honoured, fewer as costs or power shifts rise',
  source: 'Leeds, Long & Mitchell 2000',
  done: 'The bundled histories are run as they are and the calls that allies answered are counted. In a laboratory, an ally of three is beset by enemies each as strong as itself, each four times as strong, or each as strong while its allies lose half their strength in year 1.',
  conditions: [
    ...bundled.map((id) => ({ name: id, scenario: histories[id] as ScenarioDraft })),
    { name: 'even', scenario: world(1) },
    { name: 'costly', scenario: world(4) },
    { name: 'shifted', scenario: world(1, 0.5) },
  ],
  reporters: [HONOURED!, INVOKED!],
  compare(of) {
    const pooled = (figure: string): number[] =>
      Array.from(of(bundled[0]!, figure), (_, k) => bundled.reduce((sum, id) => sum + of(id, figure)[k]!, 0));
    const calls = (condition: string) => [of(condition, HONOURED!), of(condition, INVOKED!)] as const;
    return [
      {
        what: 'share of calls honoured, bundled histories (0.65 to 0.85)',
        ...shareEstimate(pooled(HONOURED!), pooled(INVOKED!)),
        expected: [0.65, 0.85],
      },
      {
        what: 'share honoured against foes of four times the strength, less of the same',
        ...shareDifference(calls('costly'), calls('even')),
        expected: 'down',
      },
      {
        what: 'share honoured once the allies have lost half their strength, less without',
        ...shareDifference(calls('shifted'), calls('even')),
        expected: 'down',
      },
    ];
  },
};
