import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import type { Event } from '../../../../sim/world/event.ts';
import { trustBetween } from '../../../../sim/world/trust.ts';
import { actor, dyadValue, eventsOf, model, only, replications, treaty } from '../../builders.ts';
import { friends, years } from './treaty-years.ts';

const believing = (parameters: Record<string, number> = {}) => only({ trust: [{ name: 'experience', parameters }] });

describe('trust', () => {
  it('falls faster than it rises', () => {
    const of = friends();
    const world = start(of);
    const [rising] = years(of, world, 1, 1);
    const up = rising! - 0.5;
    const fallen = start(of);
    const [falling] = years(of, fallen, 1, 0);
    const down = 0.5 - falling!;
    expect(up).toBeGreaterThan(0);
    expect(down).toBeGreaterThan(1.5 * up);
  });

  it('lost in three years of default is not won back in three of payment', () => {
    const of = friends();
    const world = start(of);
    const before = trustBetween(world, 0, 1);
    years(of, world, 3, 0);
    expect(years(of, world, 3, 1).at(-1)).toBeLessThan(before);
  });

  it('rises without end toward full, and never beyond', () => {
    const of = friends();
    const world = start(of);
    const path = years(of, world, 300, 1);
    expect(path).toEqual([...path].sort((x, y) => x - y));
    expect(path.at(-1)).toBeGreaterThan(0.95);
    expect(path.at(-1)).toBeLessThanOrEqual(1);
  });

  it('comes to the same in a year of months as in a year of one tick', () => {
    const ends = [1, 12].map((ticksPerYear) => {
      const of = friends({ ticksPerYear });
      const world = start(of);
      years(of, world, 5 * ticksPerYear, 1);
      return dyadValue(of, world, 'calculative', 'a', 'b');
    });
    expect(ends[1]).toBeCloseTo(ends[0]!, 3);
  });

  it('between strangers of different cultures grows more slowly, and a formal treaty makes up for it', () => {
    const far = { powerDistance: 1, individualism: 0.5, uncertaintyAvoidance: 1, context: 0.5, timeOrientation: 1 };
    const near = { powerDistance: 0, individualism: 0.5, uncertaintyAvoidance: 0, context: 0.5, timeOrientation: 0 };
    const growth = (culture: typeof far, formality: number): number => {
      const of = friends({
        actors: [actor('a', { culture: near }), actor('b', { culture }), actor('c')],
        treaties: [treaty('ab', ['a', 'b'], { targetRate: 0.5, formality })],
      });
      const world = start(of);
      years(of, world, 10, 1);
      return dyadValue(of, world, 'relational', 'a', 'b');
    };
    expect(growth(far, 0)).toBeLessThan(growth(near, 0));
    expect(growth(far, 1)).toBeGreaterThan(growth(far, 0));
    expect(growth(far, 1)).toBeLessThan(growth(near, 1));
    expect(growth(near, 1)).toBeCloseTo(growth(near, 0), 9);
  });

  it('outside of any treaty drifts toward what all think of one', () => {
    const of = model({
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyads: [
        { from: 'a', to: 'd', mutual: false, calculative: 0.1 },
        { from: 'b', to: 'd', mutual: false, calculative: 0.9, relational: 0.9 },
        { from: 'c', to: 'd', mutual: false, calculative: 0.9, relational: 0.9 },
      ],
      mechanisms: believing(),
      ticks: 20,
    });
    const history = play(of, '1');
    const trustAt = (t: number) => dyadValue(of, seek(history, t), 'calculative', 'a', 'd');
    expect(trustAt(5)).toBeGreaterThan(trustAt(0));
    expect(trustAt(20)).toBeGreaterThan(trustAt(5));
  });
});

describe('ill will', () => {
  const foe = (id: string, ...aims: string[]) => {
    const each = Object.fromEntries(aims.map((aim) => [aim, 1]));
    return { id, name: id, strength: 500, hostility: each, proximity: each };
  };

  it('fades between those who fear the same foe', () => {
    const hostility = (other: string): number => {
      const of = model({
        ticks: 10,
        actors: [actor('a'), actor('b')],
        dyads: [{ from: 'a', to: 'b', hostility: 0.4, proximity: 0.1 }],
        threats: [foe('s', 'a', other), foe('t', 'b')],
        mechanisms: only({ perceive: [{ name: 'observation' }], trust: [{ name: 'experience' }] }),
      });
      return dyadValue(of, seek(play(of, '1'), 10), 'hostility', 'a', 'b');
    };
    expect(hostility('b')).toBeLessThan(0.4);
    expect(hostility('a')).toBeCloseTo(0.4, 6);
  });
});

describe('success', () => {
  it('in a war won side by side binds all who won, and the losers not at all', () => {
    const of = model({
      ticks: 1,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      mechanisms: believing({ contact: 0, forgetting: 0 }),
    });
    const world = start(of);
    world.derived.winningSides.push([0, 1, 2]);
    tick(
      begin(of, '1', [], () => {}),
      world,
    );
    for (const [one, other] of ['ab', 'ba', 'ac', 'bc'])
      expect(dyadValue(of, world, 'relational', one!, other!)).toBeCloseTo(0.56, 6);
    expect(dyadValue(of, world, 'relational', 'a', 'd')).toBe(0.5);
    expect(world.derived.winningSides).toEqual([]);
  });

  it('comes from a war that was fought: the defenders who beat an invader trust each other more than those who lost to it', () => {
    const war = (strength: number) => {
      const of = model({
        ticks: 1,
        actors: ['a', 'b', 'c'].map((id) => actor(id)),
        dyadDefaults: { calculative: 0.6, relational: 0.6 },
        threats: [{ id: 't', name: 'T', strength, hostility: { a: 1 }, proximity: { a: 1 } }],
        treaties: [treaty('abc', ['a', 'b', 'c'], { targetRate: 0 })],
        mechanisms: only({
          perceive: [{ name: 'observation' }],
          crisis: [{ name: 'attacks', parameters: { aggression: 10, most: 0.95 } }],
          trust: [{ name: 'experience', parameters: { contact: 0, neglect: 0, gratitude: 0 } }],
        }),
      });
      const orders = ['b', 'c'].map(
        (id) => ({ kind: 'decide', tick: 0, actor: id, choice: { act: 'honour' } }) as const,
      );
      // What the two helpers think of each other: neither owed the other anything.
      return replications(400, of, orders)
        .filter((history) => eventsOf(history, 'fought').length > 0)
        .map((history) => ({ history, trust: dyadValue(of, seek(history, 1), 'relational', 'b', 'c') }));
    };
    const fought = [...war(60), ...war(4000)];
    const defended = (won: boolean) =>
      fought.filter(({ history }) => (eventsOf(history, 'fought')[0] as Event & { kind: 'fought' }).won !== won);
    expect(defended(true).length).toBeGreaterThan(0);
    expect(defended(false).length).toBeGreaterThan(0);
    for (const { trust } of defended(true)) expect(trust).toBeGreaterThan(0.64);
    for (const { trust } of defended(false)) expect(trust).toBeCloseTo(0.6, 6);
  });

  it('of a common pool warms its members, and its steady yield does not', () => {
    const warmth = (pools: number[]): number => {
      const of = friends();
      const world = start(of);
      const course = begin(of, '1', [], () => {});
      for (const pool of pools) {
        for (const alliance of world.alliances) alliance.pool = pool;
        tick(course, world);
      }
      return dyadValue(of, world, 'relational', 'a', 'b');
    };
    expect(warmth([10, 20, 40])).toBeGreaterThan(warmth([10, 10, 10]) + 0.03);
    expect(warmth([10, 5, 2])).toBe(warmth([10, 10, 10]));
  });
});
