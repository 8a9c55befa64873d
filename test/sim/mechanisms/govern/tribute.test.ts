import { describe, expect, it } from 'vitest';
import { start } from '../../../../sim/engine/run.ts';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];

describe('a hegemon', () => {
  const league = (more: TreatyMore, autonomy = 0.2) =>
    model({
      ticks: 60,
      actors: [
        actor('athens', { resources: { arms: 500 } }),
        actor('chios', { autonomy }),
        actor('samos', { autonomy }),
      ],
      treaties: [treaty('league', ['athens', 'chios', 'samos'], { governance: 'hegemonic', formality: 0.3, ...more })],
      mechanisms: only({ govern: [{ name: 'tribute' }] }),
    });
  const path = (of: ReturnType<typeof model>, t: number) =>
    seek(play(of, '1'), t).alliances[0]!.members.map(({ quota }) => quota);

  it('drifts to tribute: the others’ quotas rise and its own falls', () => {
    const of = league({ leader: 'athens' });
    const [then, later] = [path(of, 0), path(of, 20)];
    expect(later[0]).toBeLessThan(then[0]!);
    expect(later[1]).toBeGreaterThan(then[1]!);
    expect(later[2]).toBeGreaterThan(then[2]!);
    // Half of a budget of 20 is the most it asks.
    expect(path(of, 60)[1]).toBeLessThanOrEqual(10 + 1e-9);
  });

  it('is who is strongest, where the treaty names nobody', () => {
    expect(path(league({}), 20)).toEqual(path(league({ leader: 'athens' }), 20));
    expect(start(league({})).alliances[0]!.leader).toBe(0);
  });

  it('is checked by a formal treaty and by proud members', () => {
    const rise = (of: ReturnType<typeof model>) => path(of, 10)[1]! / path(of, 0)[1]!;
    expect(rise(league({ formality: 1 }))).toBeLessThan(rise(league({ formality: 0 })));
    expect(rise(league({}, 1))).toBeLessThan(rise(league({}, 0)));
  });

  it('is no matter of treaties that are governed otherwise', () => {
    for (const governance of ['consensus', 'majority', 'weighted'] as const)
      expect(path(league({ governance, leader: 'athens' }), 20)).toEqual(
        path(league({ governance, leader: 'athens' }), 0),
      );
  });
});

describe('an empire', () => {
  /** Chios is as proud as it is told; the others bear much. */
  const empire = (pride: number, drift = 0.12) =>
    model({
      ticks: 60,
      actors: [
        actor('athens', { resources: { arms: 500 } }),
        actor('chios', { autonomy: pride, loyalty: 0.2 }),
        actor('samos', { autonomy: 0.1, loyalty: 0.2 }),
        actor('lesbos', { autonomy: 0.1, loyalty: 0.2 }),
      ],
      dyadDefaults: { calculative: 0.55, relational: 0.55 },
      treaties: [
        treaty('league', ['athens', 'chios', 'samos', 'lesbos'], {
          governance: 'hegemonic',
          formality: 0.6,
          monitoring: 0.2,
          reviewEvery: 5,
        }),
      ],
      mechanisms: {
        crisis: [],
        trust: [],
        govern: [{ name: 'tribute', parameters: { drift } }, { name: 'disputes' }, { name: 'reviews' }],
      },
    });

  it('does not undo at a review what it has laid upon the others', () => {
    const of = empire(0);
    const quiet = { ...of, mechanisms: of.mechanisms.filter(({ mechanism }) => mechanism.phase !== 'realign') };
    const quota = (t: number) => seek(play(quiet, '1'), t).alliances[0]!.members.map((member) => member.quota);
    const [early, late] = [quota(4), quota(30)];
    expect(late[1]! / late[0]!).toBeGreaterThan(2 * (early[1]! / early[0]!));
  });

  it('ends in tribute where its subjects bear it, and in revolt of the proud the more it asks', () => {
    const revolts = (of: ReturnType<typeof model>) =>
      replications(12, of).flatMap((history) => eventsOf(history, 'left').filter(({ who }) => who[0] === 'chios'))
        .length;
    expect(revolts(empire(1, 0.3))).toBeGreaterThan(revolts(empire(1, 0)) + 5);
    expect(revolts(empire(0.1, 0.12))).toBe(0);
  });
});
