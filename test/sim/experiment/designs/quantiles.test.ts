import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InputDistribution, isUnbounded, quantileOf } from '../../../../sim/experiment/designs/quantiles.ts';
import { always } from '../../arbitrary.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const ordered = (of: fc.Arbitrary<number>, count: number) =>
  fc.array(of, { minLength: count, maxLength: count }).map((list) => list.sort((a, b) => a - b));

const distributions: fc.Arbitrary<InputDistribution & { from: number; to: number }> = fc.oneof(
  ordered(number, 2).map(([from, to]) => ({ kind: 'uniform' as const, from: from!, to: to! })),
  ordered(positive, 2).map(([from, to]) => ({ kind: 'loguniform' as const, from: from!, to: to! })),
  ordered(number, 3).map(([from, mode, to]) => ({ kind: 'triangular' as const, from: from!, mode: mode!, to: to! })),
  fc
    .tuple(ordered(number, 2), number, positive)
    .map(([[from, to], mean, sd]) => ({ kind: 'normal' as const, mean, sd, from: from!, to: to! })),
);

describe('the quantile function of an input', () => {
  it.each<[InputDistribution, number, number]>([
    [{ kind: 'uniform', from: 2, to: 6 }, 0.25, 3],
    [{ kind: 'loguniform', from: 1, to: 100 }, 0.5, 10],
    [{ kind: 'loguniform', from: 0.001, to: 1000 }, 1 / 6, 0.01],
    [{ kind: 'triangular', from: 0, mode: 1, to: 4 }, 0.25, 1],
    [{ kind: 'triangular', from: 0, mode: 1, to: 4 }, 0.0625, 0.5],
    [{ kind: 'triangular', from: 0, mode: 1, to: 4 }, 0.8125, 2.5],
    [{ kind: 'triangular', from: 0, mode: 4, to: 4 }, 0.25, 2],
    [{ kind: 'normal', mean: 10, sd: 2 }, 0.975, 13.919927969080108],
    [{ kind: 'normal', mean: 0, sd: 1, from: 0 }, 0.5, 0.6744897501960817],
    [{ kind: 'normal', mean: 0, sd: 1, from: -1, to: 1 }, 0.5, 0],
    // Half of what is beyond 8 standard deviations: from 30 digits of erfc.
    [{ kind: 'normal', mean: 0, sd: 1, from: 8 }, 0.5, 8.084911007391543],
    [{ kind: 'normal', mean: 0, sd: 1, to: -8 }, 0.5, -8.084911007391543],
    [{ kind: 'normal', mean: 0, sd: 1, from: 50, to: 60 }, 0.5, 50],
    [{ kind: 'normal', mean: 0, sd: 1, from: -60, to: -50 }, 0.5, -50],
  ])('%j at %d is %d', (distribution, share, wanted) => {
    expect(quantileOf(distribution)(share)).toBeCloseTo(wanted, 12);
  });

  it('goes from one bound to the other, and never back', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    always(
      fc.tuple(distributions, share, share),
      ([distribution, u, v]) => {
        const { from, to } = distribution;
        const quantile = quantileOf(distribution);
        const tolerance = 1e-9 * (to - from) + 1e-9 * Math.max(Math.abs(from), Math.abs(to));
        const [low, high] = [quantile(Math.min(u, v)), quantile(Math.max(u, v))];
        expect(isUnbounded(distribution)).toBe(false);
        expect(from <= low && high <= to && low <= high + tolerance).toBe(true);
        expect([quantile(0), quantile(1)]).toEqual([from, to]);
      },
      400,
    );
  });

  it('is infinite at the ends of a normal one without bounds, and says so', () => {
    const open: InputDistribution = { kind: 'normal', mean: 1, sd: 2 };
    expect([0, 1].map(quantileOf(open))).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(isUnbounded(open)).toBe(true);
    expect(isUnbounded({ ...open, from: 0 })).toBe(true);
    expect(isUnbounded({ ...open, from: 0, to: 3 })).toBe(false);
  });
});
