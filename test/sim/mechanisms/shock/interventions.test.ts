import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { actor, eventsOf, model, treaty } from '../../builders.ts';
import { arms, at, type Change, course, phases, world } from './storm.ts';

describe('a person', () => {
  const temporary: Change = {
    ...at,
    field: 'resources.arms',
    operation: 'scale',
    amount: 2,
    duration: 20,
    halfLife: 5,
  };

  it.each([4, 5])('may call off a shock before it comes, and in its tick (%i)', (tick) => {
    const cancel: Intervention[] = [{ kind: 'cancel', tick, what: 'shock', id: 'storm' }];
    const of = world([temporary, { ...at, field: 'resources.arms', operation: 'add', amount: 5 }]);
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
