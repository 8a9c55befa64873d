import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { actor, allianceOf, dyadValue, eventsOf, model, only, treaty } from '../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];

const close = (list: number[], expected: number[]) =>
  list.forEach((x, k) => {
    expect(x).toBeCloseTo(expected[k]!, 9);
  });

describe('a review', () => {
  /** One of two grows rich after the first year; a review every five. */
  const grownRich = (more: TreatyMore) => {
    const of = model({
      ticks: 12,
      resources: [{ id: 'arms', name: 'Arms', unit: 'points', yield: 1 }],
      actors: [actor('a'), actor('b')],
      treaties: [treaty('ab', ['a', 'b'], { targetRate: 0.1, reviewEvery: 5, ...more })],
      mechanisms: only({
        shock: [{ name: 'interventions' }],
        govern: [{ name: 'reviews' }],
        grow: [{ name: 'growth', parameters: { reinvestment: 0 } }],
      }),
    });
    const history = play(of, '1', [{ kind: 'set', tick: 1, path: 'actors.a.resources.arms', value: 300 }]);
    return { history, quota: (t: number) => seek(history, t).alliances[0]!.members.map((member) => member.quota) };
  };

  it('is assessed anew at each review, from the day’s resources', () => {
    const { history, quota } = grownRich({ governance: 'hegemonic', leader: 'b' });
    close(quota(5), [10, 10]);
    close(quota(6), [30, 10]);
    expect(eventsOf(history, 'renegotiated').map((event) => event.tick)).toEqual([5, 10]);
  });

  it('stands where a review finds no assent: who is to carry more says no', () => {
    for (const more of [{ governance: 'consensus' }, { governance: 'hegemonic', leader: 'a' }] as const) {
      const { history, quota } = grownRich(more);
      close(quota(12), [10, 10]);
      expect(eventsOf(history, 'renegotiated')).toEqual([]);
    }
  });
});

describe('the rule by which members decide', () => {
  /** Reviews that lay a heavier share on one of four; what they vote is all that happens. */
  const reviewed = (governance: 'consensus' | 'majority') => {
    const of = model({
      ticks: 30,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      treaties: [treaty('league', ['a', 'b', 'c', 'd'], { governance, reviewEvery: 5, targetRate: 0.2 })],
      mechanisms: only({
        shock: [{ name: 'interventions' }],
        govern: [{ name: 'reviews' }],
        grow: [{ name: 'growth', parameters: { reinvestment: 0 } }],
      }),
    });
    return {
      of,
      history: play(of, '1', [{ kind: 'set', tick: 2, path: 'actors.d.resources.arms', value: 400 }]),
    };
  };

  it('makes consensus stand still where a majority goes on', () => {
    const stuck = reviewed('consensus').history;
    expect(eventsOf(stuck, 'deadlock')[0]).toMatchObject({ tick: 5, who: ['d'], matter: 'quotas' });
    expect(eventsOf(stuck, 'renegotiated')).toEqual([]);
    const moved = reviewed('majority').history;
    expect(eventsOf(moved, 'deadlock')).toEqual([]);
    expect(eventsOf(moved, 'renegotiated').length).toBeGreaterThan(0);
  });

  it('makes the outvoted resent those who prevailed, who bear no grudge', () => {
    const { of, history } = reviewed('majority');
    const after = seek(history, 6);
    expect(dyadValue(of, after, 'relational', 'd', 'a')).toBeLessThan(0.5);
    expect(dyadValue(of, after, 'relational', 'a', 'd')).toBe(0.5);
    expect(allianceOf(after, 'league')!.members[3]!.inequity).toBeGreaterThan(0);
    const vetoed = reviewed('consensus');
    expect(dyadValue(vetoed.of, seek(vetoed.history, 6), 'relational', 'd', 'a')).toBe(0.5);
  });
});
