import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classic } from '../../../bench/validate/published/row.ts';
import { load } from '../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import { play } from '../../../sim/history/record.ts';
import { MEASURES } from '../../../sim/measures/index.ts';
import { summarise } from '../../../sim/results/summary.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import { COLUMN_NAMES } from '../../../sim/world/columns.ts';
import type { Event } from '../../../sim/world/event.ts';
import { write } from '../../../sim/world/state-path.ts';
import { restore, snapshot } from '../../../sim/world/world.ts';
import { always, type Case, cases } from '../arbitrary.ts';
import { actor, model, treaty, withMechanism } from '../builders.ts';

const quiet = model({
  ticks: 9,
  resources: ['arms', 'grain'].map((id) => ({ id, name: id, unit: 'u' })),
  interests: [{ id: 'land', name: 'Land', low: 'no', high: 'yes' }],
  actors: ['a', 'b', 'c'].map((id) => actor(id)),
  threats: [{ id: 't', name: 'T', strength: 100 }],
  treaties: [treaty('ab', ['a', 'b'])],
});
const HOLES = [Number.NaN, Infinity, -Infinity];
/** The default world, in which a number is no number from tick 4 on. */
const broken = (change: Parameters<typeof withMechanism>[3]) =>
  withMechanism(quiet, 'measure', 'hole', (world, context) => {
    if (world.tick === 4) change(world, context);
  });

describe('a number that is not finite', () => {
  it.each(COLUMN_NAMES)('is found in any slot of %s, and ends the run', (column) => {
    for (const value of HOLES) {
      const of = broken(({ columns }) => {
        columns[column][columns[column].length - 1] = value;
      });
      expect(() => play(of, '1')).toThrow(
        new RegExp(
          `^tick 4: ${column} of [^ ]+( [a-z]+ ?[^ ]*)? is ${value}, beyond the range of numbers: the run ends there$`,
        ),
      );
    }
  });

  it.each([
    ['strength', 1, 'b'],
    ['resources', 3, 'b'],
    ['belief', 5, 'b about c'],
    ['hostility', 5, 'c about b'],
    ['threatStrength', 0, 't'],
    ['threatHostility', 1, 't about b'],
    ['foeThreat', 9, 'b'],
    ['trustInside', 0, 'the world'],
  ] as const)('in %s[%d] is named as one of %s', (column, slot, of) => {
    const run = broken(({ columns }) => {
      columns[column][slot] = Number.NaN;
    });
    expect(() => play(run, '1')).toThrow(`tick 4: ${column} of ${of} is NaN`);
  });

  it.each([
    ['an alliance', 'pool of ab'],
    ['a member', 'inequity of b in ab'],
  ])('is found in %s', (_, named) => {
    const run = broken(({ alliances }) => {
      const alliance = alliances.find(({ id }) => id === 'ab')!;
      if (named.startsWith('pool')) alliance.pool = Infinity;
      else alliance.members[1]!.inequity = Infinity;
    });
    expect(() => play(run, '1')).toThrow(`tick 4: ${named} is Infinity`);
  });

  it.each<Partial<Event>>([
    { score: Number.NaN },
    { because: [{ term: 'x', value: Infinity }] },
    { chance: { probability: Number.NaN, draw: 0 } },
    { runnerUp: { choice: { act: 'wait' }, score: -Infinity } },
  ])('is found in the reason of an event (%o)', (reason) => {
    const run = broken((_, { emit }) =>
      emit({ kind: 'stayed', alliance: 'ab', who: ['a'] }, { because: [], ...reason }),
    );
    expect(() => play(run, '1')).toThrow(/^tick 4: the event "stayed" of a by hole has a number that is not finite/);
  });

  it('is not seen in numbers at the ends of the range', () => {
    const run = broken(({ columns }) => {
      columns.effort.set([Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE]);
      columns.welfare.fill(1e35);
      columns.belief.fill(3.4028234663852886e38);
    });
    expect(play(run, '1').ticks).toBe(9);
  });
});

describe('a number of a pair in a large world', () => {
  it('ends the run soon, and before the run is done at the latest', () => {
    const large = model({ ticks: 9, actors: Array.from({ length: 70 }, (_, k) => actor(`a${k}`)) });
    for (const slot of [1, 2_000, 4_898])
      for (const when of [0, 8]) {
        const run = withMechanism(large, 'measure', 'hole', (world) => {
          if (world.tick >= when) world.columns.relational[slot] = Number.NaN;
        });
        expect(() => play(run, '1')).toThrow(/^tick \d: \w+ of a\d+.* is NaN, beyond/);
      }
  });
});

describe('a number that no mechanism writes', () => {
  const ring = classic('classics/tribute', { actors: 10 });
  const go = (run: ReturnType<typeof begin>, world: ReturnType<typeof start>, ticks: number): void => {
    for (let k = 0; k < ticks; k++) tick(run, world);
  };

  it.each(['valuation', 'proximity'] as const)('ends the run within eight ticks of its change (%s)', (column) => {
    for (const when of [0, 1, 8, 21]) {
      const run = begin(ring, '1', []);
      const world = start(ring);
      go(run, world, when);
      write(world, column, 3, Number.NaN);
      expect(() => go(run, world, 8)).toThrow(new RegExp(`^tick \\d+: ${column} of A.* is NaN, beyond`));
    }
  });

  it('ends a run that goes on from where the change was', () => {
    const run = begin(ring, '1', []);
    const world = start(ring);
    go(run, world, 21);
    write(world, 'proximity', 3, Number.NaN);
    const held = snapshot(world);
    const other = start(ring);
    go(run, other, 21);
    restore(other, held);
    expect(() => go(run, other, 8)).toThrow(/^tick \d+: proximity of A.* is NaN/);
  });

  it('is found as soon where a mechanism writes it within bounds', () => {
    const run = begin(ring, '1', []);
    const world = start(ring);
    go(run, world, 21);
    world.columns.relational[0] = Number.NaN;
    expect(() => go(run, world, 8)).toThrow(/^tick \d+: relational of A.* is NaN/);
  });
});

describe('a number that a history keeps in 32 bits', () => {
  it('ends the run where it does not fit', () => {
    const run = broken(({ columns }) => {
      columns.strength[1] = 1e40;
    });
    expect(() => play(run, '1')).toThrow('tick 4: strength of b is 1e+40, beyond the range of numbers');
  });
});

describe('a world of extreme numbers', () => {
  const extreme = fc.oneof(
    fc.constantFrom(0, 5e-324, 1e-300, 1e-160, 1e-20, 1e-9, 1, 1e9, 1e20, 1e30),
    fc.double({ min: 0, max: 10, noNaN: true }),
  );
  const meddle = fc.array(
    fc.record({
      kind: fc.constant('set' as const),
      tick: fc.integer({ min: 0, max: 7 }),
      path: fc.constantFrom('resources.r0', 'valuation', 'disinformation').map((field) => `actors.a0.${field}`),
      value: extreme,
    }),
    { maxLength: 4 },
  );

  it('goes on with finite numbers alone, or ends with a sentence', () => {
    let ended = 0;
    const property = ([{ scenario, seed }, stocks, interventions]: [Case, number[], Intervention[]]): void => {
      try {
        const of = load({
          ...scenario,
          time: { ...scenario.time, ticks: 8 },
          actors: scenario.actors.map((one, k) => ({
            ...one,
            valuation: stocks[(k + 1) % stocks.length]! || 1,
            resources: Object.fromEntries(
              Object.keys(one.resources).map((id, r) => [id, stocks[(k + r) % stocks.length]!]),
            ),
          })),
        });
        const history = play(of, seed, interventions);
        const { metrics } = summarise(history);
        expect(Object.values(metrics).filter((value) => !Number.isFinite(value))).toEqual([]);
        expect(history.series.world.every(Number.isFinite) && history.series.actors.every(Number.isFinite)).toBe(true);
        expect(Object.keys(metrics).length).toBeGreaterThan(MEASURES.length);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        expect(error.message).toMatch(
          /^tick \d: \w+ of [^\n]+ is (-?Infinity|[\d.]+e\+\d+), beyond the range of numbers/,
        );
        ended++;
      }
    };
    always(
      fc.tuple(cases({ actors: 6, ticks: 8 }), fc.array(extreme, { minLength: 3, maxLength: 9 }), meddle),
      property,
      150,
    );
    expect(ended).toBeLessThan(75);
  });
});
