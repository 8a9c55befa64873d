import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { seek } from '../../../../sim/history/history.ts';
import { play } from '../../../../sim/history/record.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { FOES } from '../../../../sim/world/columns.ts';
import { actor, dyadValue, eventsOf, model, only, replications, treaty } from '../../builders.ts';

const phases = only({
  shock: [{ name: 'fading' }, { name: 'scheduled-shocks' }, { name: 'random-shocks' }, { name: 'interventions' }],
});
type Shocks = NonNullable<Parameters<typeof model>[0]['shocks']>;
type Change = Shocks[number]['changes'][number];

const world = (changes: Change[], more: Partial<Shocks[number]> = {}, ticksPerYear = 1) =>
  model({
    ticks: 60,
    ticksPerYear,
    interests: [
      { id: 'land', name: 'Land', low: 'no', high: 'yes' },
      { id: 'sea', name: 'Sea', low: 'no', high: 'yes' },
    ],
    actors: [actor('a', { resources: { arms: 80 } }), actor('b', { resources: { arms: 120 } })],
    threats: [{ id: 't', name: 'T', strength: 200, hostility: { a: 0.5 } }],
    treaties: [treaty('ab', ['a', 'b'], { formality: 0.7 })],
    shocks: [{ id: 'storm', name: 'Storm', family: 'power', at: 5, changes, ...more }],
    mechanisms: phases,
  });

/** What a figure of the state was at each of these ticks. */
const course = (
  of: ReturnType<typeof model>,
  figure: (state: ReturnType<typeof seek>) => number,
  ticks: readonly number[],
  interventions: Intervention[] = [],
): number[] => {
  const history = play(of, '1', interventions);
  return ticks.map((t) => figure(seek(history, t)));
};
const arms = (state: ReturnType<typeof seek>): number => state.columns.resources[0]!;
const autonomy = (state: ReturnType<typeof seek>): number => state.columns.autonomy[0]!;
const at = { target: { actors: ['a'] } };

describe('a shock', () => {
  it('strikes in the tick of its date, for good where no duration is given', () => {
    const of = world([{ ...at, field: 'autonomy', operation: 'add', amount: 0.25 }]);
    expect(course(of, autonomy, [5, 6, 60])).toEqual([0.5, 0.75, 0.75]);
    expect(eventsOf(play(of, '1'), 'shock')).toMatchObject([
      { tick: 5, by: 'scheduled-shocks', shock: 'storm', who: ['a'] },
    ]);
  });

  it.each([
    ['scale', 0.5, 40],
    ['scale', 3, 240],
    ['add', 45, 125],
    ['add', -45, 35],
    ['set', 7, 7],
    ['scale', 0, 0],
    ['add', -500, 0],
  ] as const)(
    'that does not last (%s %d) is over to the last bit when its years are up',
    (operation, amount, struck) => {
      const of = world([{ ...at, field: 'resources.arms', operation, amount, duration: 3 }]);
      expect(course(of, arms, [5, 6, 7, 8])).toEqual([80, struck, struck, struck]);
      for (const value of course(of, arms, [9, 60])) expect(value).toBeCloseTo(80, 12);
      expect(eventsOf(play(of, '1'), 'shock-over')).toMatchObject([{ tick: 8, shock: 'storm' }]);
    },
  );

  it.each(['scale', 'add'] as const)('fades by half each half-life (%s), and in the end is gone', (operation) => {
    const amount = operation === 'scale' ? 3 : 160;
    const of = world([{ ...at, field: 'resources.arms', operation, amount, duration: 2, halfLife: 2 }]);
    const [during, , two, four, end] = course(of, arms, [6, 7, 9, 11, 60]);
    expect(during).toBe(240);
    expect(two).toBeCloseTo(80 + 160 / 2, 9);
    expect(four).toBeCloseTo(80 + 160 / 4, 9);
    expect(end).toBeCloseTo(80, 9);
  });

  it('in a world that moved on meanwhile takes back what it gave: a factor of a stock, a sum of a feeling', () => {
    const move: Intervention[] = [
      { kind: 'set', tick: 6, path: 'actors.a.resources.arms', value: 320 },
      { kind: 'set', tick: 6, path: 'actors.a.autonomy', value: 0.6 },
    ];
    const of = world([
      { ...at, field: 'resources.arms', operation: 'scale', amount: 2, duration: 3 },
      { ...at, field: 'autonomy', operation: 'add', amount: 0.25, duration: 3 },
    ]);
    expect(course(of, arms, [6, 7, 9], move)).toEqual([160, 320, 160]);
    expect(course(of, autonomy, [6, 7, 9], move)[2]).toBeCloseTo(0.35, 12);
  });

  it('that runs into the end of a scale takes back only what it moved', () => {
    const of = world([{ ...at, field: 'autonomy', operation: 'add', amount: 5, duration: 2 }]);
    expect(course(of, autonomy, [6, 7, 8])).toEqual([1, 1, 0.5]);
  });

  it('over what matters to an actor keeps its saliences a whole, and gives them back', () => {
    const of = world([{ ...at, field: 'salience.land', operation: 'scale', amount: 3, duration: 2 }]);
    const land = (state: ReturnType<typeof seek>) => state.columns.salience[0]!;
    expect(course(of, land, [5, 6])).toEqual([0.5, 0.75]);
    expect(course(of, land, [60])[0]).toBeCloseTo(0.5, 12);
    expect(course(of, (state) => state.columns.salience[0]! + state.columns.salience[1]!, [6, 8, 60])).toEqual([
      1, 1, 1,
    ]);
  });

  it('to a treaty is taken back too, and forgotten with a treaty that is gone', () => {
    const of = world([
      { target: { alliances: 'all' }, field: 'formality', operation: 'set', amount: 0.1, duration: 4 },
    ]);
    const formality = (state: ReturnType<typeof seek>) => state.alliances[0]?.clauses.formality ?? -1;
    expect(course(of, formality, [5, 6, 10])).toEqual([0.7, 0.1, expect.closeTo(0.7, 12)]);
    const gone: Intervention[] = [{ kind: 'cancel', tick: 7, what: 'treaty', id: 'ab' }];
    expect(course(of, formality, [10], gone)).toEqual([-1]);
    expect(eventsOf(play(of, '1', gone), 'dissolved', 'shock-over').map(({ kind }) => kind)).toEqual([
      'dissolved',
      'shock-over',
    ]);
  });

  it('to a threat is in the scenario’s unit, added, set or computed', () => {
    const strength = (state: ReturnType<typeof seek>) => state.columns.threatStrength[0]!;
    const struck = (operation: 'add' | 'set' | 'scale', amount: number | string) =>
      course(world([{ target: { threats: ['t'] }, field: 'strength', operation, amount }]), strength, [6])[0];
    // The mean strength of the two actors is 100.
    expect(struck('add', 100)).toBeCloseTo(3, 12);
    expect(struck('set', 50)).toBeCloseTo(0.5, 12);
    expect(struck('scale', 2)).toBeCloseTo(4, 12);
    expect(struck('set', 'value + 10')).toBeCloseTo(2.1, 12);
    const set: Intervention[] = [{ kind: 'set', tick: 3, path: 'threats.t.strength', value: 70 }];
    expect(course(world([{ ...at, field: 'autonomy', operation: 'set', amount: 1 }]), strength, [4], set)).toEqual([
      0.7,
    ]);
  });

  it('between the members of a group strikes both ways, one from an actor only its own', () => {
    const one = { from: 'a', to: 'b' };
    const hostility = (target: Change['target']) => {
      const of = world([{ target, field: 'hostility', operation: 'set', amount: 1 }]);
      const state = seek(play(of, '1'), 6);
      return [dyadValue(of, state, 'hostility', 'a', 'b'), dyadValue(of, state, 'hostility', 'b', 'a')];
    };
    expect(hostility({ dyads: [one] })).toEqual([1, 0]);
    expect(hostility({ among: 'all' })).toEqual([1, 1]);
  });

  it('whose formula divides by nought changes nothing', () => {
    const of = world([{ ...at, field: 'resources.arms', operation: 'set', amount: '1 / (value - value)' }]);
    expect(course(of, arms, [6, 60])).toEqual([80, 80]);
  });

  it('of the year it strikes in can speak of it', () => {
    const of = world([{ ...at, field: 'resources.arms', operation: 'set', amount: 'year * 10' }], { at: 5.5 }, 4);
    expect(course(of, arms, [22, 23])).toEqual([80, 55]);
  });

  it('that an alliance brought about stays out unless it is asked for', () => {
    const of = world([{ ...at, field: 'autonomy', operation: 'set', amount: 1 }], { expost: true });
    expect(course(of, autonomy, [60])).toEqual([0.5]);
  });

  it('without a date comes by its hazard, about as often a year whatever a tick is', () => {
    const counts = [1, 12].map((ticksPerYear) => {
      const of = world(
        [{ ...at, field: 'autonomy', operation: 'set', amount: 1, duration: 0 }],
        { at: undefined, hazard: 0.2 },
        ticksPerYear,
      );
      const history = play(of, '1', [], { ticks: 2_000 * ticksPerYear });
      for (const { chance } of eventsOf(history, 'shock')) expect(chance!.draw).toBeLessThan(chance!.probability);
      // Years with at least one: a hazard of 0.2 a year.
      return new Set(eventsOf(history, 'shock').map(({ tick }) => Math.floor(tick / ticksPerYear))).size / 2_000;
    });
    for (const share of counts) expect(Math.abs(share - 0.2)).toBeLessThan(0.045);
  });
});

describe('a person', () => {
  const temporary: Change = {
    ...at,
    field: 'resources.arms',
    operation: 'scale',
    amount: 2,
    duration: 20,
    halfLife: 5,
  };

  it('may call off a shock before it comes', () => {
    const cancel: Intervention[] = [{ kind: 'cancel', tick: 4, what: 'shock', id: 'storm' }];
    const of = world([temporary]);
    expect(course(of, arms, [6, 60], cancel)).toEqual([80, 80]);
    expect(eventsOf(play(of, '1', cancel), 'shock')).toEqual([]);
  });

  it('may take it back while it stands, and while it fades', () => {
    for (const tick of [10, 28]) {
      const cancel: Intervention[] = [{ kind: 'cancel', tick, what: 'shock', id: 'storm' }];
      const [before, after, end] = course(world([temporary]), arms, [tick, tick + 1, 60], cancel);
      expect(before).toBeGreaterThan(80);
      expect(after).toBeCloseTo(80, 12);
      expect(end).toBeCloseTo(80, 12);
    }
  });

  it('may let one of their own strike, and take it back', () => {
    const of = world([{ ...at, field: 'autonomy', operation: 'set', amount: 1 }]);
    const own: Intervention[] = [
      {
        kind: 'shock',
        tick: 10,
        shock: {
          id: 'flood',
          name: 'Flood',
          family: 'disaster',
          expost: false,
          changes: [{ ...temporary, duration: 20, halfLife: 0 } as never],
        },
      },
      { kind: 'cancel', tick: 15, what: 'shock', id: 'flood' },
    ];
    expect(course(of, arms, [10, 11, 15], own)).toEqual([80, 160, 160]);
    expect(course(of, arms, [16, 60], own)).toEqual([80, 80]);
    expect(eventsOf(play(of, '1', own), 'intervention').map(({ tick, who }) => [tick, who])).toEqual([
      [10, ['a']],
      [15, []],
    ]);
  });

  it('may set a figure, a clause or a parameter, within its range; one that is not there is no occasion', () => {
    const of = model({
      actors: [actor('a'), actor('b')],
      treaties: [treaty('ab', ['a', 'b'])],
      parameters: { p: 1 },
      mechanisms: phases,
    });
    const history = play(of, '1', [
      { kind: 'set', tick: 1, path: 'actors.a.loyalty', value: 3 },
      { kind: 'set', tick: 1, path: 'dyads.a.b.proximity', value: 0.25 },
      { kind: 'set', tick: 1, path: 'alliances.ab.exitNotice', value: 7 },
      { kind: 'set', tick: 1, path: 'alliances.gone.exitNotice', value: 7 },
      { kind: 'set', tick: 1, path: 'parameters.p', value: -2 },
      { kind: 'cancel', tick: 1, what: 'treaty', id: 'gone' },
    ]);
    const state = seek(history, 2);
    expect(state.columns.loyalty[0]).toBe(1);
    expect([...state.columns.proximity]).toEqual([0, 0.25, 0.25, 0]);
    expect(state.alliances[0]!.clauses.exitNotice).toBe(7);
    expect([...state.parameters]).toEqual([-2]);
    expect(eventsOf(history, 'no-occasion').map((event) => 'what' in event && event.what)).toEqual([
      'alliances.gone.exitNotice = 7',
      'cancel gone',
    ]);
  });
});

describe('what is recorded of the world', () => {
  it('moves its stocks by the recorded ratio, not by the level', () => {
    const of = model({
      ticks: 24,
      ticksPerYear: 4,
      resources: [{ id: 'arms', name: 'Arms', unit: 'points', growth: 0 }],
      actors: [actor('a', { resources: { arms: 50 } }), actor('b', { resources: { arms: 10 } })],
      capabilities: [{ resource: 'arms', years: [0, 1, 2, 3], values: { a: [100, 110, 55, 55], b: [0, 7, 7, 14] } }],
      mechanisms: only({ grow: [{ name: 'growth' }] }),
    });
    const stocks = [0, 3, 4, 7, 8, 11, 12, 24].map((t) => [...seek(play(of, '1'), t).columns.resources]);
    const expected = [50, 50, 55, 55, 27.5, 27.5, 27.5, 27.5].map((a, k) => [a, k < 6 ? 10 : 20]);
    stocks.forEach((pair, k) => {
      expect(pair[0]).toBeCloseTo(expected[k]![0]!, 9);
      expect(pair[1]).toBeCloseTo(expected[k]![1]!, 9);
    });
  });

  it('goes on moving them in a run that is longer than its scenario', () => {
    const of = model({
      ticks: 2,
      actors: [actor('a', { resources: { arms: 50 } }), actor('b')],
      capabilities: [{ resource: 'arms', years: [0, 1, 2, 3, 4], values: { a: [1, 2, 4, 8, 16] } }],
      mechanisms: only({ grow: [{ name: 'growth' }] }),
    });
    expect(seek(play(of, '1', [], { ticks: 10 }), 10).columns.resources[0]).toBeCloseTo(800, 9);
  });
});

describe('a disaster', () => {
  type Clauses = Parameters<typeof treaty>[2];
  const pool: Clauses = { purpose: 'crisis-response', obligations: [] };
  /** Two kinds of stock, a flood over a and b, and funds filled as said before it comes. */
  const struck = (funds: Record<string, number>, family: Shocks[number]['family'] = 'disaster', amount = 0.5) => {
    const of = model({
      ticks: 3,
      resources: [
        { id: 'arms', name: 'Arms', unit: 'points' },
        { id: 'grain', name: 'Grain', unit: 'points' },
      ],
      actors: [
        actor('a', { resources: { arms: 80, grain: 40 } }),
        actor('b', { resources: { arms: 20, grain: 20 } }),
        actor('c', { resources: { arms: 100, grain: 100 } }),
      ],
      treaties: Object.keys(funds).map((id) => treaty(id, ['a', 'b', 'c'], id === 'talk' ? { obligations: [] } : pool)),
      shocks: [
        {
          id: 'flood',
          name: 'Flood',
          family,
          at: 1,
          changes: [
            { target: { actors: ['a', 'b'] }, field: 'resources.grain', operation: 'scale', amount },
            { target: { actors: ['a'] }, field: 'resources.arms', operation: 'add', amount: -20 },
          ],
        },
      ],
      mechanisms: only({
        shock: [{ name: 'scheduled-shocks' }],
        crisis: [{ name: 'relief', parameters: { coverage: 0.5 } }],
      }),
    });
    const events: { kind: string; amount?: number; alliance?: string; who: string[] }[] = [];
    const course = begin(of, '1', [], (event) => events.push(event as never));
    const state = start(of);
    for (const alliance of state.alliances) alliance.fund = funds[alliance.id]!;
    const before = state.alliances.reduce((sum, { fund }) => sum + fund, 0);
    for (let t = 0; t < 3; t++) tick(course, state);
    const paid = events.filter(({ kind }) => kind === 'relief');
    return { state, paid, spent: before - state.alliances.reduce((sum, { fund }) => sum + fund, 0) };
  };
  const stocks = (state: ReturnType<typeof seek>) => [...state.columns.resources];

  it('is made good from the pool by the part that it covers, in kind, once, and to the last bit of the account', () => {
    const { state, paid, spent } = struck({ fund: 1000 });
    // a lost 20 arms and 20 grain, b 10 grain.
    expect(paid.map(({ who, amount }) => [who[0], amount])).toEqual([
      ['a', 20],
      ['b', 5],
    ]);
    expect(stocks(state)).toEqual([70, 30, 20, 15, 100, 100]);
    expect(spent).toBe(25);
  });

  it('that a fund cannot meet leaves it empty, each having the same part of its claim', () => {
    const { state, paid } = struck({ fund: 5 });
    expect(paid.map(({ amount }) => amount)).toEqual([4, 1]);
    expect(state.alliances[0]!.fund).toBe(0);
  });

  it('is paid by several pools, together no more than is covered, and by no other treaty', () => {
    const { state, paid, spent } = struck({ talk: 50, first: 5, second: 1000 });
    expect(paid.filter(({ alliance }) => alliance === 'talk')).toEqual([]);
    expect(spent).toBeCloseTo(25, 9);
    expect(state.alliances.find(({ id }) => id === 'talk')!.fund).toBe(50);
  });

  it('that took everything is paid for too; a downturn and a windfall are not', () => {
    expect(struck({ fund: 1000 }, 'disaster', 0).spent).toBe(0.5 * (60 + 20));
    expect(struck({ fund: 1000 }, 'scarcity').paid).toEqual([]);
    expect(struck({ fund: 1000 }, 'disaster', 2).spent).toBe(10);
  });
});

describe('a new leader', () => {
  /** The term of obligation in the answer to a call in each year, of an ally who signed in the year 0 and is led anew from the year 2 on. */
  const obligation = (family: Shocks[number]['family'], year: number, at = 2) => {
    const of = model({
      ticks: year + 1,
      actors: [actor('victim'), actor('friend', { loyalty: 1 })],
      threats: [{ id: 'foe', name: 'Foe', strength: 100, hostility: { victim: 1 }, proximity: { victim: 1 } }],
      treaties: [treaty('pact', ['victim', 'friend'], { formality: 1 })],
      shocks: [
        {
          id: 'heir',
          name: 'Heir',
          family,
          at,
          changes: [{ target: { actors: ['friend'] }, field: 'horizon', operation: 'set', amount: 0.5 }],
        },
      ],
      mechanisms: only({
        shock: [{ name: 'scheduled-shocks' }],
        perceive: [{ name: 'observation' }],
        crisis: [{ name: 'attacks', parameters: { aggression: 8, most: 0.95, devastation: 0 } }],
      }),
    });
    for (const history of replications(200, of))
      for (const event of eventsOf(history, 'honoured', 'reneged'))
        if (event.tick === year) return event.because.find(({ term }) => term === 'obligation')?.value ?? 0;
    throw new Error('nobody was called');
  };

  it('holds to the word of the last one but half as strongly, and comes round to it with the years', () => {
    const [before, at, later, end] = [1, 2, 5, 32].map((year) => obligation('leadership', year));
    expect(at!).toBeCloseTo(before! / 2, 6);
    expect(later!).toBeCloseTo(0.75 * before!, 6);
    expect(end!).toBeGreaterThan(0.99 * before!);
    expect(obligation('power', 2)).toBeCloseTo(before!, 6);
  });

  it('is bound in full by what was signed no earlier than it came', () => {
    expect(obligation('leadership', 1, 0)).toBeCloseTo(obligation('power', 1, 0), 6);
    expect(obligation('leadership', 1, 1)).toBeCloseTo(obligation('power', 1, 1) / 2, 6);
  });

  it('comes to whom the shock changes, and of a feeling to the one whose it is', () => {
    const of = model({
      ticks: 4,
      actors: [actor('a'), actor('b')],
      shocks: [
        {
          id: 'heir',
          name: 'Heir',
          family: 'leadership',
          at: 1,
          changes: [
            { target: { dyads: [{ from: 'a', to: 'b' }] }, field: 'relational', operation: 'set', amount: 0.9 },
          ],
        },
      ],
      mechanisms: phases,
    });
    const { succession } = seek(play(of, '1'), 4).columns;
    expect([...succession]).toEqual([2, 0]);
  });
});

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
