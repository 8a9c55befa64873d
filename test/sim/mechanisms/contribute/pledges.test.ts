import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { always } from '../../arbitrary.ts';
import { actor, model, only, treaty } from '../../builders.ts';

/**
 * What the engine's own pledges come to in a pure public good: each actor has the income w_i a tick and the taste
 * U = (1 − a) ln c + a ln G, all are allied, every effort spills in wholly, and nothing but taste moves anyone.
 */
function settled(incomes: readonly number[], a: number, { publicness = 1, pace = 1, ticks = 3_000 } = {}): number[] {
  const ids = incomes.map((_, k) => `n${k}`);
  const of = model({
    resources: [{ id: 'arms', name: 'Arms', unit: 'points', yield: 1 }],
    actors: ids.map((id, k) => actor(id, { resources: { arms: incomes[k]! } })),
    treaties: [
      treaty('all', ids, {
        publicness,
        formality: 0,
        monitoring: 0,
        sanction: 0,
        targetRate: 0,
        obligations: ['defence'],
      }),
    ],
    mechanisms: only({
      contribute: [
        { name: 'pledges', parameters: { peace: a / (1 - a), alarm: 0, unaided: 0, word: 0, reciprocity: 0, pace } },
      ],
    }),
  });
  const world = start(of);
  const course = begin(of, '1', [], () => {});
  for (let t = 0; t < ticks; t++) tick(course, world);
  return [...world.columns.effort];
}

const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);

/** Bergstrom, Blume & Varian 1986: those above w* = ((1−a)/a) G pay w − w*; found by adding payers from the richest down. */
function nash(incomes: readonly number[], a: number): { efforts: number[]; good: number } {
  const rich = [...incomes].sort((x, y) => y - x);
  let good = 0;
  for (let m = 1; m <= rich.length; m++) {
    const together = (a * total(rich.slice(0, m))) / (a + m * (1 - a));
    if (rich[m - 1]! > ((1 - a) / a) * together) good = together;
  }
  return { good, efforts: incomes.map((w) => Math.max(0, w - ((1 - a) / a) * good)) };
}

const near = (list: readonly number[], expected: readonly number[]): void => {
  expect(list).toHaveLength(expected.length);
  list.forEach((x, k) => {
    expect(Math.abs(x - expected[k]!)).toBeLessThan(1e-6);
  });
};

describe('a pure public good', () => {
  it.each([
    [[10, 10], 0.5, [3.3333333, 3.3333333], 6.6666667, 10],
    [[20, 10], 0.5, [10, 0], 10, 15],
    [[10, 10, 10, 10], 0.5, [2, 2, 2, 2], 8, 20],
    [[40, 20, 10, 5], 0.5, [20, 0, 0, 0], 20, 37.5],
    [[40, 30, 20, 10], 0.8, [27.1428571, 17.1428571, 7.1428571, 0], 51.4285714, 80],
  ])('of incomes %j at a = %d is paid for by %j', (incomes, a, efforts, good, optimum) => {
    const found = settled(incomes, a);
    near(found, efforts);
    expect(Math.abs(total(found) - good)).toBeLessThan(1e-6);
    expect(a * total(incomes)).toBeCloseTo(optimum, 9);
    expect(total(found)).toBeLessThan(optimum);
  });

  it('is paid for as the closed form says, whoever has what', () => {
    const incomes = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 9 });
    // Near a corner the last payer's approach is slow but sure; what is left is far below the tolerance.
    const taste = fc.constantFrom(0.2, 0.35, 0.5, 0.65, 0.8, 0.9);
    always(
      fc.record({ incomes, taste }),
      (world) => {
        if (world.incomes.length < 2) return;
        near(settled(world.incomes, world.taste), nash(world.incomes, world.taste).efforts);
      },
      40,
    );
  });

  it('is the same however income is shared among those who pay for it (Warr 1983)', () => {
    const apart = settled([25, 15], 0.5);
    const alike = settled([20, 20], 0.5);
    expect(Math.abs(total(apart) - 40 / 3)).toBeLessThan(1e-6);
    expect(Math.abs(total(alike) - 40 / 3)).toBeLessThan(1e-6);
    expect(apart[0]! - apart[1]!).toBeCloseTo(10, 6);
  });

  it.each([
    [2, 0.5],
    [3, 0.5],
    [6, 0.5],
    [12, 0.5],
    [30, 0.5],
    [5, 0.2],
    [5, 0.9],
  ])('for %d alike at a = %d falls short of the optimum by 1/(a + n(1−a))', (n, a) => {
    const found = total(settled(new Array<number>(n).fill(10), a));
    expect(found / (a * 10 * n)).toBeCloseTo(1 / (a + n * (1 - a)), 6);
  });

  it('falls the shorter of its optimum the more share it (Olson 1965)', () => {
    const shares = [1, 2, 4, 8, 16].map((n) => {
      const incomes = new Array<number>(Math.max(2, n)).fill(10).map((w, k) => (k < n ? w : 1e-9));
      return total(settled(incomes, 0.5)) / (0.5 * 10 * n);
    });
    expect(shares).toEqual([...shares].sort((x, y) => y - x));
    expect(shares[0]).toBeCloseTo(1, 6);
    expect(shares.at(-1)).toBeLessThan(0.13);
  });

  it('burdens those with equal incomes equally, and no poorer one more than a richer', () => {
    const found = settled([70, 20, 50, 20, 50], 0.7);
    expect(found[1]).toBeCloseTo(found[3]!, 9);
    expect(found[2]).toBeCloseTo(found[4]!, 9);
    expect(found[0]!).toBeGreaterThan(found[2]!);
    expect(found[2]!).toBeGreaterThanOrEqual(found[1]!);
  });

  it('comes to the same whether members move at once or by small steps', () => {
    near(settled([40, 30, 20, 10], 0.8, { pace: 0.05 }), settled([40, 30, 20, 10], 0.8));
  });

  it('that does not spill over is paid for by each alone: βB', () => {
    near(settled([40, 20, 10], 0.3, { publicness: 0 }), [12, 6, 3]);
  });
});

describe('the alliance of 1964', () => {
  const gnp = [569.03, 88.87, 79.46, 73.4, 43.63, 38.14, 15, 13.43, 7.73, 6.69, 5.64, 4.31, 2.88, 0.53];

  it.each([
    [0.8437, 1],
    [0.84382, 1],
    [0.843824, 2],
    [0.84395, 2],
  ])('at a = %d is paid for by %d', (a, payers) => {
    const efforts = settled(gnp, a, { ticks: 20_000 });
    expect(efforts.filter((g) => g > 1e-6)).toHaveLength(payers);
    near(efforts, nash(gnp, a).efforts);
  });

  it('is exploited by the small the more the good is public', () => {
    const rates = (publicness: number) => settled(gnp, 0.9, { publicness }).map((g, k) => g / gnp[k]!);
    const [shared, own] = [rates(1), rates(0)];
    expect(shared[0]).toBeGreaterThan(shared[1]!);
    expect(shared[1]).toBeGreaterThan(shared.at(-1)!);
    for (const rate of own) expect(rate).toBeCloseTo(0.9, 9);
  });
});
