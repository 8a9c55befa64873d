import type { Experiment } from '../experiment.ts';
import { actorIds, actors, draws, laboratoryScenario, menace, treaty } from '../laboratory.ts';
import { paired, sampleMean } from '../statistics.ts';

/** Four pairs bound by alliances of five years; in each pair the two together are always equally strong. */
function pairs(share: number) {
  return (draw: number) => {
    const random = draws(draw);
    const all = actors(8, (k) => ({
      resources: { power: 200 * (k % 2 === 0 ? share : 1 - share) },
      position: { order: 1.4 * random() - 0.7 },
      autonomy: 0.3 + 0.4 * random(),
    }));
    const who = actorIds(all);
    return laboratoryScenario('asymmetry', {
      years: 60,
      actors: all,
      dyadDefaults: { hostility: 0.15 },
      dyads: [0, 2, 4, 6].map((k) => ({
        from: who[k]!,
        to: who[k + 1]!,
        hostility: 0.02,
        calculative: 0.6,
        relational: 0.6,
      })),
      threats: [menace(who, 150, 0.35)],
      treaties: [0, 2, 4, 6].map((k) =>
        treaty(`pact-${k / 2 + 1}`, [who[k]!, who[k + 1]!], { term: 5, targetRate: 0.1 }),
      ),
    });
  };
}

export const asymmetryExperiment: Experiment = {
  id: 'P6',
  title: 'Asymmetric alliances outlast symmetric ones',
  source: 'Morrow 1991',
  done: 'Four alliances of two, alike in all but the division of strength inside each pair (1 : 1 or 4 : 1), are watched for sixty years. Compared is the mean number of years that they last, censored at sixty, in the same drawn worlds.',
  conditions: [
    { name: 'symmetric', scenario: pairs(0.5) },
    { name: 'asymmetric', scenario: pairs(0.8) },
  ],
  reporters: ['lives'],
  compare: (of) => [
    {
      what: 'years that alliances last, 4 : 1 less 1 : 1',
      ...paired(of('asymmetric', 'lives'), of('symmetric', 'lives')),
      expected: 'up',
    },
    {
      what: 'years that symmetric alliances last (some must end: below 55)',
      ...sampleMean(of('symmetric', 'lives')),
      expected: [0, 55],
    },
  ],
};
