import { describe, expect, it } from 'vitest';
import { medianInterval, medianRatio, slownessOf } from '../../bench/against/median-ratio.ts';
import { inTurn, takePairs } from '../../bench/against/pairs.ts';
import { againstReport, compared } from '../../bench/against/report.ts';
import { mulberry32 } from '../../bench/kernel.ts';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k + 1);

describe('the interval of a median', () => {
  // Ranks as in the tables of the sign test, for 95 %.
  it.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [12, 3, 10],
    [15, 4, 12],
    [20, 6, 15],
    [40, 14, 27],
    [100, 40, 61],
  ])('of %i values goes from rank %i to rank %i', (n, low, high) => {
    expect(medianInterval(upTo(n).reverse())).toEqual({ value: (n + 1) / 2, low, high });
  });

  it('is refused for too few values', () => {
    expect(() => medianInterval(upTo(5))).toThrow(RangeError);
  });

  it('holds the true median as often as it says, whatever the distribution', () => {
    const random = mulberry32(7);
    const samples = 4_000;
    let held = 0;
    for (let sample = 0; sample < samples; sample++) {
      const { low, high } = medianInterval(Array.from({ length: 15 }, () => random() ** 4));
      if (low <= 0.5 ** 4 && 0.5 ** 4 <= high) held++;
    }
    expect(held / samples).toBeGreaterThan(0.955);
    expect(held / samples).toBeLessThan(0.975);
  });
});

const rounds = (ratios: readonly number[]) => ratios.map((ratio) => [{ now: ratio * 10, former: 10 }]);

describe('the comparison with a former commit', () => {
  it('counts a round once, however many pairs it has', () => {
    const many = [1, 2, 3, 4, 5, 6].map((ratio) => [0.5, 1, 9].map((noise) => ({ now: ratio * noise, former: 1 })));
    expect(medianRatio(many)).toEqual({ value: 3.5, low: 1, high: 6 });
  });

  it('calls slower only what lies above the limit with its whole interval', () => {
    const verdictOfRatios = (ratios: readonly number[]) => slownessOf(medianRatio(rounds(ratios)));
    expect(verdictOfRatios([1.04, 1.05, 1.06, 1.05, 1.04, 1.2])).toBe('slower');
    expect(verdictOfRatios([1.02, 1.05, 1.06, 1.05, 1.04, 1.2])).toBe('unsure');
    expect(verdictOfRatios([0.98, 1.02, 1, 1.01, 1.02, 1.03])).toBe('alike');
    expect(verdictOfRatios([0.9, 0.8, 0.99, 0.7, 0.9, 0.9])).toBe('faster');
  });

  it('says so', () => {
    const setting = { what: 'It', command: 'x', machine: 'y', commit: 'abc', different: ['b'] };
    const told = (ratio: number) =>
      againstReport(
        setting,
        ['a', 'b'].map((name) => compared({ name, rounds: rounds(Array(6).fill(name === 'a' ? ratio : 1)) })),
      );
    expect(told(1)).toContain('Nothing slower: no interval of a median ratio lies above 1.03.');
    expect(told(1.5)).toContain('Slower, the interval of the median ratio above 1.03: a.');
    expect(told(1.5)).toContain('| a | 15.0 ms | 10.0 ms | 1.500 | 1.500–1.500 | **slower** |');
    const weighed = compared({ name: 'c', bytes: { now: 1030, former: 1000 } });
    expect(againstReport(setting, [weighed])).toContain('| c | 1,030 B | 1,000 B | 1.030 | exact |  |');
    expect(told(1)).toContain('Not the same states in the two: b.');
  });
});

describe('pairs', () => {
  it('are taken in turn, and who goes first changes', async () => {
    const asked: string[] = [];
    const both = { now: 'now', former: 'former' };
    const cost = (one: string, pair: number): number => asked.push(`${one} ${pair}`);
    expect(await takePairs(2, 0, both, cost)).toEqual([
      { now: 1, former: 2 },
      { now: 4, former: 3 },
    ]);
    expect(asked).toEqual(['now 0', 'former 0', 'former 1', 'now 1']);
    expect(await inTurn(1, both, (one) => asked.push(one))).toEqual({ now: 6, former: 5 });
  });
});
