import type { Experiment } from '../experiment.ts';
import { actorIds, actors, draws, laboratoryScenario, menace } from '../laboratory.ts';
import { paired } from '../statistics.ts';

const WINDOWS = [
  [0, 8],
  [20, 30],
  [30, 34],
  [46, 56],
] as const;
const in_ = (measure: string, [from, to]: readonly [number, number]): string => `mean:${measure}:${from}:${to}`;
const [BEFORE, UNDER, SOON, LATER] = WINDOWS;

/** Seven powers of mixed interests; an outside threat arises in year 10 and ends in year 30, or never arises. */
function world(comes: boolean) {
  return (draw: number) => {
    const random = draws(draw);
    const all = actors(7, () => ({
      resources: { power: 60 + 80 * random() },
      position: { order: 1.6 * random() - 0.8 },
    }));
    const who = actorIds(all);
    return laboratoryScenario('threat', {
      years: 56,
      actors: all,
      dyadDefaults: { hostility: 0.12 },
      threats: [menace(who, 0, 0.7)],
      shocks: [10, 30].map((at) => ({
        id: `at-${at}`,
        name: at === 10 ? 'A menace rises' : 'The menace is gone',
        family: 'threat' as const,
        at,
        changes: [
          {
            target: { threats: ['menace'] },
            field: 'strength',
            operation: 'set' as const,
            amount: comes && at === 10 ? 400 : 0,
          },
        ],
      })),
    });
  };
}

export const threatExperiment: Experiment = {
  id: 'P4',
  title: 'A common threat joins; when it goes, bonds loosen with a lag',
  source: 'Simmel 1908; Walt 1987',
  done: 'Seven powers of mixed interests live for 56 years; an outside menace of four times their mean strength stands over all of them from year 10 to year 30, or never comes. Membership and cohesion are compared between the two worlds and between the years before, under and after it.',
  conditions: [
    { name: 'menaced', scenario: world(true) },
    { name: 'calm', scenario: world(false) },
  ],
  reporters: WINDOWS.flatMap((window) => ['membership', 'cohesion', 'alliedPartners'].map((name) => in_(name, window))),
  compare(of) {
    const gap = (measure: string, window: readonly [number, number]): Float64Array => {
      const calm = of('calm', in_(measure, window));
      return of('menaced', in_(measure, window)).map((value, k) => value - calm[k]!);
    };
    const none = gap('membership', BEFORE!);
    return [
      {
        what: 'allied partners under the menace, less in the calm world',
        ...paired(gap('alliedPartners', UNDER!), gap('alliedPartners', BEFORE!)),
        expected: 'up',
      },
      { what: 'share allied, likewise', ...paired(gap('membership', UNDER!), none), expected: 'up' },
      { what: 'cohesion, likewise', ...paired(gap('cohesion', UNDER!), gap('cohesion', BEFORE!)), expected: 'up' },
      {
        what: 'allied partners, years 16–26 after it less under it, beside the calm world',
        ...paired(gap('alliedPartners', LATER!), gap('alliedPartners', UNDER!)),
        expected: 'down',
      },
      {
        what: 'lag: allied partners in the first four years after it less years 16–26 after it',
        ...paired(gap('alliedPartners', SOON!), gap('alliedPartners', LATER!)),
        expected: 'up',
      },
    ];
  },
};
