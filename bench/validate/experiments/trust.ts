import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { Experiment } from '../experiment.ts';
import { actorIds, actors, laboratoryScenario, treaty } from '../laboratory.ts';
import { paired, sampleMean } from '../statistics.ts';

const YEARS = 26;
const PER_YEAR = 4;
const at = (year: number): string => `calculative:A2:A1:${year}:${year + 0.25}`;

/** Four partners with fully visible payments, a bystander, and perhaps enemies that attack one of the partners. */
function world(enemies = 0) {
  const all = actors(5, () => ({ autonomy: 0.2, loyalty: 0.8 }));
  const who = actorIds(all);
  return laboratoryScenario('trust', {
    years: YEARS,
    ticksPerYear: PER_YEAR,
    actors: all,
    threats: Array.from({ length: enemies }, (_, k) => ({
      id: `F${k + 1}`,
      name: `Enemy ${k + 1}`,
      strength: 250,
      hostility: { A2: 1 },
      proximity: { A2: 1 },
    })),
    treaties: [
      treaty('league', who.slice(0, 4), { monitoring: 0.9, communication: 0.9, targetRate: 0.1, disputes: [] }),
    ],
  });
}

const pays = (year: number, rate: number): Intervention => ({
  kind: 'decide',
  tick: year * PER_YEAR,
  actor: 'A1',
  choice: { act: 'contribute', rate },
});
/** The decision of A1 at every call in the first ten years. */
const answers = (act: 'honour' | 'renege'): Intervention[] =>
  Array.from({ length: 10 * PER_YEAR }, (_, tick) => ({ kind: 'decide', tick, actor: 'A1', choice: { act } }));

const PROMISES = ['run:invocations', 'calculative:A5:A1:10:10.25', 'calculative:A3:A1:10:10.25'] as const;

export const trustExperiment: Experiment = {
  id: 'P7',
  title: 'Trust is lost faster than won, and a breach costs trust with those who merely saw it',
  source: 'Slovic 1993; Zaheer & Harris 2006',
  done: 'One of four partners pays its full quota for ten years, nothing for two, and in full again for two, each time by intervention. In two further worlds, where enemies beset one of its partners, it honours, or breaks, its commitment whenever it is called in the first ten years, and the trust of a bystander and of an uninvolved partner in it is read.',
  conditions: [
    { name: 'pays', scenario: world(), interventions: [pays(0, 0.3), pays(10, 0), pays(12, 0.3)] },
    { name: 'honours', scenario: world(6), interventions: answers('honour') },
    { name: 'reneges', scenario: world(6), interventions: answers('renege') },
  ],
  reporters: [at(10), at(12), at(14), ...PROMISES],
  compare(of) {
    const lost = of('pays', at(10)).map((value, k) => value - of('pays', at(12))[k]!);
    const won = of('pays', at(14)).map((value, k) => value - of('pays', at(12))[k]!);
    return [
      { what: 'trust lost in two years of paying nothing', ...sampleMean(lost), expected: 'up' },
      { what: 'trust won back in two years of paying in full', ...sampleMean(won), expected: 'up' },
      { what: 'lost less won back', ...paired(lost, won), expected: 'up' },
      {
        what: 'a bystander’s trust after breaches, less after kept promises',
        ...paired(of('reneges', PROMISES[1]), of('honours', PROMISES[1])),
        expected: 'down',
      },
      {
        what: 'an uninvolved partner’s trust, likewise',
        ...paired(of('reneges', PROMISES[2]), of('honours', PROMISES[2])),
        expected: 'down',
      },
    ];
  },
};
