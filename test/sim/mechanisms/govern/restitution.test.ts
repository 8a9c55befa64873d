import { describe, expect, it } from 'vitest';
import { histories as scenarios } from '../../../../scenarios/index.ts';
import { check } from '../../../../sim/check/check.ts';
import { load } from '../../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import type { Event } from '../../../../sim/world/event.ts';
import { wrong } from '../../../../sim/world/grievance.ts';
import type { World } from '../../../../sim/world/state.ts';
import { actor, dyadValue, eventsOf, model, only, replications } from '../../builders.ts';
import { friends, years } from '../trust/treaty-years.ts';

type Draft = Parameters<typeof model>[0];

describe('amends', () => {
  type Breaker = Parameters<typeof actor>[1];
  const sorry = (breaker: Breaker = {}, more: Draft = {}, parameters: Record<string, number> = {}) =>
    model({
      ticks: 2,
      resources: [
        { id: 'arms', name: 'Arms', unit: 'points' },
        { id: 'grain', name: 'Grain', unit: 'points' },
      ],
      actors: [
        actor('a', { resources: { arms: 40, grain: 10 } }),
        actor('b', { resources: { arms: 100, grain: 60 }, autonomy: 0.2, ...breaker }),
      ],
      dyadDefaults: { calculative: 0.2, relational: 0.2 },
      mechanisms: only({ govern: [{ name: 'restitution', parameters: { hazard: 1, ...parameters } }] }),
      ...more,
    });
  const offered = (of: ReturnType<typeof model>, seed = '1'): { world: World; events: Event[] } => {
    const world = start(of);
    wrong(world, 1, 0);
    const events: Event[] = [];
    const course = begin(of, seed, [], (event) => events.push(event));
    while (world.tick < of.scenario.time.ticks) tick(course, world);
    return { world, events };
  };

  it('move from the breaker to the victim what the one gives and the other gets, and shrink the grievance', () => {
    const of = sorry();
    const before = start(of).columns.resources;
    const { world, events } = offered(of);
    const after = world.columns.resources;
    const [event] = events;
    if (event?.kind !== 'amends') throw new Error('no amends');
    expect(event.paid).toBeGreaterThan(0);
    expect(before[2]! + before[3]! - after[2]! - after[3]!).toBeCloseTo(event.paid, 9);
    for (const kind of [0, 1])
      expect(after[kind]! + after[2 + kind]!).toBeCloseTo(before[kind]! + before[2 + kind]!, 9);
    expect(world.grievances[0]!.left).toBeCloseTo(0.3, 9);
    expect(dyadValue(of, world, 'relational', 'a', 'b')).toBeGreaterThan(0.25);
  });

  it('give their reasons, their chance and what else could have been done', () => {
    const [event] = offered(sorry()).events;
    expect(event!.because.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(event!.score!, 12);
    expect(event!.because.map(({ term }) => term)).toContain('trust');
    expect(event!.runnerUp).toEqual({ choice: { act: 'pay-nothing' }, score: 0 });
    expect(event!.chance!.draw).toBeLessThan(event!.chance!.probability);
  });

  it('are made neither by the proud, nor by those who hate, nor to those with whom nothing is shared', () => {
    expect(offered(sorry()).events).toHaveLength(1);
    expect(offered(sorry({ autonomy: 1, loyalty: 0 })).events).toEqual([]);
    const hated = { dyadDefaults: { calculative: 0.2, relational: 0.2, hostility: 1 } };
    expect(offered(sorry({}, hated)).events).toEqual([]);
    const opposed = {
      interests: [{ id: 'creed', name: 'Creed', low: 'old', high: 'new' }],
      actors: [actor('a', { position: { creed: 1 } }), actor('b', { position: { creed: -1 }, loyalty: 0 })],
      resources: [{ id: 'arms', name: 'Arms', unit: 'points' }],
    };
    expect(offered(sorry({}, opposed)).events).toEqual([]);
  });

  it('are thought of as often in a year of months as in a year of one tick', () => {
    const share = (ticksPerYear: number): number => {
      const of = sorry({}, { ticks: ticksPerYear + 1, ticksPerYear }, { hazard: 0.4, redress: 1, claim: 0.01 });
      let paid = 0;
      for (let seed = 0; seed < 400; seed++) if (offered(of, `${seed}`).events.length > 0) paid++;
      return paid / 400;
    };
    expect(share(1)).toBeGreaterThan(0.32);
    expect(Math.abs(share(12) - share(1))).toBeLessThan(0.1);
  });

  it('mend faster than payment alone', () => {
    const mended = (amends: boolean): number => {
      const of = friends({
        actors: [actor('a'), actor('b', { autonomy: 0 }), actor('c')],
        mechanisms: only({
          trust: [{ name: 'experience' }, { name: 'grievances' }],
          govern: amends ? [{ name: 'restitution', parameters: { hazard: 1 } }] : [],
        }),
      });
      const world = start(of);
      wrong(world, 1, 0);
      return years(of, world, 4, 1).at(-1)!;
    };
    expect(mended(true)).toBeGreaterThan(mended(false) + 0.1);
  });

  it('are few: nobody pays every year', () => {
    const checked = check(scenarios['europe-1879-1914']);
    if ('faults' in checked) throw new Error('faults');
    const histories = replications(20, load(checked.value));
    const paid = histories.flatMap((history) => eventsOf(history, 'amends')).length;
    const broken = histories.flatMap((history) => eventsOf(history, 'reneged')).length;
    expect(paid).toBeGreaterThan(0);
    expect(paid).toBeLessThan(broken);
  });
});
