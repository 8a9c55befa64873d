import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { actor, model, only, treaty } from '../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];

/** Three in a treaty, one of whom feels put upon for good; nothing else moves. */
function quarrel(more: TreatyMore, parameters: Record<string, number>, ticks = 20, ticksPerYear = 1) {
  const of = model({
    ticks,
    ticksPerYear,
    actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
    treaties: [treaty('abc', ['a', 'b', 'c'], { targetRate: 0.5, ...more })],
    mechanisms: only({ govern: [{ name: 'disputes', parameters }] }),
  });
  const world = start(of);
  world.alliances[0]!.members[0]!.inequity = 0.6;
  const events: string[] = [];
  const course = begin(of, '1', [], (event) =>
    events.push(`${event.tick} ${event.kind}${'rung' in event ? ` ${event.rung}` : ''}`),
  );
  while (world.tick < ticks) tick(course, world);
  return { events, world };
}
const hopeless = { negotiation: 0, mediation: 0, arbitration: 0, patience: 20 };

describe('a dispute', () => {
  it('climbs its ladder rung by rung, a year on each', () => {
    expect(quarrel({ disputes: ['negotiation', 'mediation', 'arbitration'] }, hopeless, 10).events).toEqual([
      '0 dispute-opened negotiation',
      '1 dispute-climbed mediation',
      '2 dispute-climbed arbitration',
      '3 dispute-climbed exit',
    ]);
  });

  it('takes a year a rung where a tick is a month, too', () => {
    expect(quarrel({ disputes: ['negotiation', 'arbitration'] }, hopeless, 40, 12).events).toEqual([
      '0 dispute-opened negotiation',
      '12 dispute-climbed arbitration',
      '24 dispute-climbed exit',
    ]);
  });

  it('climbs only the rungs its treaty has, in their order', () => {
    expect(quarrel({ disputes: ['arbitration', 'negotiation'] }, hopeless, 10).events).toEqual([
      '0 dispute-opened negotiation',
      '1 dispute-climbed arbitration',
      '2 dispute-climbed exit',
    ]);
    expect(quarrel({ disputes: [] }, hopeless, 10).events).toEqual(['0 dispute-climbed exit']);
  });

  it('that is settled lightens the quota and the feeling', () => {
    const { events, world } = quarrel({ disputes: ['arbitration'], formality: 1 }, { arbitration: 1, relief: 0.8 });
    expect(events).toEqual(['0 dispute-opened arbitration', '0 dispute-settled arbitration', '0 renegotiated']);
    const [own, other] = world.alliances[0]!.members;
    expect(own!.inequity).toBeCloseTo(0.12, 9);
    expect(own!.quota).toBeLessThan(other!.quota);
    expect(world.alliances[0]!.disputes).toEqual([]);
  });

  it('that is settled leaves the pool whole: the others take over what their budgets bear', () => {
    for (const relief of [0.1, 0.4, 1]) {
      const { world } = quarrel({ disputes: ['arbitration'], formality: 1 }, { arbitration: 1, relief });
      const [own, ...others] = world.alliances[0]!.members;
      const asked = (own?.quota ?? 0) + others.reduce((sum, { quota }) => sum + quota, 0);
      const budget = world.columns.budget[0]!;
      expect(asked).toBeCloseTo(1.5 * budget, 9);
      for (const { quota } of others) {
        expect(quota).toBeGreaterThan(0.5 * budget);
        expect(quota).toBeLessThanOrEqual(budget + 1e-9);
      }
    }
  });

  it('that a hegemon settles falls on its other subjects, not on itself', () => {
    const settled = (governance: 'hegemonic' | 'majority') => {
      const terms = { disputes: ['arbitration' as const], formality: 1, governance, leader: 'b' };
      const { world } = quarrel(terms, { arbitration: 1, relief: 0.5 });
      return world.alliances[0]!.members.map(({ quota }) => quota / world.columns.budget[0]!);
    };
    const [own, leader, other] = settled('hegemonic');
    expect(own).toBeLessThan(0.5);
    expect(leader).toBeCloseTo(0.5, 9);
    expect(own! + other!).toBeCloseTo(1, 9);
    expect(settled('majority')[1]).toBeGreaterThan(0.5);
  });

  it('that a third settles names the third', () => {
    const of = model({
      ticks: 5,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.2, relational: 0.2 },
      dyads: ['a', 'b'].map((from) => ({ from, to: 'd', calculative: 1, relational: 1 })),
      treaties: [treaty('ab', ['a', 'b'], { targetRate: 0.5, disputes: ['mediation'] })],
      mechanisms: only({ govern: [{ name: 'disputes', parameters: { mediation: 1 } }] }),
    });
    const world = start(of);
    world.alliances[0]!.members[0]!.inequity = 0.6;
    const settled: unknown[] = [];
    const course = begin(of, '1', [], (event) => {
      if (event.kind === 'dispute-settled') settled.push(event);
    });
    tick(course, world);
    expect(settled).toMatchObject([{ who: ['a'], rung: 'mediation', mediator: 'd' }]);
  });

  it('is not opened over what one bears, and under a hegemon one used to rank bears more', () => {
    expect(quarrel({}, { tolerance: 0.7 }).events).toEqual([]);
    expect(
      quarrel({ governance: 'hegemonic', leader: 'b' }, { tolerance: 0.5, deference: 0.4, ...hopeless }).events,
    ).toEqual([]);
    expect(quarrel({}, { tolerance: 0.5, deference: 0.4, ...hopeless }).events.length).toBeGreaterThan(0);
  });
});
