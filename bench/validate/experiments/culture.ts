import type { Experiment } from '../experiment.ts';
import { actorIds, actors, laboratoryScenario, menace, settled, treaty } from '../laboratory.ts';
import { paired } from '../statistics.ts';

/** Six partners of one culture, or of two distant ones. */
function world(apart: number, formality: number) {
  const all = actors(6, (k) => {
    const side = 0.5 + (k % 2 === 0 ? apart / 2 : -apart / 2);
    return {
      strategy: 'unconditional',
      culture: {
        powerDistance: side,
        uncertaintyAvoidance: side,
        timeOrientation: side,
        individualism: side,
        context: side,
      },
    };
  });
  const who = actorIds(all);
  return laboratoryScenario('culture', {
    years: 20,
    ticksPerYear: 4,
    actors: all,
    threats: [menace(who, 200, 0.4)],
    treaties: [treaty('league', who, { formality, targetRate: 0.1 })],
    mechanisms: settled('crisis', 'realign'),
  });
}

const TRUST = 'relational:A1:A2:15:20';

export const cultureExperiment: Experiment = {
  id: 'P11',
  title: 'Cultural distance slows relational trust; formal treaties make up for it',
  source: 'Zaheer & Harris 2006; Hofstede 2001',
  done: 'Six partners who pay in full are of one culture or of two that lie apart by 0.8 on every dimension, in a treaty of formality 0.1 or 0.9. Compared is the relational trust between two of different sides in years 15–20.',
  conditions: [
    { name: 'near, informal', scenario: world(0, 0.1) },
    { name: 'far, informal', scenario: world(0.8, 0.1) },
    { name: 'near, formal', scenario: world(0, 0.9) },
    { name: 'far, formal', scenario: world(0.8, 0.9) },
  ],
  reporters: [TRUST],
  compare(of) {
    const loss = (form: string): Float64Array =>
      of(`near, ${form}`, TRUST).map((value, k) => value - of(`far, ${form}`, TRUST)[k]!);
    return [
      {
        what: 'relational trust, far less near, informal',
        ...paired(of('far, informal', TRUST), of('near, informal', TRUST)),
        expected: 'down',
      },
      {
        what: 'relational trust of the far, formal less informal',
        ...paired(of('far, formal', TRUST), of('far, informal', TRUST)),
        expected: 'up',
      },
      { what: 'loss by distance, formal less informal', ...paired(loss('formal'), loss('informal')), expected: 'down' },
    ];
  },
};
