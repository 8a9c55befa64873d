import { describe, expect, it } from 'vitest';
import { designDraws } from '../../../../sim/exact/design-draws.ts';
import { normalQuantile } from '../../../../sim/exact/normal.ts';
import { saltelliDesign, saltelliRow } from '../../../../sim/experiment/designs/saltelli.ts';
import { type SobolIndices, sobolIndices } from '../../../../sim/experiment/sensitivity/sobol-indices.ts';
import { ishigami, outputsOf } from './outputs.ts';

const bootstrap = (seed = 1) => designDraws(String(seed), 'bootstrap');

function indicesOf(
  size: number,
  inputs: readonly string[],
  model: (point: Float64Array, row: number) => number,
  seed = 1,
): SobolIndices {
  const points = saltelliDesign(size, inputs.length, seed);
  return sobolIndices(outputsOf(points, inputs.length, model), inputs, bootstrap(seed));
}

type Wanted = Record<string, readonly [s1: number, st: number]>;

function expectNear({ indices }: SobolIndices, wanted: Wanted, tolerance: number): void {
  expect(Object.keys(indices)).toEqual(Object.keys(wanted));
  for (const [factor, [s1, st]] of Object.entries(wanted)) {
    const found = indices[factor]!;
    expect(Math.abs(found.s1 - s1), `${factor}: s1 ${found.s1}`).toBeLessThan(tolerance);
    expect(Math.abs(found.st - st), `${factor}: st ${found.st}`).toBeLessThan(tolerance);
  }
}

/** Value of the luck of a row: uniform, by the seed that the row takes. */
function luckOf(inputs: number): (row: number) => number {
  const draw = designDraws('1', 'luck');
  const drawn = new Map<string, number>();
  return (row) => {
    const { k, seedOfB } = saltelliRow(row, inputs);
    const key = `${k} ${seedOfB}`;
    if (!drawn.has(key)) drawn.set(key, draw());
    return drawn.get(key)!;
  };
}

describe('Sobol’ indices', () => {
  it.each([1, 2])('of the Ishigami function are the exact ones (seed %i)', (seed) => {
    const wanted: Wanted = { x: [0.313905, 0.557589], y: [0.442411, 0.442411], z: [0, 0.243684], luck: [0, 0] };
    expectNear(indicesOf(2 ** 14, ['x', 'y', 'z'], ishigami, seed), wanted, 0.005);
  });

  it('of the G function are the exact ones (Sobol’ 1993, with the coefficients of Saltelli & Sobol’ 1995)', () => {
    const coefficients = [0, 1, 4.5, 9, 99, 99];
    const partial = coefficients.map((a) => 1 / (3 * (1 + a) ** 2));
    const product = partial.reduce((all, v) => all * (1 + v), 1);
    const wanted: Wanted = Object.fromEntries([
      ...partial.map((v, k) => [`x${k}`, [v / (product - 1), (v * product) / (1 + v) / (product - 1)]]),
      ['luck', [0, 0]],
    ]);
    const g = (point: Float64Array) =>
      point.reduce((all, u, k) => (all * (Math.abs(4 * u - 2) + coefficients[k]!)) / (1 + coefficients[k]!), 1);
    expectNear(indicesOf(2 ** 12, Object.keys(wanted).slice(0, -1), g), wanted, 0.02);
  });

  it('of a linear model of normal inputs are the shares of their variances, far from zero too', () => {
    const wanted: Wanted = { a: [1 / 14, 1 / 14], b: [4 / 14, 4 / 14], c: [9 / 14, 9 / 14], luck: [0, 0] };
    const linear = ([a, b, c]: Float64Array) =>
      1e6 + normalQuantile(a!) + 2 * normalQuantile(b!) + 3 * normalQuantile(c!);
    expectNear(indicesOf(2 ** 12, ['a', 'b', 'c'], linear), wanted, 0.01);
  });

  it('count luck as a factor of its own', () => {
    const luck = luckOf(2);
    const wanted: Wanted = { a: [0.5, 0.5], b: [0, 0], luck: [0.5, 0.5] };
    expectNear(
      indicesOf(2 ** 14, ['a', 'b'], ([a], row) => a! + luck(row)),
      wanted,
      0.02,
    );
  });

  it('show where luck works through an input: alone it does nothing', () => {
    const luck = luckOf(1);
    // (u − ½)(z − ½): all of the variance belongs to both together.
    const wanted: Wanted = { a: [0, 1], luck: [0, 1] };
    expectNear(
      indicesOf(2 ** 14, ['a'], ([a], row) => (a! - 0.5) * (luck(row) - 0.5)),
      wanted,
      0.03,
    );
  });

  it('lie in their intervals, which are narrow with many base points and wide with few', () => {
    const [few, many] = [2 ** 7, 2 ** 12].map((size) => indicesOf(size, ['x', 'y', 'z'], ishigami).indices);
    for (const factor of ['x', 'y', 'z']) {
      const { s1, s1Low, s1High, st, stLow, stHigh } = many![factor]!;
      expect(s1Low < s1 && s1 < s1High && stLow < st && st < stHigh).toBe(true);
      expect(s1High - s1Low).toBeLessThan((few![factor]!.s1High - few![factor]!.s1Low) / 3);
    }
  });

  it('cover the truth in 19 of 20 experiments with random outputs', () => {
    const experiments = 100;
    let covered = 0;
    for (let seed = 0; seed < experiments; seed++) {
      const luck = designDraws(String(seed), 'luck');
      const outputs = new Float64Array(128 * 4);
      for (let k = 0; k < 128; k++) {
        const [a, b, ofA, ofB] = [luck(), luck(), luck(), luck()];
        outputs.set([a + ofA, b + ofB, b + ofA, a + ofB], k * 4);
      }
      const { stLow, stHigh } = sobolIndices(outputs, ['a'], bootstrap(seed)).indices.luck!;
      if (stLow <= 0.5 && 0.5 <= stHigh) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(88);
  });

  it('leave out a base point of which one run has no value, and say so', () => {
    const points = saltelliDesign(64, 3, 1);
    const outputs = outputsOf(points, 3, ishigami);
    const without = new Float64Array([...outputs.subarray(0, 30), ...outputs.subarray(36)]);
    outputs[33] = Number.NaN;
    const found = sobolIndices(outputs, ['x', 'y', 'z'], bootstrap());
    expect([found.used, found.dropped]).toEqual([63, 1]);
    expect(found.indices).toEqual(sobolIndices(without, ['x', 'y', 'z'], bootstrap()).indices);
  });

  it('are nothing where the output does not vary, or nothing has a value', () => {
    const constant = sobolIndices(new Float64Array(64 * 4).fill(0.1), ['x'], bootstrap()).indices;
    expect(constant.x!.s1).toBeNaN();
    expect(constant.luck!.stHigh).toBeNaN();
    const none = sobolIndices(new Float64Array(64 * 4).fill(Number.NaN), ['x'], bootstrap());
    expect([none.used, none.dropped, none.indices.x!.st]).toEqual([0, 64, Number.NaN]);
  });

  it('take any name of an input', () => {
    const { indices } = indicesOf(2, ['__proto__'], ([a]) => a!);
    expect(Object.keys(indices)).toEqual(['__proto__', 'luck']);
  });
});
