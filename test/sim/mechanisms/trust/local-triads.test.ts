import { describe, expect, it } from 'vitest';
import { analysisNumber } from '../../../../bench/validate/published/row.ts';
import { expectedDensity } from '../../../../sim/analysis/triad-dynamics.ts';
import { setting, steps, turnBetween } from '../../analysis/signed-graph.ts';
import { always } from '../../arbitrary.ts';

const others = (n: number, i: number, j: number): number[] => [...Array(n).keys()].filter((k) => k !== i && k !== j);

describe('local triad dynamics', () => {
  it('turn one tie of an unbalanced triad: a good one only beside a good and a bad one', () => {
    always(setting, ({ seed, p, ...settings }) => {
      const path = steps('classics/triads', { ...settings, p }, seed);
      path.slice(1).forEach((after, t) => {
        const before = path[t]!;
        const context = turnBetween(before, after);
        if (!context) return;
        const [i, j] = context;
        const kinds = others(before.n, i, j).map((k) => [
          before.signs[i * before.n + k]!,
          before.signs[j * before.n + k]!,
        ]);
        const good = before.signs[i * before.n + j] === 1;
        const between = kinds.some(([a, b]) => a! * b! < 0);
        const alike = (sign: number) => kinds.some(([a, b]) => a === sign && b === sign);
        expect(good ? between && p < 1 : alike(-1) || (alike(1) && p > 0)).toBe(true);
      });
    });
  });

  it('rest once all is balanced', () => {
    always(setting, ({ seed, ...settings }) => {
      const { density, unbalancedShare } = analysisNumber(
        'classics/triads',
        { ...settings, ticks: 40 },
        seed,
      ) as Record<string, number[]>;
      const rest = unbalancedShare!.indexOf(0);
      if (rest >= 0) expect(new Set(density!.slice(rest)).size).toBe(1);
    });
  });

  it.each([
    [0, 0.366025],
    [0.1, 0.392281],
    [0.25, 0.44949],
    [0.5, 1],
    [0.6, 1],
  ])('are foretold for p = %d: %d', (p, density) => {
    expect(expectedDensity(p)).toBeCloseTo(density, 6);
    expect(analysisNumber('classics/triads', { p, ticks: 1, actors: 3 }).expectedDensity).toBe(expectedDensity(p));
  });
});
