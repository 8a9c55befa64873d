import { describe, expect, it } from 'vitest';
import { createKernel, outcomeOf, streamOf, tickKernel } from '../../bench/kernel.ts';

// Numbers of another implementation of the workload, from the same stream: whole numbers alike, sums to nine digits.
const REFERENCE = [
  {
    n: 20,
    ticks: 200,
    trust: 0.07470174720484932,
    contribution: 5.318198804019716,
    strength: 19.500523287741707,
    hhi: 0.505,
    whole: { aligned: 20, switches: 48, hash: 292565387 },
  },
  {
    n: 60,
    ticks: 200,
    trust: 0.05154328030452416,
    contribution: 13.981352507440299,
    strength: 63.68884824431823,
    hhi: 0.2538888888888889,
    whole: { aligned: 60, switches: 350, hash: 890019981 },
  },
  {
    n: 200,
    ticks: 200,
    trust: 0.021518377073072123,
    contribution: 46.915083849218355,
    strength: 210.348843948518,
    hhi: 0.07505,
    whole: { aligned: 200, switches: 1703, hash: 983995784 },
  },
  {
    n: 1000,
    ticks: 20,
    trust: 0.0019401153264362817,
    contribution: 218.4070733984644,
    strength: 1009.9436987164066,
    hhi: 0.017148,
    whole: { aligned: 1000, switches: 4033, hash: 556518118 },
  },
];

describe('the kernel that our speed is held against', () => {
  it.each(REFERENCE)('comes to the known end with $n actors', ({ n, ticks, whole, ...sums }) => {
    const kernel = createKernel(n, streamOf(0));
    for (let t = 0; t < ticks; t++) tickKernel(kernel);
    const { aligned, switches, hash, ...mine } = outcomeOf(kernel);
    expect({ aligned, switches, hash }).toEqual(whole);
    for (const [name, value] of Object.entries(mine))
      expect(Math.abs(value / sums[name as keyof typeof sums] - 1), name).toBeLessThan(1e-9);
  });
});
