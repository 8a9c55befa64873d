import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nashShift, powerOf } from '../../../../../sim/mechanisms/realign/bargain/bargain.ts';
import { always } from '../../../arbitrary.ts';

const side = (worth: number, quota: number, budget: number, without = 0) => ({ worth, quota, budget, without });

describe('a bargain over two quotas', () => {
  it.each<[string, Parameters<typeof nashShift>, number | undefined]>([
    ['between equals moves nothing', [side(1, 10, 100), side(1, 10, 100), 1, 0.5], 0],
    ['lets who gains more carry more', [side(1.1, 10, 100), side(0.9, 10, 100), 1, 0.5], 10],
    ['splits the surplus where no limit binds', [side(1.05, 10, 100), side(0.95, 10, 100), 1, 0.5], 5],
    // ½ · 1.02 · 300 − ½ · 0.98 · 100 = 104, beyond all that the other pays.
    ['lets him pay to whom effort costs least', [side(1.02, 10, 300), side(0.98, 10, 100), 1, 0.5], 10],
    ['finds Nash’s point where budgets differ', [side(0.1, 30, 300), side(0.2, 30, 100), 1, 0.5], 5],
    ['brings in one to whom it was not worth it', [side(0.3, 10, 100), side(-0.05, 10, 100), 1, 0.5], 10],
    // In score they lose 0.1 together; but what costs the rich 0.05 gives the poor 0.5.
    [
      'brings him in though the scores sum to less than nothing',
      [side(0.3, 50, 1000), side(-0.4, 50, 100), 1, 0.5],
      50,
    ],
    ['stops where the other pays nothing', [side(9, 10, 100), side(1, 4, 100), 1, 0.5], 4],
    ['fails where together they lose', [side(0.5, 10, 100), side(-0.6, 10, 100), 1, 0.5], undefined],
    ['fails where no quota can make up for it', [side(2, 10, 100), side(-1, 10, 100), 1, 0.5], undefined],
    ['fails over nothing at all', [side(0, 10, 100), side(0, 10, 100), 1, 0.5], undefined],
    ['leaves the quotas where effort weighs nothing', [side(1, 10, 100), side(1, 5, 100), 0, 0.5], 0],
    ['needs both where nothing can be shifted', [side(1, 10, 100), side(-0.5, 5, 0), 1, 0.5], undefined],
    ['favours him who has something else', [side(1, 10, 100, 0.1), side(1, 10, 100), 1, 0.5], -5],
    ['fails where both have better', [side(1, 10, 100, 1), side(1, 10, 100, 1.1), 1, 0.5], undefined],
    ['favours the mighty', [side(0.1, 10, 100), side(0.1, 10, 100), 1, 0.75], -5],
  ])('%s', (_, args, expected) => {
    const found = nashShift(...args);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(expected, 9);
  });

  it('counts strength as power only as far as it is told to', () => {
    expect(powerOf(3, 1, 0)).toBe(0.5);
    expect(powerOf(3, 1, 1)).toBe(0.75);
    expect(powerOf(3, 1, 0.5)).toBe(0.625);
    expect(powerOf(0, 0, 1)).toBe(0.5);
  });

  it('leaves both above what they have without it, none beyond its means, and no shift has a larger product of gains', () => {
    const worth = fc.integer({ min: -300, max: 300 }).map((x) => x / 100);
    const share = fc.integer({ min: 0, max: 100 }).map((x) => x / 100);
    const one = fc
      .record({ worth, without: share, share, budget: fc.integer({ min: 1, max: 500 }) })
      .map(({ share: s, budget, ...more }) => ({ ...more, budget, quota: s * budget }));
    always(
      fc.record({ a: one, b: one, weight: fc.integer({ min: 1, max: 5 }), power: fc.constantFrom(0.2, 0.5, 0.9) }),
      ({ a, b, weight, power }) => {
        const found = nashShift(a, b, weight, power);
        const gains = (x: number) => [
          a.worth - a.without - (weight * x) / a.budget,
          b.worth - b.without + (weight * x) / b.budget,
        ];
        const product = (x: number) => {
          const [u, v] = gains(x) as [number, number];
          return u > 0 && v > 0 ? u ** power * v ** (1 - power) : 0;
        };
        const low = Math.max(-a.quota, -2 * b.quota, b.quota - b.budget);
        const high = Math.min(b.quota, 2 * a.quota, a.budget - a.quota);
        const best = Math.max(...Array.from({ length: 101 }, (_, k) => product(low + ((high - low) * k) / 100)));
        if (found === undefined) {
          expect(best).toBeLessThan(1e-6);
          return;
        }
        expect(found).toBeGreaterThanOrEqual(low - 1e-9);
        expect(found).toBeLessThanOrEqual(high + 1e-9);
        expect(Math.min(...gains(found))).toBeGreaterThan(0);
        expect(product(found)).toBeGreaterThanOrEqual(best - 1e-9);
        // Which of the two speaks first does not matter.
        expect(nashShift(b, a, weight, 1 - power)).toBeCloseTo(-found, 7);
      },
      2_000,
    );
  });
});
