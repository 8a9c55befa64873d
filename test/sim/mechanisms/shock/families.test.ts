import { describe, expect, it } from 'vitest';
import { seek } from '../../../../sim/history/seek.ts';
import { FOES } from '../../../../sim/world/columns.ts';
import { actor, eventsOf, model, replications, treaty } from '../../builders.ts';
import type { Change, Shocks } from './storm.ts';

describe('each family of shocks', () => {
  type Family = Shocks[number]['family'];
  type State = ReturnType<typeof seek>;
  /** Two pairs under a threat, with all that watches, arms, deals and leaves; nobody fights and nobody founds. */
  const living = (family: Family, changes: Change[], when: Partial<Shocks[number]>) =>
    model({
      ticks: 60,
      ticksPerYear: 2,
      interests: [{ id: 'land', name: 'Land', low: 'no', high: 'yes' }],
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { hostility: 0.1, proximity: 0.5 },
      dyads: [{ from: 'c', to: 'a', mutual: false, hostility: 0.4 }],
      threats: [{ id: 't', name: 'T', strength: 100, hostility: { a: 0.5, b: 0.5 }, proximity: { a: 1, b: 1 } }],
      treaties: [
        treaty('ab', ['a', 'b'], { targetRate: 0.2, term: null }),
        treaty('cd', ['c', 'd'], { purpose: 'knowledge', obligations: [] }),
      ],
      shocks: [{ id: 'it', name: 'It', family, changes, ...when }],
      mechanisms: { crisis: [{ name: 'relief' }], govern: [], realign: [] },
    });

  const on = (target: Change['target'], field: string, operation: Change['operation'], amount: number): Change => ({
    target,
    field,
    operation,
    amount,
    duration: 4,
    halfLife: 1,
  });
  const alliesFear = ({ columns: { threat } }: State) => threat[0]! + threat[1]!;
  /** How much of a danger a sees in c, which is no partner of it: among those kept in mind, wherever it stands there. */
  const dreadOfC = ({ columns: { foe, foeThreat } }: State) => {
    const place = Array.from(foe.subarray(0, FOES)).indexOf(2);
    return place < 0 ? 0 : foeThreat[place]!;
  };
  const error = ({ columns: { belief, strength } }: State) =>
    [0, 1, 2, 3].reduce((sum, j) => sum + Math.abs(belief[j]! - strength[j]!), 0);

  const families: [Family, string, Change, (state: State) => number, 1 | -1][] = [
    ['threat', 'that appears is feared', on({ threats: ['t'] }, 'strength', 'scale', 10), alliesFear, 1],
    ['threat', 'that vanishes is not', on({ threats: ['t'] }, 'hostility', 'scale', 0.01), alliesFear, -1],
    ['power', 'makes the stronger more dreaded', on({ actors: ['c'] }, 'resources.arms', 'scale', 8), dreadOfC, 1],
    [
      'scarcity',
      'leaves less to spend on the alliance',
      on({ actors: 'all' }, 'resources.arms', 'scale', 0.4),
      ({ columns: { spent } }) => spent[0]!,
      -1,
    ],
    [
      'technology',
      'lets the protection of an ally reach further',
      on({ alliances: ['ab'] }, 'publicness', 'set', 1),
      ({ columns: { spillIn } }) => spillIn[0]!,
      1,
    ],
    [
      'disaster',
      'leaves the struck weaker',
      on({ actors: ['a'] }, 'resources.arms', 'scale', 0.3),
      ({ columns: { strength } }) => strength[0]!,
      -1,
    ],
    [
      'leadership',
      'turns a country elsewhere',
      on({ actors: ['a'] }, 'position.land', 'set', 1),
      ({ derived: { affinity } }) => affinity[1]!,
      -1,
    ],
    ['disinformation', 'blinds', on({ actors: ['a'] }, 'disinformation', 'set', 8), error, 1],
    [
      'nationalism',
      'sets peoples at odds',
      on({ among: ['a', 'b'] }, 'hostility', 'set', 0.9),
      ({ columns: { threat } }) => threat[0]!,
      1,
    ],
  ];

  it.each(families)(
    '%s %s: on its date, for its years, and no longer once it has faded',
    (family, _, change, of, sign) => {
      const [with_, without_] = [
        replications(12, living(family, [change], { at: 3 })),
        replications(12, living(family, [{ ...change, operation: 'add', amount: 0 }], { at: 3 })),
      ];
      const gap = (t: number) =>
        (sign * with_.reduce((sum, history, k) => sum + of(seek(history, t)) - of(seek(without_[k]!, t)), 0)) / 12;
      expect(Math.abs(gap(6))).toBe(0);
      // News of strength and of the balance takes a year to go round.
      expect(gap(11)).toBeGreaterThan(0.02);
      expect(gap(60)).toBeLessThan(gap(11) / 2);
      expect(eventsOf(with_[0]!, 'shock')).toMatchObject([{ tick: 6, who: expect.anything() }]);
      expect(eventsOf(with_[0]!, 'shock-over')).toHaveLength(1);
    },
  );

  it.each(families)('%s %s: by its hazard too', (family, _, change, of, sign) => {
    const hazard = replications(12, living(family, [{ ...change, duration: null }], { hazard: 0.5 }));
    const calm = replications(12, living(family, [{ ...change, duration: null }], { hazard: 0 }));
    const events = hazard.flatMap((history) => eventsOf(history, 'shock'));
    expect(events.length).toBeGreaterThan(100);
    const at = (histories: typeof calm) => histories.reduce((sum, history) => sum + of(seek(history, 60)), 0) / 12;
    expect(sign * (at(hazard) - at(calm))).toBeGreaterThan(0.02);
  });
});
