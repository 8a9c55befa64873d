import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import type { seek } from '../../../../sim/history/seek.ts';
import { actor, model, only, treaty } from '../../builders.ts';
import type { Shocks } from '../shock/storm.ts';

describe('a disaster', () => {
  type Clauses = Parameters<typeof treaty>[2];
  const pool: Clauses = { purpose: 'crisis-response', obligations: [] };
  /** Two kinds of stock, a flood over a and b, and funds filled as said before it comes. */
  const struck = (funds: Record<string, number>, family: Shocks[number]['family'] = 'disaster', amount = 0.5) => {
    const of = model({
      ticks: 3,
      resources: [
        { id: 'arms', name: 'Arms', unit: 'points' },
        { id: 'grain', name: 'Grain', unit: 'points' },
      ],
      actors: [
        actor('a', { resources: { arms: 80, grain: 40 } }),
        actor('b', { resources: { arms: 20, grain: 20 } }),
        actor('c', { resources: { arms: 100, grain: 100 } }),
      ],
      treaties: Object.keys(funds).map((id) => treaty(id, ['a', 'b', 'c'], id === 'talk' ? { obligations: [] } : pool)),
      shocks: [
        {
          id: 'flood',
          name: 'Flood',
          family,
          at: 1,
          changes: [
            { target: { actors: ['a', 'b'] }, field: 'resources.grain', operation: 'scale', amount },
            { target: { actors: ['a'] }, field: 'resources.arms', operation: 'add', amount: -20 },
          ],
        },
      ],
      mechanisms: only({
        shock: [{ name: 'scheduled-shocks' }],
        crisis: [{ name: 'relief', parameters: { coverage: 0.5 } }],
      }),
    });
    const events: { kind: string; amount?: number; alliance?: string; who: string[] }[] = [];
    const course = begin(of, '1', [], (event) => events.push(event as never));
    const state = start(of);
    for (const alliance of state.alliances) alliance.fund = funds[alliance.id]!;
    const before = state.alliances.reduce((sum, { fund }) => sum + fund, 0);
    for (let t = 0; t < 3; t++) tick(course, state);
    const paid = events.filter(({ kind }) => kind === 'relief');
    return { state, paid, spent: before - state.alliances.reduce((sum, { fund }) => sum + fund, 0) };
  };
  const stocks = (state: ReturnType<typeof seek>) => [...state.columns.resources];

  it('is made good from the pool by the part that it covers, in kind, once, and to the last bit of the account', () => {
    const { state, paid, spent } = struck({ fund: 1000 });
    // a lost 20 arms and 20 grain, b 10 grain.
    expect(paid.map(({ who, amount }) => [who[0], amount])).toEqual([
      ['a', 20],
      ['b', 5],
    ]);
    expect(stocks(state)).toEqual([70, 30, 20, 15, 100, 100]);
    expect(spent).toBe(25);
  });

  it('that a fund cannot meet leaves it empty, each having the same part of its claim', () => {
    const { state, paid } = struck({ fund: 5 });
    expect(paid.map(({ amount }) => amount)).toEqual([4, 1]);
    expect(state.alliances[0]!.fund).toBe(0);
  });

  it('is paid by several pools, together no more than is covered, and by no other treaty', () => {
    const { state, paid, spent } = struck({ talk: 50, first: 5, second: 1000 });
    expect(paid.filter(({ alliance }) => alliance === 'talk')).toEqual([]);
    expect(spent).toBeCloseTo(25, 9);
    expect(state.alliances.find(({ id }) => id === 'talk')!.fund).toBe(50);
  });

  it('that took everything is paid for too; a downturn and a windfall are not', () => {
    expect(struck({ fund: 1000 }, 'disaster', 0).spent).toBe(0.5 * (60 + 20));
    expect(struck({ fund: 1000 }, 'scarcity').paid).toEqual([]);
    expect(struck({ fund: 1000 }, 'disaster', 2).spent).toBe(10);
  });
});
