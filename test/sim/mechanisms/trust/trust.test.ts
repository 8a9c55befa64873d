import { describe, expect, it } from 'vitest';
import { histories as scenarios } from '../../../../scenarios/index.ts';
import { check } from '../../../../sim/check/check.ts';
import type { Event } from '../../../../sim/engine/event.ts';
import { load } from '../../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { seek } from '../../../../sim/history/history.ts';
import { play } from '../../../../sim/history/record.ts';
import { frustration } from '../../../../sim/measures/balance.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { grievanceOf, wrong } from '../../../../sim/world/grievance.ts';
import { horizonOf } from '../../../../sim/world/horizon.ts';
import { trustBetween } from '../../../../sim/world/trust.ts';
import type { World } from '../../../../sim/world/world.ts';
import { actor, dyadValue, eventsOf, model, only, replications, treaty, withMechanism } from '../../builders.ts';

type Draft = Parameters<typeof model>[0];
const believing = (parameters: Record<string, number> = {}) => only({ trust: [{ name: 'experience', parameters }] });

const friends = (more: Draft = {}) =>
  model({
    actors: [actor('a'), actor('b'), actor('c')],
    treaties: [treaty('ab', ['a', 'b'], { targetRate: 0.5 })],
    mechanisms: believing(),
    ...more,
  });

/** Lets years pass in which b pays this share of its quota. */
function years(of: ReturnType<typeof model>, world: World, count: number, paid: number): number[] {
  const course = begin(of, '1', [], () => {});
  return Array.from({ length: count }, () => {
    for (const { members } of world.alliances)
      for (const member of members) {
        member.seen = of.ids[member.actor] === 'b' ? paid : 1;
        member.effort = member.quota * member.seen;
      }
    tick(course, world);
    return trustBetween(world, 0, 1);
  });
}

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

/** A war in the first tick in which b, asked by a, does as it is told. */
function tested(act: 'honour' | 'renege'): { of: ReturnType<typeof model>; world: World; before: World } {
  const of = model({
    ticks: 1,
    actors: ['a', 'b', 'c'].map((id) => actor(id)),
    dyadDefaults: { calculative: 0.6, relational: 0.6 },
    threats: [{ id: 't', name: 'T', strength: 300, hostility: { a: 1 }, proximity: { a: 1 } }],
    treaties: [treaty('ab', ['a', 'b'], { targetRate: 0, monitoring: 1 })],
    mechanisms: only({
      perceive: [{ name: 'observation' }],
      crisis: [{ name: 'attacks', parameters: { aggression: 10, most: 0.95 } }],
      trust: [{ name: 'experience', parameters: { contact: 0, rise: 0, hearsay: 0, forgetting: 0 } }],
    }),
  });
  const order: Intervention[] = [{ kind: 'decide', tick: 0, actor: 'b', choice: { act } }];
  for (let seed = 0; seed < 100; seed++) {
    const history = play(of, `${seed}`, order);
    if (history.events.some(({ kind }) => kind === 'honoured' || kind === 'reneged'))
      return { of, world: seek(history, 1), before: start(of) };
  }
  throw new Error('no war in a hundred');
}

describe('a promise', () => {
  it('kept in war raises the trust of whom it was kept to', () => {
    const { of, world, before } = tested('honour');
    for (const field of ['calculative', 'relational'] as const)
      expect(dyadValue(of, world, field, 'a', 'b')).toBeGreaterThan(dyadValue(of, before, field, 'a', 'b'));
    expect(dyadValue(of, world, 'calculative', 'c', 'b')).toBe(dyadValue(of, before, 'calculative', 'c', 'b'));
  });

  it('broken destroys the trust of whom it was given to, and costs some with those who saw it', () => {
    const { of, world, before } = tested('renege');
    const lost = (from: string): number =>
      dyadValue(of, before, 'calculative', from, 'b') - dyadValue(of, world, 'calculative', from, 'b');
    expect(lost('a')).toBeGreaterThan(0.2);
    expect(lost('c')).toBeGreaterThan(0);
    expect(lost('c')).toBeLessThan(lost('a'));
    expect(dyadValue(of, world, 'relational', 'a', 'b')).toBeLessThan(0.4);
    // The one who broke it trusts as before.
    expect(dyadValue(of, world, 'calculative', 'b', 'a')).toBe(dyadValue(of, before, 'calculative', 'b', 'a'));
  });

  it('broken costs more than one kept wins', () => {
    const gain = tested('honour');
    const loss = tested('renege');
    const move = ({ of, world, before }: typeof gain) =>
      Math.abs(dyadValue(of, world, 'calculative', 'a', 'b') - dyadValue(of, before, 'calculative', 'a', 'b'));
    expect(move(loss)).toBeGreaterThan(move(gain));
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

describe('a witness of a breach', () => {
  it('minds as far as it trusts the one who was betrayed', () => {
    const of = model({
      actors: ['a', 'b', 'friend', 'rival'].map((id) => actor(id)),
      dyads: [
        { from: 'friend', to: 'a', mutual: false, calculative: 0.9, relational: 0.9 },
        { from: 'rival', to: 'a', mutual: false, calculative: 0.1, relational: 0.1 },
      ],
      mechanisms: only({ trust: [{ name: 'experience', parameters: { hearsay: 0 } }] }),
    });
    const world = start(of);
    world.derived.deeds.push({ by: 1, to: 0, kept: false, called: true });
    tick(
      begin(of, '1', [], () => {}),
      world,
    );
    const left = (from: string) => dyadValue(of, world, 'calculative', from, 'b');
    expect(left('friend')).toBeLessThan(left('rival') - 0.08);
    expect(left('rival')).toBeLessThan(0.5);
    expect(left('a')).toBeLessThan(left('friend'));
  });
});

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
      world.derived.deeds.push({ by: 1, to: 0, kept, called: true });
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

  it('stands once for each pair, whatever happens in Europe', () => {
    const checked = check(scenarios['europe-1879-1914']);
    if ('faults' in checked) throw new Error('faults');
    const faults: string[] = [];
    let seen = 0;
    const of = withMechanism(load(checked.value), 'measure', 'registrar', ({ grievances }) => {
      seen += grievances.length;
      const pairs = new Set(grievances.map(({ by, to }) => `${by} ${to}`));
      if (pairs.size !== grievances.length) faults.push('two of one pair');
      for (const { by, to, left } of grievances)
        if (by === to || !(left > 0 && left <= 1)) faults.push(`${by} ${to} ${left}`);
    });
    replications(10, of);
    expect(faults).toEqual([]);
    expect(seen).toBeGreaterThan(0);
  });
});

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
    expect(event!.runnerUp).toEqual({ choice: 'pay nothing', score: 0 });
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

describe('structural balance', () => {
  const full = { calculative: 1, relational: 1 };
  const triangle = (between: { ab: 1 | -1; bc: 1 | -1 }, mechanisms = only({ trust: [{ name: 'balance' }] })) =>
    model({
      ticks: 20,
      actors: ['a', 'b', 'c'].map((id) => actor(id)),
      dyads: [
        { from: 'a', to: 'b', ...(between.ab > 0 ? full : { hostility: 1 }) },
        { from: 'b', to: 'c', ...(between.bc > 0 ? full : { hostility: 1 }) },
        { from: 'a', to: 'c', hostility: 0.4, calculative: 0.7, relational: 0.7 },
      ],
      mechanisms,
    });
  const illWill = (of: ReturnType<typeof model>) => dyadValue(of, seek(play(of, '1'), 20), 'hostility', 'a', 'c');

  it('makes a friend’s foe a foe, and a foe’s foe less of one', () => {
    expect(illWill(triangle({ ab: 1, bc: -1 }))).toBeGreaterThan(0.6);
    expect(illWill(triangle({ ab: -1, bc: -1 }))).toBeLessThan(0.2);
  });

  it('is no part of a world that does not ask for it', () => {
    expect(illWill(triangle({ ab: 1, bc: -1 }, only({})))).toBeCloseTo(0.4, 6);
    expect(
      load(model({ actors: [actor('a')] }).scenario).mechanisms.map(({ mechanism }) => mechanism.name),
    ).not.toContain('balance');
  });

  it('is missing where the product of three ties is negative: frustration counts such triads', () => {
    const tied = (ab: 1 | -1, bc: 1 | -1, ac: 1 | -1): number => {
      const of = model({
        actors: ['a', 'b', 'c'].map((id) => actor(id)),
        dyads: [ab, bc, ac].map((sign, k) => ({
          from: 'aba'[k]!,
          to: 'bcc'[k]!,
          ...(sign > 0 ? full : { hostility: 1 }),
        })),
      });
      return frustration.of(start(of), of);
    };
    expect([tied(1, 1, 1), tied(1, -1, -1), tied(-1, 1, -1)]).toEqual([0, 0, 0]);
    expect([tied(-1, -1, -1), tied(1, 1, -1), tied(-1, 1, 1)]).toEqual([1, 1, 1]);
    // Strangers who neither like nor hate each other frustrate nobody.
    const strangers = model({ actors: ['a', 'b', 'c'].map((id) => actor(id)) });
    expect(frustration.of(start(strangers), strangers)).toBe(0);
  });

  it('of many is judged by a sample that does not grow, and comes out as the whole would', () => {
    // Two camps that hate each other are balanced, and everyone against everyone is frustrated throughout.
    const camps = (foes: (i: number, j: number) => boolean) => {
      const ids = Array.from({ length: 40 }, (_, i) => `a${i}`);
      const dyads = ids.flatMap((from, i) =>
        ids.slice(i + 1).map((to, k) => ({ from, to, ...(foes(i, i + 1 + k) ? { hostility: 1 } : full) })),
      );
      const of = model({ actors: ids.map((id) => actor(id)), dyads });
      return frustration.of(start(of), of);
    };
    expect(camps((i, j) => i % 2 !== j % 2)).toBe(0);
    expect(camps(() => true)).toBe(1);
    // Of three camps a third is left in each: triads of three camps are frustrated, 2/9 of all.
    expect(Math.abs(camps((i, j) => i % 3 !== j % 3) - 2 / 9)).toBeLessThan(0.15);
  });

  it('lowers frustration as the years pass', () => {
    const quarrel = (balanced: boolean): number => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
      const of = model({
        ticks: 60,
        actors: ids.map((id) => actor(id)),
        dyads: ids.flatMap((from, i) =>
          ids.slice(i + 1).map((to, k) => ({ from, to, ...((i * 5 + k * 3) % 4 < 2 ? full : { hostility: 0.9 }) })),
        ),
        mechanisms: only({ trust: balanced ? [{ name: 'balance' }] : [] }),
      });
      return frustration.of(seek(play(of, '1'), 60), of);
    };
    expect(quarrel(false)).toBeGreaterThan(0.2);
    expect(quarrel(true)).toBeLessThan(quarrel(false));
  });
});

describe('the horizon', () => {
  it('of a culture that looks far ahead is longer, and never beyond certainty', () => {
    const far = (timeOrientation: number, horizon: number): number => {
      const culture = {
        powerDistance: 0.5,
        individualism: 0.5,
        uncertaintyAvoidance: 0.5,
        context: 0.5,
        timeOrientation,
      };
      return horizonOf(start(model({ actors: [actor('a', { culture, horizon })] })), 0);
    };
    expect(far(0.5, 0.8)).toBeCloseTo(0.8, 12);
    expect(far(0, 0.8)).toBeCloseTo(0.6, 12);
    expect(far(1, 0.6)).toBeCloseTo(0.75, 12);
    expect(far(1, 1)).toBe(1);
  });

  it('is what makes an ally mind its name: who looks far ahead is the likelier to keep its word', () => {
    const willing = (timeOrientation: number): number => {
      const culture = {
        powerDistance: 0.5,
        individualism: 0.5,
        uncertaintyAvoidance: 0.5,
        context: 0.5,
        timeOrientation,
      };
      const of = model({
        ticks: 1,
        actors: [actor('a'), actor('b', { culture }), actor('c'), actor('d')],
        threats: [{ id: 't', name: 'T', strength: 300, hostility: { a: 1 }, proximity: { a: 1 } }],
        treaties: [treaty('ab', ['a', 'b'], { targetRate: 0 }), treaty('bcd', ['b', 'c', 'd'], { targetRate: 0 })],
        mechanisms: only({
          perceive: [{ name: 'observation' }],
          crisis: [{ name: 'attacks', parameters: { aggression: 10, most: 0.95 } }],
        }),
      });
      const [event] = replications(40, of).flatMap((history) => eventsOf(history, 'honoured', 'reneged'));
      return event!.chance!.probability;
    };
    expect(willing(1)).toBeGreaterThan(willing(0.5) + 0.01);
    expect(willing(0.5)).toBeGreaterThan(willing(0) + 0.01);
  });
});
