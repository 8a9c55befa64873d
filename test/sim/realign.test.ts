import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlaced } from '../../sim/check.ts';
import { play, seek } from '../../sim/history.ts';
import { strikeBargain } from '../../sim/mechanisms/realign/bargain.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { always } from './arbitrary.ts';
import { actor, allianceOf, feeling, model, only, seeds, tell, treaty } from './hand.ts';

type TreatyMore = Parameters<typeof treaty>[2];
const still = { deliberation: 0 };
/** Only what players order, what notice brings and what terms end. */
const ordered = only({
  realign: [{ name: 'renewals' }, { name: 'moves', parameters: still }, { name: 'departures' }],
});
const decide = (tick: number, who: string, choice: object): Intervention =>
  ({ kind: 'decide', tick, actor: who, choice }) as Intervention;

const pair = (more: TreatyMore = {}, members = ['a', 'b'], ticksPerYear = 1) =>
  model({
    ticks: 40,
    ticksPerYear,
    actors: ['a', 'b', 'c'].map((id) => actor(id)),
    treaties: [treaty('pact', members, more)],
    mechanisms: ordered,
  });
const chronicle = (of: ReturnType<typeof model>, interventions: Intervention[]) =>
  play(of, '1', interventions).events.map(({ tick, kind, who }) => `${tick} ${kind} ${who.join(' ')}`);

describe('who leaves', () => {
  it.each([
    [2, 1, 5],
    [1.5, 4, 9],
    [0.5, 12, 9],
  ])(
    'after %d years of notice at %d ticks a year is gone at tick %d and not before',
    (exitNotice, ticksPerYear, gone) => {
      const of = pair({ exitNotice }, ['a', 'b', 'c'], ticksPerYear);
      const told = chronicle(of, [decide(3, 'b', { act: 'leave', alliance: 'pact' })]);
      expect(told).toEqual(['3 notice b', `${gone} left b`]);
    },
  );

  it('at once where no notice is owed', () => {
    expect(
      chronicle(pair({ exitNotice: 0 }, ['a', 'b', 'c']), [decide(3, 'b', { act: 'leave', alliance: 'pact' })]),
    ).toEqual(['3 notice b', '3 left b']);
  });

  it('leaves nothing behind where there were two', () => {
    const of = pair({ exitNotice: 1 });
    const leaving = [decide(3, 'b', { act: 'leave', alliance: 'pact' })];
    expect(chronicle(of, leaving)).toEqual(['3 notice b', '4 left b', '4 dissolved a']);
    expect(seek(play(of, '1', leaving), 5).alliances).toEqual([]);
    expect(tell(play(of, '1', leaving), 'dissolved')).toMatchObject([{ how: 'deserted' }]);
  });

  it('is remembered by those who stay', () => {
    const of = pair({ exitNotice: 1, formality: 1 }, ['a', 'b', 'c']);
    const after = seek(play(of, '1', [decide(3, 'b', { act: 'leave', alliance: 'pact' })]), 5);
    expect(feeling(of, after, 'relational', 'a', 'b')).toBeLessThan(0.5);
    expect(feeling(of, after, 'relational', 'a', 'c')).toBe(0.5);
    expect(feeling(of, after, 'relational', 'b', 'a')).toBe(0.5);
  });

  it('a hegemon, makes an enemy of it', () => {
    const of = pair({ exitNotice: 1, governance: 'hegemonic', leader: 'a' }, ['a', 'b', 'c']);
    const after = seek(play(of, '1', [decide(3, 'b', { act: 'leave', alliance: 'pact' })]), 5);
    expect(feeling(of, after, 'hostility', 'a', 'b')).toBeGreaterThan(0.2);
    expect(feeling(of, after, 'hostility', 'c', 'b')).toBe(0);
  });

  it('takes the lead along: the strongest who stays has it next', () => {
    const of = model({
      ticks: 10,
      actors: [
        actor('a', { resources: { arms: 300 } }),
        actor('b'),
        actor('c', { resources: { arms: 200 } }),
        actor('d'),
      ],
      treaties: [treaty('league', ['a', 'b', 'c', 'd'], { governance: 'hegemonic', leader: 'a', exitNotice: 0 })],
      mechanisms: ordered,
    });
    const history = play(of, '1', [decide(2, 'a', { act: 'leave', alliance: 'league' })]);
    expect(seek(history, 2).alliances[0]!.leader).toBe(0);
    expect(seek(history, 3).alliances[0]!.leader).toBe(2);
  });
});

describe('an order without occasion', () => {
  it.each([
    ['leave what one is not in', 'c', { act: 'leave', alliance: 'pact' }, 'leave pact'],
    ['leave what does not exist', 'a', { act: 'leave', alliance: 'gone' }, 'leave gone'],
    ['join what one is in', 'a', { act: 'join', alliance: 'pact' }, 'join pact'],
    ['join what does not exist', 'c', { act: 'join', alliance: 'gone' }, 'join gone'],
  ])('to %s is told as such', (_, who, choice, what) => {
    const history = play(pair(), '1', [decide(2, who, choice)]);
    expect(history.events).toMatchObject([{ kind: 'no-occasion', tick: 2, who: [who], what }]);
  });

  it('to enter beside an exclusive treaty of the purpose is told as such, and nobody does of its own', () => {
    const of = model({
      ticks: 10,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      treaties: [treaty('only', ['a', 'b'], { exclusive: true }), treaty('other', ['c', 'd'])],
      mechanisms: ordered,
    });
    const history = play(of, '1', [
      decide(1, 'a', { act: 'join', alliance: 'other' }),
      decide(1, 'a', { act: 'propose', to: 'c' }),
      decide(1, 'c', { act: 'propose', to: 'b' }),
    ]);
    expect(history.events.map(({ kind }) => kind)).toEqual(['no-occasion', 'no-occasion', 'no-occasion']);
  });
});

describe('a player', () => {
  it('who asks to be let in is let in or refused by the members', () => {
    const join = [decide(2, 'c', { act: 'join', alliance: 'pact' })];
    const ballots = (support: boolean) =>
      ['a', 'b'].map((who) => decide(2, who, { act: 'vote', alliance: 'pact', support }));
    expect(chronicle(pair(), [...join, ...ballots(true)])).toEqual(['2 joined c']);
    expect(chronicle(pair(), [...join, ...ballots(false)])).toEqual(['2 refused c']);
    const vetoed = play(pair({}, ['a', 'b']), '1', [...join, ballots(true)[0]!, ballots(false)[1]!]);
    expect(tell(vetoed, 'refused')).toMatchObject([{ deadlock: false }]);
  });

  it('who offers a treaty changes in it what it names, and nothing else', () => {
    const of = model({
      ticks: 4,
      actors: ['a', 'b'].map((id) => actor(id)),
      dyadDefaults: { calculative: 1, relational: 1 },
      threats: [{ id: 't', name: 'T', strength: 400, hostility: { a: 1, b: 1 }, proximity: { a: 1, b: 1 } }],
      mechanisms: { ...ordered, perceive: [{ name: 'observation' }] },
    });
    const founded = (clauses?: object) => {
      const checked = checkPlaced(
        [decide(1, 'a', { act: 'propose', to: 'b', ...(clauses && { clauses }) })],
        of.scenario,
      );
      if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
      return allianceOf(seek(play(of, '1', checked.value), 2), 'a-b-1')!.clauses;
    };
    expect(founded({ formality: 0.9 })).toEqual({ ...founded(), formality: 0.9 });
    expect(founded({})).toEqual(founded());
  });
});

describe('a treaty with a term', () => {
  it('that is still worth having is renewed when it is up', () => {
    const of = model({
      ticks: 16,
      actors: ['a', 'b'].map((id) => actor(id)),
      dyadDefaults: { calculative: 1, relational: 1 },
      threats: [{ id: 't', name: 'T', strength: 400, hostility: { a: 1, b: 1 }, proximity: { a: 1, b: 1 } }],
      treaties: [treaty('pact', ['a', 'b'], { term: 5 })],
      mechanisms: { ...ordered, perceive: [{ name: 'observation' }] },
    });
    expect(chronicle(of, [])).toEqual(['5 renewed a b', '10 renewed a b', '15 renewed a b']);
  });

  it('that is not lapses, and says why', () => {
    const of = model({
      ticks: 16,
      actors: ['a', 'b'].map((id) => actor(id, { autonomy: 1 })),
      dyadDefaults: { calculative: 0, relational: 0, hostility: 0.8 },
      treaties: [treaty('pact', ['a', 'b'], { term: 5, formality: 1 })],
      mechanisms: ordered,
    });
    const [event] = play(of, '1').events;
    expect(event).toMatchObject({ tick: 5, kind: 'dissolved', how: 'lapsed', who: ['a', 'b'] });
    expect(event!.score).toBeLessThan(0);
    expect(event!.because.length).toBeGreaterThan(1);
  });

  it('and older than it was renewed before the world began', () => {
    const of = pair({ term: 5, age: 7 });
    expect(play(of, '1').events[0]!.tick).toBe(3);
  });

  it('of a scenario may be cancelled by a person', () => {
    const of = model({
      ticks: 5,
      actors: [actor('a'), actor('b')],
      treaties: [treaty('pact', ['a', 'b'])],
      mechanisms: only({ shock: [{ name: 'interventions' }] }),
    });
    const history = play(of, '1', [{ kind: 'cancel', tick: 2, what: 'treaty', id: 'pact' }]);
    expect(tell(history, 'dissolved')).toMatchObject([{ tick: 2, how: 'cancelled' }]);
  });
});

describe('a bargain over two quotas', () => {
  it.each<[string, Parameters<typeof strikeBargain>, [number, number] | undefined]>([
    ['between equals moves nothing', [1, 1, [10, 10], [100, 100], 1], [10, 10]],
    ['lets who gains more carry more, until both gain alike', [1.1, 0.9, [10, 10], [100, 100], 1], [20, 0]],
    ['splits the surplus where neither limit binds', [1.05, 0.95, [10, 10], [100, 100], 1], [15, 5]],
    ['weighs what a shift costs each', [1.02, 0.98, [10, 10], [300, 100], 1], [13, 7]],
    ['brings in one to whom it was not worth it', [0.3, -0.05, [10, 10], [100, 100], 1], [20, 0]],
    ['stops where the other pays nothing', [9, 1, [10, 4], [100, 100], 1], [14, 0]],
    ['fails where together they lose', [0.5, -0.6, [10, 10], [100, 100], 1], undefined],
    ['fails where no quota can make up for the loss', [2, -1, [10, 10], [100, 100], 1], undefined],
    ['fails over nothing at all', [0, 0, [10, 10], [100, 100], 1], undefined],
    ['leaves the quotas where effort weighs nothing', [1, 1, [10, 5], [100, 100], 0], [10, 5]],
    ['needs both where nothing can be shifted', [1, -0.5, [10, 5], [100, 0], 1], undefined],
  ])('%s', (_, args, expected) => {
    const found = strikeBargain(...args);
    if (!expected) expect(found).toBeUndefined();
    else
      expected.forEach((quota, k) => {
        expect(found![k]).toBeCloseTo(quota, 9);
      });
  });

  it('leaves both better off than without it, asks the same together, and nobody for less than nothing or more than all', () => {
    const worth = fc.integer({ min: -300, max: 300 }).map((x) => x / 100);
    const share = fc.integer({ min: 0, max: 100 }).map((x) => x / 100);
    const budget = fc.integer({ min: 1, max: 500 });
    always(
      fc.record({
        own: worth,
        their: worth,
        s0: share,
        s1: share,
        b0: budget,
        b1: budget,
        weight: fc.integer({ min: 1, max: 5 }),
      }),
      ({ own, their, s0, s1, b0, b1, weight }) => {
        const [q0, q1] = [s0 * b0, s1 * b1];
        const found = strikeBargain(own, their, [q0, q1], [b0, b1], weight);
        if (own > 0 && their > 0) expect(found).toBeDefined();
        if (!found) return;
        const [p0, p1] = found;
        expect(p0 + p1).toBeCloseTo(q0 + q1, 9);
        expect(Math.min(p0, p1)).toBeGreaterThanOrEqual(-1e-9);
        expect(p0).toBeLessThanOrEqual(b0 + 1e-9);
        expect(p1).toBeLessThanOrEqual(b1 + 1e-9);
        expect(own - (weight * (p0 - q0)) / b0).toBeGreaterThan(-1e-9);
        expect(their - (weight * (p1 - q1)) / b1).toBeGreaterThan(-1e-9);
        // Which of the two speaks first does not matter.
        const turned = strikeBargain(their, own, [q1, q0], [b1, b0], weight);
        expect(turned![0]).toBeCloseTo(p1, 9);
        expect(turned![1]).toBeCloseTo(p0, 9);
      },
      2_000,
    );
  });
});

describe('left to themselves', () => {
  /** Four alike; a common foe, or none. */
  const quartet = (strength: number) =>
    model({
      ticks: 25,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.6, relational: 0.6 },
      threats: [
        {
          id: 't',
          name: 'T',
          strength,
          hostility: { a: 0.9, b: 0.9, c: 0.9, d: 0.9 },
          proximity: { a: 1, b: 1, c: 1, d: 1 },
        },
      ],
      mechanisms: { crisis: [] },
    });
  const defended = (of: ReturnType<typeof model>) =>
    seeds(12, of).filter((history) =>
      tell(history, 'founded').some((event) => event.kind === 'founded' && event.obligations.includes('defence')),
    ).length;

  it('actors under a common threat seek each other’s defence', () => {
    expect(defended(quartet(300))).toBeGreaterThan(6);
    expect(defended(quartet(300))).toBeGreaterThanOrEqual(defended(quartet(0)));
  });

  it('those who hate each other do not ally', () => {
    const of = model({
      ticks: 25,
      actors: ['a', 'b'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.1, relational: 0.1, hostility: 1 },
      mechanisms: { crisis: [] },
    });
    expect(seeds(10, of).flatMap((history) => tell(history, 'founded'))).toEqual([]);
  });

  it('every founding, joining and leaving gives its reasons and the choice not taken', () => {
    const told = seeds(6, quartet(300)).flatMap((history) => tell(history, 'founded', 'joined', 'notice'));
    expect(told.length).toBeGreaterThan(10);
    for (const { because, score, runnerUp } of told) {
      expect(because.length).toBeGreaterThan(1);
      expect(score! + 1e-9).toBeGreaterThanOrEqual(runnerUp!.score);
    }
  });
});
