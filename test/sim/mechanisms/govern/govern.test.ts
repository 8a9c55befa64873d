import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { seek } from '../../../../sim/history/history.ts';
import { play } from '../../../../sim/history/record.ts';
import { decide } from '../../../../sim/mechanisms/govern/voting/vote.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { always } from '../../arbitrary.ts';
import { actor, allianceOf, dyadValue, eventsOf, model, only, replications, treaty } from '../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];
const four = (more: TreatyMore) =>
  model({
    actors: ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
    treaties: [treaty('league', ['a', 'b', 'c', 'd'], more)],
    mechanisms: only({}),
  });

/** A vote of the four on the fifth, each for it as far as its number is above 0. */
function vote(
  more: TreatyMore,
  gains: readonly number[],
  { efforts = [1, 1, 1, 1], subject = 4, interventions = [] as Intervention[] } = {},
) {
  const of = four(more);
  const world = start(of);
  const league = world.alliances[0]!;
  league.members.forEach((member, k) => {
    member.effort = efforts[k]!;
  });
  return decide({ interventions, model: of, names: of.ids }, league, subject, ({ actor: k }) => gains[k]!);
}

describe('a decision', () => {
  it.each<[string, TreatyMore, number[], boolean, boolean]>([
    ['of all passes with the consent of all', { governance: 'consensus' }, [1, 1, 1, 1], true, false],
    ['of all falls to one veto: deadlock', { governance: 'consensus' }, [1, 1, 1, -0.1], false, true],
    ['of all without a majority is no deadlock', { governance: 'consensus' }, [1, 1, -1, -1], false, false],
    ['of most passes with three of four', { governance: 'majority' }, [1, 1, 0.1, -9], true, false],
    ['of most falls on a tie', { governance: 'majority' }, [1, 1, -1, -1], false, false],
    ['by a hegemon is its word alone', { governance: 'hegemonic', leader: 'b' }, [-1, 1, -1, -1], true, false],
    ['by a hegemon can be its no to all', { governance: 'hegemonic', leader: 'b' }, [1, -1, 1, 1], false, true],
    ['that gains nobody anything is a no', { governance: 'majority' }, [0, 0, 0, 0], false, false],
  ])('%s', (_, more, gains, passed, deadlock) => {
    expect(vote(more, gains)).toMatchObject({ passed, deadlock });
  });

  it('weighted by effort is made by who pays', () => {
    const gains = [1, -1, -1, -1];
    expect(vote({ governance: 'weighted' }, gains, { efforts: [10, 3, 3, 3] }).passed).toBe(true);
    expect(vote({ governance: 'weighted' }, gains, { efforts: [8, 3, 3, 3] }).passed).toBe(false);
    expect(vote({ governance: 'weighted' }, [1, 1, 1, -1], { efforts: [0, 0, 0, 0] }).passed).toBe(true);
  });

  it('about a member is not made by it', () => {
    expect(vote({ governance: 'consensus' }, [1, 1, 1, -1], { subject: 3 }).passed).toBe(true);
    expect(vote({ governance: 'hegemonic', leader: 'd' }, [1, 1, -1, -1], { subject: 3 }).passed).toBe(true);
  });

  it('heeds a player’s vote, whatever it gains', () => {
    const ballot = (who: string, support: boolean, alliance = 'league'): Intervention[] => [
      { kind: 'decide', tick: 0, actor: who, choice: { act: 'vote', alliance, support } },
    ];
    const consensus: TreatyMore = { governance: 'consensus' };
    expect(vote(consensus, [1, 1, 1, 1], { interventions: ballot('c', false) })).toMatchObject({
      passed: false,
      deadlock: true,
    });
    expect(vote(consensus, [1, 1, 1, -1], { interventions: ballot('d', true) }).passed).toBe(true);
    expect(vote(consensus, [1, 1, 1, 1], { interventions: ballot('c', false, 'other') }).passed).toBe(true);
    expect(vote(consensus, [1, 1, 1, 1], { interventions: ballot('e', false) }).passed).toBe(true);
  });

  it('says who was how far for it', () => {
    const { because, score } = vote({ governance: 'majority' }, [3, -2, 1, 0.5]);
    expect(because).toEqual([
      { term: 'vote of a', value: 3 },
      { term: 'vote of b', value: -2 },
      { term: 'vote of c', value: 1 },
      { term: 'rest', value: 0.5 },
    ]);
    expect(score).toBe(2.5);
  });

  it('by consensus passes only what a majority would, which passes only what somebody wants', () => {
    always(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 }), (gains) => {
      const [all, most] = (['consensus', 'majority'] as const).map((governance) => vote({ governance }, gains).passed);
      if (all) expect(most).toBe(true);
      if (most) expect(gains.some((gain) => gain > 0)).toBe(true);
    });
  });
});

describe('a quota', () => {
  const quotas = (more: TreatyMore): number[] => {
    const of = model({
      resources: [{ id: 'arms', name: 'Arms', unit: 'points', yield: 1 }],
      actors: [
        actor('a', { resources: { arms: 100 }, valuation: 1 }),
        actor('b', { resources: { arms: 60 }, valuation: 3 }),
        actor('c', { resources: { arms: 40 }, valuation: 1 }),
      ],
      treaties: [treaty('abc', ['a', 'b', 'c'], { targetRate: 0.3, ...more })],
    });
    return start(of).alliances[0]!.members.map(({ quota }) => quota);
  };
  const close = (list: number[], expected: number[]) =>
    list.forEach((x, k) => {
      expect(x).toBeCloseTo(expected[k]!, 9);
    });

  it.each<[NonNullable<TreatyMore>['burdenSharing'], number[]]>([
    ['equal', [20, 20, 20]],
    ['resources', [30, 18, 12]],
    ['target', [30, 18, 12]],
    // Nobody is threatened: by valuation alone.
    ['benefit', [12, 36, 12]],
  ])('by the rule of %s shares three tenths of the joint budget as %j', (burdenSharing, expected) => {
    close(quotas({ burdenSharing }), expected);
  });

  it('is never more than the whole budget of its member', () => {
    close(quotas({ burdenSharing: 'equal', targetRate: 1 }), [200 / 3, 60, 40]);
  });

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

/** Three in a treaty, one of whom feels put upon for good; nothing else moves. */
function quarrel(more: TreatyMore, parameters: Record<string, number>, ticks = 20, ticksPerYear = 1) {
  const of = model({
    ticks,
    ticksPerYear,
    actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
    treaties: [treaty('abc', ['a', 'b', 'c'], { targetRate: 0.5, ...more })],
    mechanisms: only({ govern: [{ name: 'disputes', parameters }] }),
  });
  const world = start(of);
  world.alliances[0]!.members[0]!.inequity = 0.6;
  const events: string[] = [];
  const course = begin(of, '1', [], (event) =>
    events.push(`${event.tick} ${event.kind}${'rung' in event ? ` ${event.rung}` : ''}`),
  );
  while (world.tick < ticks) tick(course, world);
  return { events, world };
}
const hopeless = { negotiation: 0, mediation: 0, arbitration: 0, patience: 20 };

describe('a dispute', () => {
  it('climbs its ladder rung by rung, a year on each', () => {
    expect(quarrel({ disputes: ['negotiation', 'mediation', 'arbitration'] }, hopeless, 10).events).toEqual([
      '0 dispute-opened negotiation',
      '1 dispute-climbed mediation',
      '2 dispute-climbed arbitration',
      '3 dispute-climbed exit',
    ]);
  });

  it('takes a year a rung where a tick is a month, too', () => {
    expect(quarrel({ disputes: ['negotiation', 'arbitration'] }, hopeless, 40, 12).events).toEqual([
      '0 dispute-opened negotiation',
      '12 dispute-climbed arbitration',
      '24 dispute-climbed exit',
    ]);
  });

  it('climbs only the rungs its treaty has, in their order', () => {
    expect(quarrel({ disputes: ['arbitration', 'negotiation'] }, hopeless, 10).events).toEqual([
      '0 dispute-opened negotiation',
      '1 dispute-climbed arbitration',
      '2 dispute-climbed exit',
    ]);
    expect(quarrel({ disputes: [] }, hopeless, 10).events).toEqual(['0 dispute-climbed exit']);
  });

  it('that is settled lightens the quota and the feeling', () => {
    const { events, world } = quarrel({ disputes: ['arbitration'], formality: 1 }, { arbitration: 1, relief: 0.8 });
    expect(events).toEqual(['0 dispute-opened arbitration', '0 dispute-settled arbitration', '0 renegotiated']);
    const [own, other] = world.alliances[0]!.members;
    expect(own!.inequity).toBeCloseTo(0.12, 9);
    expect(own!.quota).toBeLessThan(other!.quota);
    expect(world.alliances[0]!.disputes).toEqual([]);
  });

  it('that is settled leaves the pool whole: the others take over what their budgets bear', () => {
    for (const relief of [0.1, 0.4, 1]) {
      const { world } = quarrel({ disputes: ['arbitration'], formality: 1 }, { arbitration: 1, relief });
      const [own, ...others] = world.alliances[0]!.members;
      const asked = (own?.quota ?? 0) + others.reduce((sum, { quota }) => sum + quota, 0);
      const budget = world.columns.budget[0]!;
      expect(asked).toBeCloseTo(1.5 * budget, 9);
      for (const { quota } of others) {
        expect(quota).toBeGreaterThan(0.5 * budget);
        expect(quota).toBeLessThanOrEqual(budget + 1e-9);
      }
    }
  });

  it('that a hegemon settles falls on its other subjects, not on itself', () => {
    const settled = (governance: 'hegemonic' | 'majority') => {
      const terms = { disputes: ['arbitration' as const], formality: 1, governance, leader: 'b' };
      const { world } = quarrel(terms, { arbitration: 1, relief: 0.5 });
      return world.alliances[0]!.members.map(({ quota }) => quota / world.columns.budget[0]!);
    };
    const [own, leader, other] = settled('hegemonic');
    expect(own).toBeLessThan(0.5);
    expect(leader).toBeCloseTo(0.5, 9);
    expect(own! + other!).toBeCloseTo(1, 9);
    expect(settled('majority')[1]).toBeGreaterThan(0.5);
  });

  it('that a third settles names the third', () => {
    const of = model({
      ticks: 5,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.2, relational: 0.2 },
      dyads: ['a', 'b'].map((from) => ({ from, to: 'd', calculative: 1, relational: 1 })),
      treaties: [treaty('ab', ['a', 'b'], { targetRate: 0.5, disputes: ['mediation'] })],
      mechanisms: only({ govern: [{ name: 'disputes', parameters: { mediation: 1 } }] }),
    });
    const world = start(of);
    world.alliances[0]!.members[0]!.inequity = 0.6;
    const settled: unknown[] = [];
    const course = begin(of, '1', [], (event) => {
      if (event.kind === 'dispute-settled') settled.push(event);
    });
    tick(course, world);
    expect(settled).toMatchObject([{ who: ['a'], rung: 'mediation', mediator: 'd' }]);
  });

  it('is not opened over what one bears, and under a hegemon one used to rank bears more', () => {
    expect(quarrel({}, { tolerance: 0.7 }).events).toEqual([]);
    expect(
      quarrel({ governance: 'hegemonic', leader: 'b' }, { tolerance: 0.5, deference: 0.4, ...hopeless }).events,
    ).toEqual([]);
    expect(quarrel({}, { tolerance: 0.5, deference: 0.4, ...hopeless }).events.length).toBeGreaterThan(0);
  });
});

describe('an under-payer', () => {
  const lazy = (more: TreatyMore, calculative: number) =>
    model({
      ticks: 20,
      actors: ['a', 'b', 'c'].map((id) => actor(id, { strategy: 'free-rider', loyalty: 0 })),
      dyadDefaults: { calculative, relational: calculative },
      treaties: [
        treaty('abc', ['a', 'b', 'c'], {
          targetRate: 0.5,
          monitoring: 0.5,
          sanction: 1,
          governance: 'majority',
          ...more,
        }),
      ],
      mechanisms: only({ contribute: [{ name: 'pledges' }], govern: [{ name: 'sanctions' }] }),
    });

  it('is fined where it is watched, and the fine costs both', () => {
    const of = lazy({}, 0.2);
    const events = replications(10, of).flatMap((history) => eventsOf(history, 'sanctioned'));
    expect(events.length).toBeGreaterThan(20);
    for (const { chance } of events) expect(chance!.draw).toBeLessThan(chance!.probability);
    const after = seek(replications(1, of)[0]!, 20).columns.resources;
    for (const stock of after) expect(stock).toBeLessThan(100);
  });

  it.each<[string, TreatyMore]>([
    ['where nobody watches', { monitoring: 0 }],
    ['where no sanction is agreed', { sanction: 0 }],
    ['where nothing was asked', { targetRate: 0 }],
  ])('is let be %s', (_, more) => {
    expect(replications(5, lazy(more, 0.2)).flatMap((history) => eventsOf(history, 'sanctioned'))).toEqual([]);
  });

  it('is forgiven by those who trust it less often than one who is not trusted is fined', () => {
    const fined = (trust: number) =>
      replications(10, lazy({ governance: 'consensus' }, trust)).flatMap((history) => eventsOf(history, 'sanctioned'))
        .length;
    expect(fined(0.1)).toBeGreaterThanOrEqual(fined(1));
  });
});

describe('one whom nobody trusts any more', () => {
  it('is put out by the others, unless the alliance is of two', () => {
    const distrusted = (members: string[]) =>
      model({
        ticks: 20,
        actors: ['a', 'b', 'c'].map((id) => actor(id, { resources: { arms: id === 'c' ? 1 : 100 } })),
        dyads: ['a', 'b'].map((from) => ({ from, to: 'c', mutual: false, calculative: 0, relational: 0 })),
        treaties: [treaty('abc', members, { governance: 'consensus' })],
        mechanisms: only({ govern: [{ name: 'expulsion' }] }),
      });
    const history = play(distrusted(['a', 'b', 'c']), '1');
    expect(eventsOf(history, 'expelled')).toMatchObject([{ alliance: 'abc', who: ['c'] }]);
    expect(allianceOf(seek(history, 20), 'abc')!.members.map(({ actor: k }) => k)).toEqual([0, 1]);
    expect(play(distrusted(['a', 'c']), '1').events).toEqual([]);
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
