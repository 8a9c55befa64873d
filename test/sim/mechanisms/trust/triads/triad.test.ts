import { describe, expect, it } from 'vitest';
import { drawTriad } from '../../../../../sim/mechanisms/trust/triads/triad.ts';

describe('a draw of three', () => {
  it.each([3, 4, 7])('of %i gives every order of every three once', (n) => {
    const triad = new Int32Array(3);
    const orders = n * (n - 1) * (n - 2);
    const met = new Set<string>();
    for (let order = 0; order < orders; order++) {
      drawTriad(n, { below: () => order, uniform: () => 0, noise: () => 0 }, triad);
      expect(new Set(triad).size).toBe(3);
      expect(Math.min(...triad)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...triad)).toBeLessThan(n);
      met.add(triad.join());
    }
    expect(met.size).toBe(orders);
  });
});
