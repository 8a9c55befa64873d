import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { type Stream, shuffle, stream, tyche } from '../../../sim/exact/random.ts';

const draws = (random: Stream, count: number): number[] => Array.from({ length: count }, () => random.uniform());
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const variance = (list: readonly number[]): number => {
  const centre = mean(list);
  return mean(list.map((x) => (x - centre) ** 2));
};
function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  return mean(a.map((x, k) => (x - ma) * (b[k]! - mb))) / Math.sqrt(variance(a) * variance(b));
}
/** χ² of pairs on a grid of so many cells a side, against independence and uniformity. */
function pairChiSquare(a: readonly number[], b: readonly number[], side: number): number {
  const cells = new Float64Array(side * side);
  a.forEach((x, k) => {
    cells[Math.floor(x * side) * side + Math.floor(b[k]! * side)]!++;
  });
  const expected = a.length / cells.length;
  return cells.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
}

describe('a stream of random numbers', () => {
  it('is that of seedrandom’s tychei, bit for bit', () => {
    const reference = seedrandom.tychei as unknown as (seed: number) => seedrandom.PRNG;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x1fffff }), fc.integer({ min: 0, max: 0xffffffff }), (high, low) => {
        const [own, theirs] = [tyche(high, low), reference(high * 0x100000000 + low)];
        for (let k = 0; k < 50; k++) expect(own()).toBe(theirs.double());
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is the same under the same name, and another under any other', () => {
    const named: [string, string, number][] = [
      ['1', 'attacks', 0],
      ['2', 'attacks', 0],
      ['1', 'attack', 0],
      ['1', 'attacks', 1],
      ['', 'attacks', 0],
      ['1 ', 'attacks', 0],
      ['ß', 'attacks', 0],
    ];
    const drawn = named.map((name) => draws(stream(...name), 4));
    expect(named.map((name) => draws(stream(...name), 4))).toEqual(drawn);
    expect(new Set(drawn.map(String)).size).toBe(named.length);
  });

  it.each<[string, (k: number) => [Stream, Stream]]>([
    ['one tick and the next', (k) => [stream('7', 'attacks', k), stream('7', 'attacks', k + 1)]],
    ['one seed and the next', (k) => [stream(`${k}`, 'attacks', 3), stream(`${k + 1}`, 'attacks', 3)]],
    ['two mechanisms of a tick', (k) => [stream('7', 'moves', k), stream('7', 'movet', k)]],
    ['a seed and itself with a letter more', (k) => [stream(`${k}`, 'moves', 0), stream(`${k}a`, 'moves', 0)]],
  ])('of %s has nothing to do with each other', (_, pair) => {
    const pairs = Array.from({ length: 20_000 }, (_, k) => pair(k).map((random) => random.uniform()));
    const [a, b] = [pairs.map(([x]) => x!), pairs.map(([, y]) => y!)];
    // Five standard errors, and χ² on 99 degrees of freedom at p = 1e-6.
    expect(Math.abs(correlation(a, b))).toBeLessThan(5 / Math.sqrt(a.length));
    expect(pairChiSquare(a, b, 10)).toBeLessThan(179);
  });

  it('is uniform in [0, 1), to the last of its 53 bits', () => {
    const list = draws(stream('1', 'attacks', 0), 100_000);
    expect(list.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(mean(list)).toBeCloseTo(0.5, 2);
    expect(variance(list)).toBeCloseTo(1 / 12, 3);
    expect(pairChiSquare(list.slice(1), list.slice(0, -1), 10)).toBeLessThan(179);
    expect(list.some((x) => (x * 2 ** 53) % 2 === 1)).toBe(true);
    expect(list.every((x) => Number.isInteger(x * 2 ** 53))).toBe(true);
  });

  it('makes noise of mean 0 and variance 1 that never passes 3.5', () => {
    const random = stream('1', 'observation', 0);
    const list = Array.from({ length: 100_000 }, () => random.noise());
    expect(mean(list)).toBeCloseTo(0, 1);
    expect(Math.abs(mean(list))).toBeLessThan(5 / Math.sqrt(list.length));
    expect(variance(list)).toBeCloseTo(1, 1);
    expect(mean(list.map((x) => x ** 3))).toBeCloseTo(0, 1);
    expect(Math.max(...list.map(Math.abs))).toBeLessThan(3.5);
  });

  it('draws every whole number below n alike, and none beside them', () => {
    const random = stream('1', 'moves', 0);
    const counts = new Array<number>(7).fill(0);
    for (let k = 0; k < 70_000; k++) counts[random.below(7)]!++;
    expect(counts).toHaveLength(7);
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('shuffles: everyone once, the same order from the same stream', () => {
    fc.assert(
      fc.property(fc.int32Array({ maxLength: 50 }), fc.string(), (list, seed) => {
        const order = Int32Array.from(list);
        const again = Int32Array.from(list);
        shuffle(order, stream(seed, 'moves', 0));
        shuffle(again, stream(seed, 'moves', 0));
        expect(again).toEqual(order);
        expect(order.slice().sort()).toEqual(list.slice().sort());
      }),
    );
  });

  it('puts each of four first, and each order, equally often', () => {
    const orders = new Map<string, number>();
    for (let k = 0; k < 24_000; k++) {
      const order = Int32Array.of(0, 1, 2, 3);
      shuffle(order, stream('1', 'moves', k));
      orders.set(order.join(''), (orders.get(order.join('')) ?? 0) + 1);
    }
    expect(orders.size).toBe(24);
    for (const count of orders.values()) expect(Math.abs(count - 1_000)).toBeLessThan(170);
  });
});
