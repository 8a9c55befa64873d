import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { bestStructure } from '../../../sim/analysis/best-structure.ts';
import { bestPartition } from '../../../sim/analysis/partition.ts';
import { nash, type Pooling, pooledWorths, readPooling } from '../../../sim/analysis/pooled.ts';
import { check, faultSentence } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { log } from '../../../sim/exact/exact-math.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { summarise } from '../../../sim/results/summary.ts';
import { always } from '../arbitrary.ts';
import { actor, model, treaty } from '../builders.ts';

const asked = (history: History, settings: object = {}) =>
  bestStructure.of(history, bestStructure.params.parse(settings) as never) as Record<string, number> & {
    bestStructures: string[];
    standingStructure: string;
  };
const historyOf = (id: string, ticks?: number): History => {
  const checked = check(histories[id]);
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
  return play(load(checked.value), '1', [], ticks === undefined ? {} : { ticks });
};

/** A pool in which all help is whole and nobody bears ill will. */
const pool = (budget: number[], a: number): Pooling => {
  const n = budget.length;
  return {
    budget: Float64Array.from(budget),
    taste: new Float64Array(n).fill(a),
    help: Float64Array.from({ length: n * n }, (_, slot) => (slot % (n + 1) === 0 ? 0 : 1)),
    discord: new Float64Array(n * n),
  };
};
const efforts = (pooling: Pooling): Float64Array => {
  const n = pooling.budget.length;
  const effort = new Float64Array(n);
  nash(
    Array.from({ length: n }, (_, i) => i),
    pooling,
    effort,
  );
  return effort;
};

describe('a common pool', () => {
  it.each([
    [[10, 10], 0.5, [10 / 3, 10 / 3]],
    [[20, 10], 0.5, [10, 0]],
    [[10, 10, 10, 10], 0.5, [2, 2, 2, 2]],
    [[40, 20, 10, 5], 0.5, [20, 0, 0, 0]],
    [[40, 30, 20, 10], 0.8, [27.142857142857142, 17.142857142857142, 7.142857142857142, 0]],
  ])('of %j with taste %d is paid as Olson and Zeckhauser say', (budget, a, expected) => {
    const effort = efforts(pool(budget, a));
    expected.forEach((x, i) => {
      expect(effort[i]).toBeCloseTo(x, 8);
    });
  });

  it('is at rest: nobody would rather pay more or less', () => {
    const help = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 25, maxLength: 25 });
    const money = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 5 });
    always(fc.tuple(money, fc.integer({ min: 1, max: 9 }), help), ([budget, tenths, helps]) => {
      const pooling = { ...pool(budget, tenths / 10), help: Float64Array.from(helps, (x) => x / 10) };
      for (let i = 0; i < 5; i++) pooling.help[i * 6] = 0;
      const effort = efforts(pooling);
      for (let i = 0; i < 5; i++) {
        const aside = effort.reduce((sum, g, j) => sum + pooling.help[i * 5 + j]! * g, 0);
        const utility = (g: number): number =>
          g >= budget[i]! || g + aside <= 0
            ? -Infinity
            : (1 - tenths / 10) * log(budget[i]! - g) + (tenths / 10) * log(g + aside);
        for (const step of [-0.01, 0.01])
          if (effort[i]! + step >= 0) expect(utility(effort[i]! + step)).toBeLessThan(utility(effort[i]!) + 1e-12);
      }
    });
  });

  it('loses by ill will what its members bear each other', () => {
    const calm = pooledWorths(pool([10, 10], 0.5));
    const spoilt = pooledWorths({ ...pool([10, 10], 0.5), discord: new Float64Array([0, 0.25, 0.25, 0]) });
    expect(spoilt[3]).toBeCloseTo(0.75 * calm[3]!, 12);
    expect(spoilt[1]).toBe(calm[1]);
  });

  it('of fifteen actors is worked out in every composition within seconds', () => {
    const n = 15;
    const pooling = pool(
      Array.from({ length: n }, (_, i) => 1 + i),
      0.07,
    );
    const worth = pooledWorths(pooling);
    expect(worth.every(Number.isFinite)).toBe(true);
  });
});

/** The best over all partitions, one by one. */
const bestOf = (worth: Float64Array, n: number): number => {
  const place = (i: number, blocs: readonly number[]): number => {
    if (i === n) return blocs.reduce((sum, bloc) => sum + worth[bloc]!, 0);
    let most = place(i + 1, [...blocs, 1 << i]);
    blocs.forEach((bloc, k) => {
      most = Math.max(most, place(i + 1, [...blocs.slice(0, k), bloc | (1 << i), ...blocs.slice(k + 1)]));
    });
    return most;
  };
  return place(0, []);
};

describe('the yardstick', () => {
  it('says of the Delian League what stands and what would be best', () => {
    const history = historyOf('delian-league');
    const end = asked(history);
    expect(end.structureTick).toBe(75);
    expect(end.shareReached).toBeGreaterThan(0.4);
    expect(end.shareReached).toBeLessThanOrEqual(1);
    expect(end.bestWelfare).toBeGreaterThanOrEqual(Math.max(end.apartWelfare!, end.togetherWelfare!) - 1e-9);
    // Without mistrust or ill will a public good is the better the more share it.
    const pure = asked(history, { mistrust: 0, illWill: 0 });
    expect(pure.bestStructures[0]!.split('{')).toHaveLength(2);
    expect(pure.bestWelfare).toBeCloseTo(pure.togetherWelfare!, 9);
  });

  it('of Europe is the best of all 115,975 divisions of ten powers', () => {
    const history = historyOf('europe-1879-1914');
    const found = asked(history, { tick: 40 });
    expect(found.structureTick).toBe(40);
    expect(found.shareReached).toBeGreaterThan(0.4);
    expect(found.shareReached).toBeLessThanOrEqual(1);
    const worths = pooledWorths(
      readPooling(seek(history, 40), { peace: 0.08, alarm: 0.6, publicness: 1, mistrust: 1, illWill: 1 }),
    );
    expect(found.bestWelfare).toBeCloseTo(bestOf(worths, 10), 9);
    const members = found.bestStructures[0]!.match(/[A-Z]{3}/g);
    expect(members?.sort()).toEqual([...history.model.names.actors.keys()].sort());
  });

  it('reads blocs through common members, and leaves ententes apart', () => {
    const of = model({
      actors: ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
      treaties: [
        treaty('first', ['a', 'c']),
        treaty('second', ['c', 'e']),
        treaty('talks', ['b', 'd'], { obligations: ['consultation'] }),
      ],
      ticks: 0,
    });
    expect(asked(play(of, '1')).standingStructure).toBe('{a c e}{b}{d}');
  });

  it('agrees with a search of all partitions', () => {
    const unit = fc.integer({ min: 0, max: 10 }).map((x) => x / 10);
    always(
      fc.record({
        budgets: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6, maxLength: 6 }),
        tastes: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
        help: fc.array(unit, { minLength: 36, maxLength: 36 }),
        discord: fc.array(unit, { minLength: 36, maxLength: 36 }),
      }),
      ({ budgets, tastes, help, discord }) => {
        const off = (list: number[]) => Float64Array.from(list, (x, slot) => (slot % 7 === 0 ? 0 : x));
        const worth = pooledWorths({
          budget: Float64Array.from(budgets),
          taste: Float64Array.from(tastes, (x) => x / 10),
          help: off(help),
          discord: off(discord),
        });
        expect(worth.every(Number.isFinite)).toBe(true);
        expect(bestPartition(6, worth).worth).toBeCloseTo(bestOf(worth, 6), 9);
      },
      25,
    );
  });

  it('can be asked of any scenario of up to fifteen actors, and of no larger one', () => {
    const ask = (id: string) => check({ ...(histories[id] as object), analyses: [{ name: 'best-structure' }] });
    const europe = ask('europe-1879-1914');
    if ('faults' in europe) throw new Error(europe.faults.map(faultSentence).join('\n'));
    const { analysis } = summarise(play(load(europe.value), '1', [], { ticks: 8 }));
    expect(Object.keys(analysis!)).toEqual(Object.keys(bestStructure.keys));
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
    const nato = ask('nato');
    expect('faults' in nato ? nato.faults.map(faultSentence) : []).toEqual([
      'analyses[0].parameters: "best-structure" expects at most 15 actors, got 17',
    ]);
  });

  it('of a world of one is that one', () => {
    const found = asked(play(model({ actors: [actor('a')], ticks: 1 }), '1'));
    expect(found).toMatchObject({ shareReached: 1, bestTies: 1, standingStructure: '{a}' });
  });
});
