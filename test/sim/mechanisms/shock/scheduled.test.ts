import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { dyadValue, eventsOf } from '../../builders.ts';
import { arms, at, autonomy, type Change, course, world } from './storm.ts';

describe('a shock', () => {
  it('strikes in the tick of its date, for good where no duration is given', () => {
    const of = world([{ ...at, field: 'autonomy', operation: 'add', amount: 0.25 }]);
    expect(course(of, autonomy, [5, 6, 60])).toEqual([0.5, 0.75, 0.75]);
    expect(eventsOf(play(of, '1'), 'shock')).toMatchObject([
      { tick: 5, by: 'scheduled-shocks', shock: 'storm', who: ['a'] },
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
});
