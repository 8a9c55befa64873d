import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlaced } from '../../../../sim/check/check.ts';
import { seek } from '../../../../sim/history/history.ts';
import { play } from '../../../../sim/history/record.ts';
import { nashShift, powerOf } from '../../../../sim/mechanisms/realign/bargain/bargain.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { always } from '../../arbitrary.ts';
import { actor, allianceOf, dyadValue, eventsOf, model, only, replications, treaty } from '../../builders.ts';

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
      const events = chronicle(of, [decide(3, 'b', { act: 'leave', alliance: 'pact' })]);
      expect(events).toEqual(['3 notice b', `${gone} left b`]);
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
    expect(eventsOf(play(of, '1', leaving), 'dissolved')).toMatchObject([{ how: 'deserted' }]);
  });

  it('is remembered by those who stay', () => {
    const of = pair({ exitNotice: 1, formality: 1 }, ['a', 'b', 'c']);
    const after = seek(play(of, '1', [decide(3, 'b', { act: 'leave', alliance: 'pact' })]), 5);
    expect(dyadValue(of, after, 'relational', 'a', 'b')).toBeLessThan(0.5);
    expect(dyadValue(of, after, 'relational', 'a', 'c')).toBe(0.5);
    expect(dyadValue(of, after, 'relational', 'b', 'a')).toBe(0.5);
  });

  it('a hegemon, makes an enemy of it', () => {
    const of = pair({ exitNotice: 1, governance: 'hegemonic', leader: 'a' }, ['a', 'b', 'c']);
    const after = seek(play(of, '1', [decide(3, 'b', { act: 'leave', alliance: 'pact' })]), 5);
    expect(dyadValue(of, after, 'hostility', 'a', 'b')).toBeGreaterThan(0.2);
    expect(dyadValue(of, after, 'hostility', 'c', 'b')).toBe(0);
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
    expect(eventsOf(vetoed, 'refused')).toMatchObject([{ deadlock: false }]);
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
    expect(eventsOf(history, 'dissolved')).toMatchObject([{ tick: 2, how: 'cancelled' }]);
  });
});

const side = (worth: number, quota: number, budget: number, without = 0) => ({ worth, quota, budget, without });

describe('a bargain over two quotas', () => {
  it.each<[string, Parameters<typeof nashShift>, number | undefined]>([
    ['between equals moves nothing', [side(1, 10, 100), side(1, 10, 100), 1, 0.5], 0],
    ['lets who gains more carry more', [side(1.1, 10, 100), side(0.9, 10, 100), 1, 0.5], 10],
    ['splits the surplus where no limit binds', [side(1.05, 10, 100), side(0.95, 10, 100), 1, 0.5], 5],
    // ½ · 1.02 · 300 − ½ · 0.98 · 100 = 104, beyond all that the other pays.
    ['lets him pay to whom effort costs least', [side(1.02, 10, 300), side(0.98, 10, 100), 1, 0.5], 10],
    ['finds Nash’s point where budgets differ', [side(0.1, 30, 300), side(0.2, 30, 100), 1, 0.5], 5],
    ['brings in one to whom it was not worth it', [side(0.3, 10, 100), side(-0.05, 10, 100), 1, 0.5], 10],
    // In score they lose 0.1 together; but what costs the rich 0.05 gives the poor 0.5.
    [
      'brings him in though the scores sum to less than nothing',
      [side(0.3, 50, 1000), side(-0.4, 50, 100), 1, 0.5],
      50,
    ],
    ['stops where the other pays nothing', [side(9, 10, 100), side(1, 4, 100), 1, 0.5], 4],
    ['fails where together they lose', [side(0.5, 10, 100), side(-0.6, 10, 100), 1, 0.5], undefined],
    ['fails where no quota can make up for it', [side(2, 10, 100), side(-1, 10, 100), 1, 0.5], undefined],
    ['fails over nothing at all', [side(0, 10, 100), side(0, 10, 100), 1, 0.5], undefined],
    ['leaves the quotas where effort weighs nothing', [side(1, 10, 100), side(1, 5, 100), 0, 0.5], 0],
    ['needs both where nothing can be shifted', [side(1, 10, 100), side(-0.5, 5, 0), 1, 0.5], undefined],
    ['favours him who has something else', [side(1, 10, 100, 0.1), side(1, 10, 100), 1, 0.5], -5],
    ['fails where both have better', [side(1, 10, 100, 1), side(1, 10, 100, 1.1), 1, 0.5], undefined],
    ['favours the mighty', [side(0.1, 10, 100), side(0.1, 10, 100), 1, 0.75], -5],
  ])('%s', (_, args, expected) => {
    const found = nashShift(...args);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(expected, 9);
  });

  it('counts strength as power only as far as it is told to', () => {
    expect(powerOf(3, 1, 0)).toBe(0.5);
    expect(powerOf(3, 1, 1)).toBe(0.75);
    expect(powerOf(3, 1, 0.5)).toBe(0.625);
    expect(powerOf(0, 0, 1)).toBe(0.5);
  });

  it('leaves both above what they have without it, none beyond its means, and no shift has a larger product of gains', () => {
    const worth = fc.integer({ min: -300, max: 300 }).map((x) => x / 100);
    const share = fc.integer({ min: 0, max: 100 }).map((x) => x / 100);
    const one = fc
      .record({ worth, without: share, share, budget: fc.integer({ min: 1, max: 500 }) })
      .map(({ share: s, budget, ...more }) => ({ ...more, budget, quota: s * budget }));
    always(
      fc.record({ a: one, b: one, weight: fc.integer({ min: 1, max: 5 }), power: fc.constantFrom(0.2, 0.5, 0.9) }),
      ({ a, b, weight, power }) => {
        const found = nashShift(a, b, weight, power);
        const gains = (x: number) => [
          a.worth - a.without - (weight * x) / a.budget,
          b.worth - b.without + (weight * x) / b.budget,
        ];
        const product = (x: number) => {
          const [u, v] = gains(x) as [number, number];
          return u > 0 && v > 0 ? u ** power * v ** (1 - power) : 0;
        };
        const low = Math.max(-a.quota, -2 * b.quota, b.quota - b.budget);
        const high = Math.min(b.quota, 2 * a.quota, a.budget - a.quota);
        const best = Math.max(...Array.from({ length: 101 }, (_, k) => product(low + ((high - low) * k) / 100)));
        if (found === undefined) {
          expect(best).toBeLessThan(1e-6);
          return;
        }
        expect(found).toBeGreaterThanOrEqual(low - 1e-9);
        expect(found).toBeLessThanOrEqual(high + 1e-9);
        expect(Math.min(...gains(found))).toBeGreaterThan(0);
        expect(product(found)).toBeGreaterThanOrEqual(best - 1e-9);
        // Which of the two speaks first does not matter.
        expect(nashShift(b, a, weight, 1 - power)).toBeCloseTo(-found, 7);
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
    replications(12, of).filter((history) =>
      eventsOf(history, 'founded').some((event) => event.kind === 'founded' && event.obligations.includes('defence')),
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
    expect(replications(10, of).flatMap((history) => eventsOf(history, 'founded'))).toEqual([]);
  });

  it('every founding, joining and leaving gives its reasons and the choice not taken', () => {
    const events = replications(6, quartet(300)).flatMap((history) => eventsOf(history, 'founded', 'joined', 'notice'));
    expect(events.length).toBeGreaterThan(10);
    for (const { because, score, runnerUp } of events) {
      expect(because.length).toBeGreaterThan(1);
      expect(score! + 1e-9).toBeGreaterThanOrEqual(runnerUp!.score);
    }
  });
});

describe('two alliances of one purpose', () => {
  const near = { calculative: 0.9, relational: 0.9 };
  /** a–b and b–c under one menace, or c far from any danger and trusted by nobody. */
  const chain = (more: TreatyMore, dyads: NonNullable<Parameters<typeof model>[0]['dyads']> = [], mechanism = {}) =>
    model({
      ticks: 12,
      actors: ['a', 'b', 'c'].map((id) => actor(id)),
      dyadDefaults: near,
      dyads,
      threats: [
        {
          id: 't',
          name: 'T',
          strength: 400,
          hostility: { a: 1, b: 1, c: 1 },
          proximity: { a: 1, b: 1, c: 1 },
        },
      ],
      treaties: [treaty('ab', ['a', 'b'], { age: 3, ...more }), treaty('bc', ['b', 'c'], more)],
      mechanisms: only({
        perceive: [{ name: 'observation' }],
        realign: [{ name: 'mergers', parameters: { every: 1, ...mechanism } }],
      }),
    });

  it('that share a member become one where all gain by it, the younger in the older', () => {
    const history = play(chain({}), '1');
    const [event] = eventsOf(history, 'merged');
    expect(event).toMatchObject({ alliance: 'bc', into: 'ab' });
    expect(event!.because.length).toBeGreaterThan(1);
    expect(seek(history, 12).alliances.map(({ id, members }) => [id, members.length])).toEqual([['ab', 3]]);
  });

  it('stay two where a member has cause to fear the other’s, or they ask different things', () => {
    const foes = [{ from: 'a', to: 'c', calculative: 0, relational: 0, hostility: 1 }];
    expect(eventsOf(play(chain({}, foes), '1'), 'merged')).toEqual([]);
    const of = chain({});
    const [ab, bc] = of.scenario.treaties;
    const unlike = model({
      ...of.scenario,
      treaties: [ab!, { ...bc!, obligations: ['consultation'] }],
    } as Parameters<typeof model>[0]);
    expect(eventsOf(play(unlike, '1'), 'merged')).toEqual([]);
  });

  it('stay two where the union would have to be exclusive and one is bound elsewhere', () => {
    const of = model({
      ticks: 12,
      actors: ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
      dyadDefaults: near,
      treaties: [
        treaty('ab', ['a', 'b'], { exclusive: true, leader: 'a' }),
        treaty('cd', ['c', 'd'], { leader: 'c' }),
        treaty('de', ['d', 'e']),
      ],
      mechanisms: only({ realign: [{ name: 'mergers', parameters: { every: 1, threshold: 0 } }] }),
    });
    for (const history of replications(5, of))
      expect(eventsOf(history, 'merged').filter((event) => event.kind === 'merged' && event.into === 'ab')).toEqual([]);
  });
});

describe('an alliance of two camps', () => {
  const camps = (across: number, more: TreatyMore = {}) =>
    model({
      ticks: 30,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.8, relational: 0.8 },
      dyads: ['a', 'b'].flatMap((from) =>
        ['c', 'd'].map((to) => ({ from, to, calculative: across, relational: across })),
      ),
      treaties: [treaty('league', ['a', 'b', 'c', 'd'], { leader: 'c', ...more })],
      mechanisms: only({ realign: [{ name: 'splits' }] }),
    });

  it('breaks between them, and those without the leader go', () => {
    for (const exclusive of [false, true]) {
      const history = play(camps(0.1, { exclusive }), '1');
      const [event] = eventsOf(history, 'split');
      expect(event).toMatchObject({ from: 'league', who: ['a', 'b'] });
      expect(event!.chance!.draw).toBeLessThan(event!.chance!.probability);
      expect(seek(history, 30).alliances.map(({ members }) => members.map((member) => member.actor))).toEqual([
        [2, 3],
        [0, 1],
      ]);
    }
  });

  it('holds where the camps still trust each other', () => {
    expect(replications(10, camps(0.7)).flatMap((history) => eventsOf(history, 'split'))).toEqual([]);
  });
});

describe('one who has found something better', () => {
  /** c is in a treaty with the weak d; the strong a and b, whom it trusts, would have it. */
  const tempted = (exclusive: boolean) =>
    model({
      ticks: 12,
      actors: [
        actor('a', { resources: { arms: 400 } }),
        actor('b', { resources: { arms: 400 } }),
        actor('c'),
        actor('d', { resources: { arms: 5 } }),
      ],
      dyadDefaults: { calculative: 0.9, relational: 0.9 },
      threats: [{ id: 't', name: 'T', strength: 800, hostility: { c: 1, a: 1 }, proximity: { c: 1, a: 1 } }],
      treaties: [
        treaty('strong', ['a', 'b'], { exclusive }),
        treaty('weak', ['c', 'd'], { formality: 0.1, exitNotice: 0 }),
      ],
      mechanisms: only({
        perceive: [{ name: 'observation' }],
        realign: [
          { name: 'moves', parameters: { deliberation: 1, calm: 1, noise: 0, initiative: 0.1 } },
          { name: 'departures' },
        ],
      }),
    });

  it('leaves the one for the other where an exclusive treaty forbids both, and is not in both at any time', () => {
    const history = play(tempted(true), '1');
    const kinds = history.events.filter(({ who }) => who[0] === 'c').map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['notice', 'left', 'joined']);
    const [notice] = eventsOf(history, 'notice');
    expect(notice!.because.some(({ term }) => term === 'left behind' || term === 'security')).toBe(true);
  });

  it('holds both where nothing forbids it', () => {
    const of = tempted(false);
    const kinds = play(of, '1').events.filter(({ who }) => who[0] === 'c');
    expect(kinds.map(({ kind }) => kind)).toContain('joined');
    expect(kinds.map(({ kind }) => kind)).not.toContain('notice');
  });
});

describe('over the years', () => {
  /** Four under a menace that a shock takes away after ten years. */
  const menaced = () =>
    model({
      ticks: 40,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.6, relational: 0.6 },
      threats: [
        {
          id: 't',
          name: 'T',
          strength: 300,
          hostility: { a: 0.9, b: 0.9, c: 0.9, d: 0.9 },
          proximity: { a: 1, b: 1, c: 1, d: 1 },
        },
      ],
      mechanisms: { crisis: [] },
    });
  const peace: Intervention[] = [{ kind: 'set', tick: 15, path: 'threats.t.strength', value: 0 }];
  const standing = (t: number, interventions: Intervention[]) =>
    replications(12, menaced(), interventions).reduce(
      (sum, history) =>
        sum + seek(history, t).alliances.filter(({ clauses }) => clauses.obligations.includes('defence')).length,
      0,
    );

  it('alliances outlive the threat that made them, but not for ever', () => {
    const [before, soon, later] = [standing(15, peace), standing(17, peace), standing(40, peace)];
    expect(before).toBeGreaterThan(6);
    expect(soon).toBeGreaterThan(before / 2);
    expect(later).toBeLessThan(soon);
    expect(later).toBeLessThan(standing(40, []));
  });

  /** A treaty between ill-matched partners that is up for renewal every three years. */
  const failing = (sunkCost: number) =>
    model({
      ticks: 40,
      actors: ['a', 'b'].map((id) => actor(id, { autonomy: 0.5, biases: { sunkCost } })),
      dyadDefaults: { calculative: 0.3, relational: 0.3, hostility: 0.4 },
      treaties: [treaty('pact', ['a', 'b'], { term: 3, formality: 0.7, age: 6 })],
      mechanisms: only({ realign: [{ name: 'renewals' }] }),
    });
  const lasts = (of: ReturnType<typeof model>) =>
    replications(30, of).reduce((sum, history) => sum + (eventsOf(history, 'dissolved')[0]?.tick ?? 40), 0);

  it('what has been put into a failing alliance prolongs it', () => {
    expect(lasts(failing(1))).toBeGreaterThan(lasts(failing(0)));
  });

  /** The strong gain a say, the weak protection: Morrow 1991. Both pairs have the same strength together. */
  const couple = (a: number, b: number) =>
    model({
      ticks: 60,
      actors: [
        actor('a', { resources: { arms: a }, autonomy: 0.6 }),
        actor('b', { resources: { arms: b }, autonomy: a === b ? 0.6 : 0.1 }),
        actor('x', { resources: { arms: 100 } }),
      ],
      dyads: [
        { from: 'a', to: 'b', calculative: 0.5, relational: 0.5, hostility: 0.15 },
        { from: 'a', to: 'x', hostility: 0.4, calculative: 0.2, relational: 0.2 },
        { from: 'b', to: 'x', hostility: 0.4, calculative: 0.2, relational: 0.2 },
      ],
      treaties: [treaty('pact', ['a', 'b'], { term: 4, formality: 0.8 })],
      mechanisms: only({
        perceive: [{ name: 'observation' }],
        realign: [{ name: 'renewals', parameters: { inertia: 0, noise: 0.2 } }],
      }),
    });

  it('alliances of unequals outlast those of equals', () => {
    expect(lasts(couple(180, 20))).toBeGreaterThan(lasts(couple(100, 100)));
  });
});

describe('those who may found treaties for other ends', () => {
  const traders = (purposes?: string[]) =>
    model({
      ticks: 20,
      resources: [
        { id: 'grain', name: 'Grain', unit: 't' },
        { id: 'iron', name: 'Iron', unit: 't' },
      ],
      actors: [actor('a', { resources: { grain: 100, iron: 5 } }), actor('b', { resources: { grain: 5, iron: 100 } })],
      dyadDefaults: { calculative: 0.8, relational: 0.8 },
      mechanisms: only({
        perceive: [{ name: 'observation' }],
        realign: [
          {
            name: 'moves',
            parameters: { deliberation: 1, calm: 1, noise: 0, initiative: 0.02, ...(purposes && { purposes }) },
          },
        ],
      }),
    });
  const purposesOf = (of: ReturnType<typeof model>) =>
    eventsOf(play(of, '1'), 'founded').map((event) => (event.kind === 'founded' ? event.purpose : ''));

  it('trade what the other lacks, once', () => {
    const purposes = purposesOf(traders(['defensive', 'political', 'economic']));
    expect(purposes.filter((purpose) => purpose === 'economic')).toEqual(['economic']);
  });

  it('do not where the scenario knows security alone', () => {
    expect(purposesOf(traders())).not.toContain('economic');
  });
});
