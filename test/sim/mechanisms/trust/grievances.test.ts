import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { grievanceOf, wrong } from '../../../../sim/world/grievance.ts';
import { dyadValue, type model, only } from '../../builders.ts';
import { friends, years } from './treaty-years.ts';

type Draft = Parameters<typeof model>[0];

describe('a grievance', () => {
  const aggrieved = (more: Draft = {}, parameters: Record<string, number> = {}) =>
    friends({
      mechanisms: only({ trust: [{ name: 'experience' }, { name: 'grievances', parameters }] }),
      ...more,
    });
  const remaining = (of: ReturnType<typeof model>, count: number, paid: number): number => {
    const world = start(of);
    wrong(world, 1, 0);
    years(of, world, count, paid);
    return grievanceOf(world, 1, 0)?.left ?? 0;
  };

  it('keeps trust low for years in which the breaker pays in full, and less so as they pass', () => {
    const of = aggrieved();
    const world = start(of);
    wrong(world, 1, 0);
    const path = years(of, world, 40, 1);
    const unburdened = years(friends(), start(friends()), 40, 1);
    expect(path[0]).toBeLessThan(0.45);
    expect(path[4]).toBeLessThan(unburdened[4]! - 0.1);
    expect(path).toEqual([...path].sort((x, y) => x - y));
    expect(path.at(-1)).toBeGreaterThan(0.9);
    expect(world.grievances).toEqual([]);
  });

  it('is worn away by consistent payment, hardly by contact, least by time', () => {
    const paid = remaining(aggrieved(), 8, 1);
    const halfPaid = remaining(aggrieved(), 8, 0.5);
    const apart = remaining(aggrieved({ treaties: [] }), 8, 1);
    expect(paid).toBeLessThan(0.4);
    expect(halfPaid).toBeGreaterThan(0.6);
    expect(apart).toBeGreaterThan(halfPaid + 0.1);
    expect(apart).toBeLessThan(1);
  });

  it('lasts as long in a world of months as in one of years', () => {
    const monthly = remaining(aggrieved({ ticksPerYear: 12 }), 8 * 12, 1);
    expect(monthly).toBeCloseTo(remaining(aggrieved(), 8, 1), 1);
  });

  it('is one for each breaker and victim, in full again at the next breach, and half made good by a promise kept', () => {
    const of = aggrieved();
    const world = start(of);
    const course = begin(of, '1', [], () => {});
    const answered = (kept: boolean): number => {
      world.derived.promises.push({ by: 1, to: 0, kept, called: true });
      tick(course, world);
      expect(world.grievances).toHaveLength(1);
      return world.grievances[0]!.left;
    };
    expect(answered(false)).toBe(1);
    const made = answered(true);
    expect(made).toBeLessThanOrEqual(0.5);
    expect(answered(true)).toBeLessThanOrEqual(made / 2);
    expect(answered(false)).toBe(1);
    expect(world.grievances[0]).toMatchObject({ by: 1, to: 0, since: 3 });
  });

  it('caps the trust of its holder alone', () => {
    const of = aggrieved({ dyadDefaults: { calculative: 0.9, relational: 0.9 } });
    const world = start(of);
    wrong(world, 1, 0);
    years(of, world, 1, 1);
    expect(dyadValue(of, world, 'relational', 'a', 'b')).toBeLessThan(0.45);
    expect(dyadValue(of, world, 'relational', 'b', 'a')).toBeGreaterThan(0.85);
    expect(dyadValue(of, world, 'relational', 'c', 'b')).toBeGreaterThan(0.85);
  });
});
