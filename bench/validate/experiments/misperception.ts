import type { Experiment } from '../experiment.ts';
import { actorIds, actors, laboratoryScenario, menace, settled, treaty } from '../laboratory.ts';
import { paired } from '../statistics.ts';

interface Visibility {
  monitoring?: number;
  communication?: number;
  disinformation?: number;
}

/** Six partners that always pay in full. */
function world({ monitoring = 0.4, communication = 0.4, disinformation = 0 }: Visibility) {
  const all = actors(6, () => ({ strategy: 'unconditional' }));
  const who = actorIds(all);
  return laboratoryScenario('misperception', {
    years: 25,
    ticksPerYear: 4,
    actors: all,
    threats: [menace(who, 200, 0.4)],
    treaties: [treaty('league', who, { monitoring, communication, targetRate: 0.1 })],
    shocks: [
      {
        id: 'lies',
        name: 'A campaign of lies',
        family: 'disinformation',
        at: 1,
        changes: [{ target: { actors: 'all' }, field: 'disinformation', operation: 'add', amount: disinformation }],
      },
    ],
    mechanisms: settled('crisis', 'realign'),
  });
}

const [WRONGED, TRUST] = ['misperceived:3:25', 'trust:A1:A2:3:25'];

export const misperceptionExperiment: Experiment = {
  id: 'P10',
  title: 'Monitoring and communication reduce misperceived breaches, disinformation multiplies them',
  source: 'Jervis 1976; Ostrom 1990',
  done: 'Six partners always pay in full; counted is how often one of them is seen to fall short by a tenth or more of its quota. Monitoring, communication or disinformation is raised, one at a time.',
  conditions: [
    { name: 'plain', scenario: world({}) },
    { name: 'monitored', scenario: world({ monitoring: 0.8 }) },
    { name: 'in touch', scenario: world({ communication: 0.9 }) },
    { name: 'lied to', scenario: world({ disinformation: 1 }) },
  ],
  reporters: [WRONGED!, TRUST!],
  compare: (of) => [
    {
      what: 'share misperceived, monitoring 0.8 less 0.4',
      ...paired(of('monitored', WRONGED!), of('plain', WRONGED!)),
      expected: 'down',
    },
    {
      what: 'share misperceived, communication 0.9 less 0.4',
      ...paired(of('in touch', WRONGED!), of('plain', WRONGED!)),
      expected: 'down',
    },
    {
      what: 'share misperceived, disinformation 1 less 0',
      ...paired(of('lied to', WRONGED!), of('plain', WRONGED!)),
      expected: 'up',
    },
    {
      what: 'trust among partners, disinformation 1 less 0',
      ...paired(of('lied to', TRUST!), of('plain', TRUST!)),
      expected: 'down',
    },
  ],
};
