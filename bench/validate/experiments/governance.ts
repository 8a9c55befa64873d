import type { GOVERNANCE } from '../../../sim/schema/treaty.ts';
import type { Experiment } from '../experiment.ts';
import { actorIds, actors, draws, laboratoryScenario, menace, treaty } from '../laboratory.ts';
import { paired, sampleMean, wilson } from '../statistics.ts';

/** A great power and six small ones in one league, and four outsiders that may apply; interests are mixed. */
function world(governance: (typeof GOVERNANCE)[number]) {
  return (draw: number) => {
    const random = draws(draw);
    const all = actors(11, (k) => ({
      resources: { power: k === 0 ? 300 : 40 + 60 * random() },
      position: { order: 1.6 * random() - 0.8 },
      autonomy: 0.2 + 0.6 * random(),
    }));
    const who = actorIds(all);
    return laboratoryScenario('governance', {
      years: 50,
      actors: all,
      dyadDefaults: { hostility: 0.05 },
      threats: [menace(who, 300, 0.5)],
      treaties: [
        treaty('league', who.slice(0, 7), {
          governance,
          leader: 'A1',
          targetRate: 0.12,
          monitoring: 0.6,
          sanction: 0.5,
          formality: 0.6,
        }),
      ],
    });
  };
}

const [LEADER, SUBJECT] = ['quota:A1:15:25', 'quota:A3:15:25'];
const [STUCK, GONE, LEFT, FELT] = ['deadlocks', 'gone:league', 'count:left', 'run:expelled'];

export const governanceExperiment: Experiment = {
  id: 'P9',
  title: 'Consensus deadlocks, majorities lose the outvoted, hegemony ends in tribute or revolt',
  source: 'Thucydides 1.98–99; Buchanan & Tullock 1962',
  done: 'A great power and six small ones are bound in one league with fines, four more may apply, for fifty years in the same drawn worlds. The league decides by consensus, by majority, or as its leader pleases.',
  conditions: (['consensus', 'majority', 'hegemonic'] as const).map((name) => ({ name, scenario: world(name) })),
  reporters: [STUCK!, GONE!, LEFT!, FELT!, LEADER!, SUBJECT!],
  compare(of) {
    const burden = (condition: string): Float64Array =>
      of(condition, SUBJECT!).map((value, k) => value - of(condition, LEADER!)[k]!);
    const ends = of('hegemonic', SUBJECT!).map((subject, k) =>
      subject > 1.5 * of('hegemonic', LEADER!)[k]! || of('hegemonic', GONE!)[k]! > 0 ? 1 : 0,
    );
    return [
      {
        what: 'deadlocks a run, consensus less majority',
        ...paired(of('consensus', STUCK!), of('majority', STUCK!)),
        expected: 'up',
      },
      {
        what: 'share of the first members gone, majority less consensus',
        ...paired(of('majority', GONE!), of('consensus', GONE!)),
        expected: 'up',
      },
      {
        what: 'a subject’s quota rate less the leader’s, hegemonic',
        ...sampleMean(burden('hegemonic')),
        expected: 'up',
      },
      {
        what: 'the same, hegemonic less consensus',
        ...paired(burden('hegemonic'), burden('consensus')),
        expected: 'up',
      },
      {
        what: 'share of hegemonic runs with tribute (half as much again) or revolt (above 0.8)',
        ...wilson(ends),
        expected: [0.8, 1],
      },
    ];
  },
};
