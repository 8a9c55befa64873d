import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { actor, allianceOf, model, only, treaty } from '../../builders.ts';
import { type Actor, type Clauses, KINDS, POOL, type Purpose, play, pool, TWO } from './one-pool.ts';

describe('a pool', () => {
  const PAID = ['resources', 'calculative', 'relational', 'hostility'] as const;
  const paid = (purpose: Purpose, clauses: Clauses = {}): string[] => {
    const [with_, without] = [true, false].map((pays) => play(pool(purpose, clauses, TWO, pays)));
    const changed: string[] = PAID.filter((name) => with_!.columns[name].join() !== without!.columns[name].join());
    return allianceOf(with_!, 'pool')!.fund > 0 ? [...changed, 'fund'] : changed;
  };

  it.each<[Purpose, string[]]>([
    ['economic', ['resources']],
    ['knowledge', ['resources']],
    ['political', ['calculative', 'hostility']],
    ['social', ['relational']],
    ['crisis-response', ['fund']],
    ['defensive', []],
    ['offensive', []],
  ])('that is %s pays in %j and in nothing else', (purpose, what) => {
    expect(paid(purpose)).toEqual(what);
  });

  it('that is not rival pays nothing of that, whatever its purpose', () => {
    for (const purpose of ['economic', 'knowledge', 'political', 'social', 'crisis-response'] as const)
      expect(paid(purpose, { rival: false })).toEqual([]);
  });

  it('into which nobody pays pays nobody', () => {
    for (const purpose of ['economic', 'knowledge', 'political', 'social', 'crisis-response'] as const)
      expect(paid(purpose, { targetRate: 0 })).toEqual([]);
  });

  it('of members without any means is empty, and harms no number', () => {
    const poor: Actor = { resources: { grain: 0, iron: 0 } };
    for (const purpose of ['economic', 'knowledge', 'political', 'social', 'crisis-response'] as const) {
      const world = play(pool(purpose, {}, [poor, poor]), 3);
      expect(allianceOf(world, 'pool')!.pool).toBe(0);
      for (const column of Object.values(world.columns))
        expect((column as Float64Array).every((x) => Number.isFinite(x))).toBe(true);
    }
  });
});

describe('a relief fund', () => {
  const FLOOD = {
    id: 'flood',
    name: 'Flood',
    family: 'disaster' as const,
    at: 4,
    changes: ['resources.grain', 'resources.iron'].map((field) => ({
      target: { actors: ['m0'] },
      field,
      operation: 'scale' as const,
      amount: 0.2,
    })),
  };
  const fund = (shocks: (typeof FLOOD)[] = [], reserve = 3) => {
    const events: { kind: string; amount?: number }[] = [];
    const of = model({
      resources: KINDS,
      actors: ['m0', 'm1'].map((id) => actor(id, { resources: { grain: 50, iron: 50 } })),
      treaties: [treaty('pool', ['m0', 'm1'], { ...POOL, purpose: 'crisis-response' })],
      shocks,
      mechanisms: only({
        shock: [{ name: 'scheduled-shocks' }],
        produce: [{ name: 'pools' }, { name: 'payoffs', parameters: { reserve } }],
        crisis: [{ name: 'relief' }],
      }),
    });
    const course = begin(of, '1', [], (event) => events.push(event as never));
    const world = start(of);
    const funds: number[] = [];
    for (let t = 0; t < 8; t++) {
      tick(course, world);
      funds.push(world.alliances[0]!.fund);
    }
    return { world, funds, paid: events.filter(({ kind }) => kind === 'relief') };
  };

  it('saves all of its pool until it holds so many years of it', () => {
    const { world, funds } = fund();
    const { pool: yearly } = world.alliances[0]!;
    expect(funds.slice(0, 5)).toEqual([1, 2, 3, 3, 3].map((years) => expect.closeTo(years * yearly, 9)));
  });

  it('pays a member that a flood struck, and saves anew', () => {
    const { world, funds, paid } = fund([FLOOD]);
    expect(paid).toHaveLength(1);
    expect(funds[4]).toBe(0);
    expect(funds[5]).toBeGreaterThan(0);
    expect(paid[0]!.amount).toBeCloseTo(funds[3]!, 9);
    expect(world.columns.resources[0]).toBeCloseTo(50 * 0.2 + funds[3]! / 2, 9);
  });

  it('that saves nothing has nothing to pay', () => {
    expect(fund([FLOOD], 0).paid).toEqual([]);
  });
});
