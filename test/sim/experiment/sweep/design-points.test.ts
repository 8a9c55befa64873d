import { describe, expect, it } from 'vitest';
import { designPoints } from '../../../../sim/experiment/sweep/design-points.ts';
import { checkSweep } from '../../../../sim/experiment/sweep/make-plan.ts';
import type { WholeSpec } from '../../../../sim/experiment/sweep/spec.ts';
import { sweep } from './plans.ts';

function pointsOf(vary: readonly object[], design: object = { kind: 'full' }): unknown[][] {
  const spec = sweep({ vary: vary.map((entry, k) => ({ path: `parameters.${'pqr'[k]}`, ...entry })), design });
  const checked = checkSweep(spec);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  const points = designPoints(checked.value as WholeSpec);
  return Array.from({ length: points.count }, (_, point) => [...points.settings(point)]);
}

describe('the values of a range in a full design', () => {
  it.each<[string, object, unknown[]]>([
    ['both ends', { from: 0, to: 1, steps: 2 }, [0, 1]],
    ['tenths', { from: 0, to: 1, steps: 11 }, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
    ['tenths from a tenth on', { from: 0.1, to: 0.5, steps: 5 }, [0.1, 0.2, 0.3, 0.4, 0.5]],
    ['tenths on both sides of 0', { from: -0.3, to: 0.3, steps: 7 }, [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]],
    ['hundredths', { from: 0.05, to: 0.2, steps: 4 }, [0.05, 0.1, 0.15, 0.2]],
    ['halves of thousandths', { from: 0.001, to: 0.002, steps: 3 }, [0.001, 0.0015, 0.002]],
    ['thirds', { from: 0, to: 1, steps: 4 }, [0, 1 / 3, 2 / 3, 1]],
    ['one value', { from: 2, to: 2, steps: 1 }, [2]],
    ['large ends', { from: 1e300, to: 3e300, steps: 3 }, [1e300, 2e300, 3e300]],
    ['powers of ten', { from: 1, to: 1_000, steps: 4, scale: 'log' }, [1, 10, 100, 1_000]],
    ['small powers of ten', { from: 1e-4, to: 1, steps: 5, scale: 'log' }, [1e-4, 1e-3, 0.01, 0.1, 1]],
    ['powers of two', { from: 1, to: 1_024, steps: 11, scale: 'log' }, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024]],
    ['whole numbers', { from: 1, to: 4, steps: 4, whole: true }, [1, 2, 3, 4]],
    ['whole numbers within the range', { from: 0.4, to: 3.6, steps: 3, whole: true }, [1, 2, 3]],
    ['every second whole number', { from: -2, to: 2, steps: 3, whole: true }, [-2, 0, 2]],
  ])('are %s', (_, entry, values) => {
    expect(pointsOf([entry])).toEqual(values.map((value) => [value]));
  });

  it('vary fastest in the last entry', () => {
    expect(pointsOf([{ values: [1, 2] }, { values: ['a', 'b', 'c'] }, { values: [true, false] }])).toEqual([
      [1, 'a', true],
      [1, 'a', false],
      [1, 'b', true],
      [1, 'b', false],
      [1, 'c', true],
      [1, 'c', false],
      [2, 'a', true],
      [2, 'a', false],
      [2, 'b', true],
      [2, 'b', false],
      [2, 'c', true],
      [2, 'c', false],
    ]);
  });

  it('are one point where nothing varies', () => {
    expect(pointsOf([])).toEqual([[]]);
  });
});

describe('an expression', () => {
  const { p, q } = { p: { as: 'x', values: [1, 2] }, q: { as: 'y', expression: 'x * 10' } };

  it.each<[string, object[], unknown[][]]>([
    [
      'follows what it names',
      [p, q],
      [
        [1, 10],
        [2, 20],
      ],
    ],
    [
      'may stand before it',
      [
        { as: 'y', expression: 'x * 10' },
        { as: 'x', values: [1, 2] },
      ],
      [
        [10, 1],
        [20, 2],
      ],
    ],
    [
      'may name another expression that stands behind it',
      [{ expression: 'y + x' }, { as: 'y', expression: 'x * 10' }, { as: 'x', values: [1] }],
      [[11, 10, 1]],
    ],
    ['may name nothing', [{ expression: '2 ^ 3' }], [[8]]],
    [
      'is rounded to a whole number',
      [
        { as: 'x', values: [2.4] },
        { expression: 'x + .2', whole: true },
      ],
      [[2.4, 3]],
    ],
    ['has no value of a text', [{ as: 'x', values: ['a'] }, { expression: 'x + 1' }], [['a', Number.NaN]]],
    ['is never −0', [{ as: 'x', values: [0] }, { expression: '-x' }], [[0, 0]]],
  ])('%s', (_, vary, points) => {
    expect(pointsOf(vary)).toEqual(points);
  });

  it('counts no input of a design', () => {
    expect(pointsOf([{ as: 'x', from: 0, to: 1 }, q], { kind: 'saltelli', size: 2 })).toHaveLength(2 * (1 + 3));
  });
});

describe('a design', () => {
  const range = { from: 0, to: 1 };
  it.each<[string, object, number]>([
    ['lhs', { kind: 'lhs', size: 7 }, 7],
    ['random', { kind: 'random', size: 7 }, 7],
    ['sobol', { kind: 'sobol', size: 8 }, 8],
    ['saltelli', { kind: 'saltelli', size: 8 }, 8 * (2 + 3)],
    ['morris', { kind: 'morris', size: 7 }, 7 * (2 + 1)],
  ])('%s has its points, within the ranges', (_, design, count) => {
    const points = pointsOf([range, { from: -0.1, to: 0.2 }], design);
    expect(points).toHaveLength(count);
    for (const [a, b] of points as number[][]) {
      expect(a! >= 0 && a! <= 1).toBe(true);
      expect(b! >= -0.1 && b! <= 0.2).toBe(true);
    }
  });

  it('of Morris visits both ends, to the last bit', () => {
    const found = pointsOf(
      [
        { from: 0.1, to: 0.7 },
        { from: 0.01, to: 10, scale: 'log' },
      ],
      { kind: 'morris', size: 20 },
    );
    for (const [k, ends] of [
      [0, [0.1, 0.7]],
      [1, [0.01, 10]],
    ] as const) {
      const values = found.map((point) => point[k] as number);
      expect([Math.min(...values), Math.max(...values)]).toEqual(ends);
    }
  });

  it.each([
    ['of a range', { from: 0.6, to: 3.4, whole: true }, [1, 2, 3]],
    ['of a logarithmic range', { from: 1.2, to: 3.4, whole: true, scale: 'log' }, [2, 3]],
    ['of a distribution', { distribution: { kind: 'uniform', from: 1, to: 3 }, whole: true }, [1, 2, 3]],
    ['of a bounded normal', { distribution: { kind: 'normal', mean: 2, sd: 9, from: 1.2, to: 2.9 }, whole: true }, [2]],
    ['of a list', { values: [5, 'a', true] }, [5, 'a', true]],
  ])('takes the values %s', (_, entry, values) => {
    const found = new Set(pointsOf([entry], { kind: 'sobol', size: 64 }).flat());
    expect(found).toEqual(new Set(values));
  });

  it('gives each of a list, and each whole number, its even share', () => {
    for (const entry of [{ values: [1, 2, 3, 4] }, { from: 1, to: 4, whole: true }]) {
      const found = pointsOf([entry], { kind: 'sobol', size: 64 }).flat();
      for (const value of [1, 2, 3, 4]) expect(found.filter((one) => one === value)).toHaveLength(16);
    }
  });

  it('of given points takes them as they are', () => {
    const points = [
      [1, 'a'],
      [2, 'b'],
    ];
    expect(pointsOf([{ values: [0] }, { values: [0] }], { kind: 'points', points })).toEqual(points);
  });
});
