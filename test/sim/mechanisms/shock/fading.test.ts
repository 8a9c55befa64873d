import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import type { seek } from '../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { eventsOf } from '../../builders.ts';
import { arms, at, autonomy, course, world } from './storm.ts';

describe('a shock that ends', () => {
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
});
