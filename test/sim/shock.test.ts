import { describe, expect, it } from 'vitest';
import { play, seek } from '../../sim/history.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { actor, feeling, model, only, tell, treaty } from './hand.ts';

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
    expect(tell(play(of, '1'), 'shock')).toMatchObject([
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
      expect(tell(play(of, '1'), 'shock-over')).toMatchObject([{ tick: 8, shock: 'storm' }]);
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
    expect(tell(play(of, '1', gone), 'dissolved', 'shock-over').map(({ kind }) => kind)).toEqual([
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
      return [feeling(of, state, 'hostility', 'a', 'b'), feeling(of, state, 'hostility', 'b', 'a')];
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
      for (const { chance } of tell(history, 'shock')) expect(chance!.draw).toBeLessThan(chance!.probability);
      // Years with at least one: a hazard of 0.2 a year.
      return new Set(tell(history, 'shock').map(({ tick }) => Math.floor(tick / ticksPerYear))).size / 2_000;
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
    expect(tell(play(of, '1', cancel), 'shock')).toEqual([]);
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
    expect(tell(play(of, '1', own), 'intervention').map(({ tick, who }) => [tick, who])).toEqual([
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
    expect(tell(history, 'no-occasion').map((event) => 'what' in event && event.what)).toEqual([
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
