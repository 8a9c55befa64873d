import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { start } from '../../../sim/engine/run.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { World } from '../../../sim/world/state.ts';
import { changeForATime } from '../../../sim/world/temporary-changes.ts';
import { always } from '../arbitrary.ts';
import { actor, eventsOf, model, treaty } from '../builders.ts';
import { arms, at, autonomy, type Change, course, phases, type Shocks, world } from '../mechanisms/shock/storm.ts';

const SCALES = [0, 1e-300, 1e-20, 1e-17, 1e-16, 1 / 3, 1, 3, 1e16, 1e30, 1e300, Number.MAX_VALUE, Number.MIN_VALUE];
const amount = fc.oneof(
  fc.constantFrom(...SCALES, ...SCALES.map((scale) => -scale)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -2, max: 2, noNaN: true }),
);
const places: Pick<Change, 'target' | 'field'>[] = [
  { ...at, field: 'resources.arms' },
  { target: { actors: 'all' }, field: 'resources.arms' },
  { ...at, field: 'position.land' },
  { ...at, field: 'salience.land' },
  { target: { actors: 'all' }, field: 'salience.sea' },
  { ...at, field: 'valuation' },
  { ...at, field: 'loyalty' },
  { ...at, field: 'disinformation' },
  { ...at, field: 'culture.context' },
  { target: { dyads: [{ from: 'a', to: 'b' }] }, field: 'proximity' },
  { target: { among: 'all' }, field: 'hostility' },
  { target: { threats: ['t'] }, field: 'strength' },
  { target: { threats: ['t'] }, field: 'hostility' },
  { target: { alliances: 'all' }, field: 'formality' },
  { target: { alliances: ['ab'] }, field: 'exitNotice' },
];
const change: fc.Arbitrary<Change> = fc
  .record({
    place: fc.constantFrom(...places),
    operation: fc.constantFrom('set' as const, 'add' as const, 'scale' as const),
    amount,
    duration: fc.constantFrom(0, 0.3, 1, 2, 5),
    halfLife: fc.constantFrom(0, 1e-9, 0.5, 2),
  })
  .map(({ place, ...more }) => ({ ...place, ...more }));
const storms: fc.Arbitrary<Shocks> = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 12 }),
      family: fc.constantFrom('power' as const, 'disaster' as const),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => list.map((shock, k) => ({ id: `s${k}`, name: 'Storm', ...shock })));

/** A world in which nothing moves but by shocks. Its numbers are no round ones. */
const still = (shocks: Shocks) =>
  model({
    ticks: 60,
    interests: ['land', 'sea', 'sky'].map((id) => ({ id, name: id, low: 'no', high: 'yes' })),
    actors: [
      actor('a', {
        resources: { arms: 80.1 },
        position: { land: 0.1 },
        salience: { land: 0.1, sea: 0.7, sky: 1.1 },
        valuation: 1.7,
        loyalty: 0.3,
        culture: { context: 0.7 },
      }),
      actor('b', { resources: { arms: 0.3 } }),
    ],
    dyadDefaults: { hostility: 0.1, proximity: 0.3 },
    threats: [{ id: 't', name: 'T', strength: 211.3, hostility: { a: 0.7 } }],
    treaties: [treaty('ab', ['a', 'b'], { formality: 0.7, exitNotice: 1.1 })],
    shocks,
    mechanisms: phases,
  });

const stateOf = ({ columns, alliances, shocked }: World) => {
  const { succession: _, ...numbers } = columns;
  return {
    numbers: Object.fromEntries(Object.entries(numbers).map(([name, column]) => [name, [...column]])),
    alliances,
    shocked,
  };
};

describe('temporary changes of every scale and duration', () => {
  it('singly and overlapping, leave the world as it was, to the bit', () => {
    always(
      storms,
      (shocks) => {
        const of = still(shocks);
        expect(stateOf(seek(play(of, '1'), 60))).toEqual(stateOf(start(of)));
      },
      400,
    );
  });

  it('that are called off leave it so at once', () => {
    always(
      storms,
      (shocks) => {
        const cancel = shocks.map(({ id }): Intervention => ({ kind: 'cancel', tick: 13, what: 'shock', id }));
        const of = still(shocks);
        expect(stateOf(seek(play(of, '1', cancel), 14))).toEqual(stateOf(start(of)));
      },
      100,
    );
  });

  it('are one history, however it is sought', () => {
    always(
      storms,
      (shocks) => {
        const history = play(still(shocks), '1');
        for (const t of [7, 13, 25]) expect(stateOf(seek(history, t))).toEqual(stateOf(seek(history, t)));
      },
      30,
    );
  });

  it.each([
    [{ operation: 'scale', amount: 1e-20 }, 'formality', 0.7],
    [{ operation: 'scale', amount: 0 }, 'formality', 0.7],
  ] as const)('hold a clause as long as they do (%o of %s)', (how, field, before) => {
    const of = world([{ target: { alliances: 'all' }, field, ...how, duration: 2, halfLife: 1e30 }]);
    const value = course(of, (state) => state.alliances[0]!.clauses[field], [5, 6, 30]);
    expect(value).toEqual([before, before * how.amount, before * how.amount]);
  });
});

describe('changes that overlap at one place', () => {
  const first: Change = { ...at, field: 'resources.arms', operation: 'scale', amount: 0.5, duration: 5 };
  const second: Change = { ...at, field: 'resources.arms', operation: 'add', amount: 10, duration: 8 };
  const storm = (...changes: [number, Change][]) =>
    still(
      changes.map(([when, one], k) => ({ id: `s${k}`, name: 'S', family: 'power' as const, at: when, changes: [one] })),
    );

  it('are each taken back in its own time, whichever came first', () => {
    expect(course(storm([5, first], [7, second]), arms, [6, 8, 11, 16])).toEqual([40.05, 50.05, 90.1, 80.1]);
    expect(course(storm([5, second], [7, first]), arms, [6, 8, 13, 14])).toEqual([90.1, 45.05, 90.1, 80.1]);
  });

  it('keep a permanent one', () => {
    const scaled: Change = { ...at, field: 'resources.arms', operation: 'scale', amount: 2 };
    const added: Change = { ...at, field: 'resources.arms', operation: 'add', amount: 2 };
    expect(course(storm([5, first], [7, scaled]), arms, [8, 11])).toEqual([80.1, 160.2]);
    expect(course(storm([5, { ...first, amount: 0 }], [7, scaled]), arms, [8, 11])).toEqual([0, 160.2]);
    expect(course(storm([5, first], [7, added]), arms, [8, 11])).toEqual([42.05, 82.1]);
  });

  it('end each with an event of its own', () => {
    const events = eventsOf(play(storm([5, first], [7, second]), '1'), 'shock-over');
    expect(events.map((event) => [event.tick, 'shock' in event && event.shock])).toEqual([
      [10, 's0'],
      [15, 's1'],
    ]);
  });
});

describe('what a person does meanwhile', () => {
  it('to a ruined stock is no multiple of what the shock has left of it', () => {
    const of = world([{ ...at, field: 'resources.arms', operation: 'scale', amount: 1e-300, duration: 3 }]);
    const set: Intervention[] = [{ kind: 'set', tick: 6, path: 'actors.a.resources.arms', value: 7 }];
    expect(course(of, arms, [7, 9, 60], set)).toEqual([7, 87, 87]);
  });

  it('at the end of a scale is kept too', () => {
    const of = world([{ ...at, field: 'autonomy', operation: 'add', amount: 5, duration: 3, halfLife: 1 }]);
    expect(course(of, autonomy, [6, 8, 9, 60])).toEqual([1, 1, 0.75, 0.5]);
  });
});

describe('a number so small that hardly any multiple of it is one', () => {
  it('comes back as well, from the least that its field may be set to', () => {
    const tiny = Number.MIN_VALUE;
    const scaled: Change = { ...at, field: 'valuation', operation: 'scale', amount: 2, duration: 3 };
    const of = model({
      ticks: 20,
      actors: [actor('a', { valuation: tiny, resources: { arms: tiny } }), actor('b')],
      shocks: [
        { id: 's', name: 'S', family: 'power', at: 5, changes: [scaled, { ...scaled, field: 'resources.arms' }] },
      ],
      mechanisms: phases,
    });
    expect(course(of, ({ columns: { valuation } }) => valuation[0]!, [5, 6, 9])).toEqual([tiny, 1e-9, tiny]);
    const set: Intervention[] = [{ kind: 'set', tick: 6, path: 'actors.a.resources.arms', value: 1e30 }];
    expect(course(of, arms, [6, 7, 9], set)).toEqual([2 * tiny, 1e30, 1e30]);
  });
});

describe('a stock that grows', () => {
  const growing = (shocks: Shocks) =>
    model({
      ticks: 40,
      resources: [{ id: 'arms', name: 'Arms', unit: 'u', growth: 0.031 }],
      actors: [actor('a', { resources: { arms: 80.1 } }), actor('b')],
      shocks,
      mechanisms: { ...phases, grow: [{ name: 'growth', parameters: { reinvestment: 0, learning: 0 } }] },
    });

  it.each([0, 1e-300, 1e-17, 0.3, 1e20])('comes back as it would have grown, after a scaling by %d', (scale) => {
    const shock: Shocks = [
      {
        id: 's',
        name: 'S',
        family: 'disaster',
        at: 5,
        changes: [{ ...at, field: 'resources.arms', operation: 'scale', amount: scale, duration: 4, halfLife: 0.5 }],
      },
    ];
    expect(course(growing(shock), arms, [40])).toEqual(course(growing([]), arms, [40]));
  });
});

describe('temporary changes that are too many', () => {
  const crowd = (count: number) => Array.from({ length: count }, (_, k) => actor(`a${k}`));

  it('end the run in a sentence, where a random shock strikes too often', () => {
    const one: Change = { target: { among: 'all' }, field: 'hostility', operation: 'add', amount: 1e-5, duration: 1e6 };
    const of = model({
      ticks: 60,
      actors: crowd(90),
      shocks: [{ id: 'storm', name: 'Storm', family: 'power', hazard: 1, changes: [one, one, one, one] }],
      mechanisms: phases,
    });
    expect(() => play(of, '1')).toThrow(
      'tick 4: with shock "storm" the state is under more than 160000 temporary changes at once: the run ends there',
    );
  });

  it('do so at one place too', () => {
    const state = start(world([{ ...at, field: 'autonomy', operation: 'add', amount: 0.1, duration: 5 }]));
    const site = { column: 'autonomy', slot: 0 } as const;
    const lasting = { shock: 'storm', until: 9, keep: 0 };
    changeForATime(state, site, 'add', 0.1, lasting);
    const [place] = state.shocked;
    place!.changes = Array(20_000).fill(place!.changes[0]!);
    expect(() => changeForATime(state, site, 'add', 0.1, lasting)).toThrow(
      'tick 0: with shock "storm" one number is under more than 20000 temporary changes at once: the run ends there',
    );
  });

  it('count in the room that keyframes may take', () => {
    const hold: Shocks = [
      {
        id: 's',
        name: 'S',
        family: 'power',
        at: 1,
        changes: [{ target: { among: 'all' }, field: 'hostility', operation: 'add', amount: 0.1, duration: 1e6 }],
      },
    ];
    const of = model({ ticks: 200, actors: crowd(30), shocks: hold, mechanisms: phases });
    const { keyframes, keyframeEvery } = play(of, '1', [], { caps: { keyframeBytes: 1_500_000 } });
    expect(keyframes.length).toBeLessThanOrEqual(4);
    expect(keyframes.map(({ tick }) => tick)).toEqual(keyframes.map((_, k) => k * keyframeEvery));
  });
});
