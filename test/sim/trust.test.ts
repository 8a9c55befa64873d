import { describe, expect, it } from 'vitest';
import { play, seek } from '../../sim/history.ts';
import { begin, start, tick } from '../../sim/run.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { trustBetween } from '../../sim/trust.ts';
import type { World } from '../../sim/world.ts';
import { actor, feeling, model, only, treaty } from './hand.ts';

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
      for (const member of members) member.effort = member.quota * (of.ids[member.actor] === 'b' ? paid : 1);
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
      return feeling(of, world, 'calculative', 'a', 'b');
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
      return feeling(of, world, 'relational', 'a', 'b');
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
    const told = (t: number) => feeling(of, seek(history, t), 'calculative', 'a', 'd');
    expect(told(5)).toBeGreaterThan(told(0));
    expect(told(20)).toBeGreaterThan(told(5));
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
      expect(feeling(of, world, field, 'a', 'b')).toBeGreaterThan(feeling(of, before, field, 'a', 'b'));
    expect(feeling(of, world, 'calculative', 'c', 'b')).toBe(feeling(of, before, 'calculative', 'c', 'b'));
  });

  it('broken destroys the trust of whom it was given to, and costs some with those who saw it', () => {
    const { of, world, before } = tested('renege');
    const lost = (from: string): number =>
      feeling(of, before, 'calculative', from, 'b') - feeling(of, world, 'calculative', from, 'b');
    expect(lost('a')).toBeGreaterThan(0.2);
    expect(lost('c')).toBeGreaterThan(0);
    expect(lost('c')).toBeLessThan(lost('a'));
    expect(feeling(of, world, 'relational', 'a', 'b')).toBeLessThan(0.4);
    // The one who broke it trusts as before.
    expect(feeling(of, world, 'calculative', 'b', 'a')).toBe(feeling(of, before, 'calculative', 'b', 'a'));
  });

  it('broken costs more than one kept wins', () => {
    const gain = tested('honour');
    const loss = tested('renege');
    const move = ({ of, world, before }: typeof gain) =>
      Math.abs(feeling(of, world, 'calculative', 'a', 'b') - feeling(of, before, 'calculative', 'a', 'b'));
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
      return feeling(of, seek(play(of, '1'), 10), 'hostility', 'a', 'b');
    };
    expect(hostility('b')).toBeLessThan(0.4);
    expect(hostility('a')).toBeCloseTo(0.4, 6);
  });
});
