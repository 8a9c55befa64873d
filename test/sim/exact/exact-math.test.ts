import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp, exp, log, logistic, pow } from '../../../sim/exact/exact-math.ts';
import { golden } from '../golden-file.ts';

const view = new DataView(new ArrayBuffer(8));
const bits = (x: number): string => {
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
};

/** Sixty-four arguments: the corners, then a walk through [low, high] that never lands on round numbers. */
function inputs(low: number, high: number, corners: readonly number[]): number[] {
  const rest = 64 - corners.length;
  return [...corners, ...Array.from({ length: rest }, (_, k) => low + (high - low) * ((k * 0.6180339887498949) % 1))];
}

const EXP = inputs(-40, 40, [0, -0, 1, -1, 0.5, 709.78, 710, -745, -746, 1e-20, Infinity, -Infinity]);
const LOG = inputs(0, 1e4, [0, -1, 1, 0.5, 2, Math.E, 5e-324, 2.2e-308, 1e300, 1 - 2 ** -53, 1 + 2 ** -52, Infinity]);
const POW = inputs(0, 3, [0, 1, -0, 0.5, 2, 10, 1e-300, 1e300, 0.99, 1.02, Infinity, 0.6321205588285577]).map(
  (x, k) => [x, [0.25, 1 / 12, 1.5, -0.5, 2, 1 / 366, 40, -3][k % 8]!] as const,
);

describe('the exact functions', () => {
  // Once these bits are in a run's history, every engine and every later version must give them again.
  it('give the bits they always gave', () => {
    golden('real.json', {
      exp: EXP.map((x) => `${bits(x)} ${bits(exp(x))}`),
      log: LOG.map((x) => `${bits(x)} ${bits(log(x))}`),
      pow: POW.map(([x, y]) => `${bits(x)} ${bits(y)} ${bits(pow(x, y))}`),
      logistic: EXP.map((x) => `${bits(x)} ${bits(logistic(x))}`),
    });
  });

  it('give the bits of the library that they are a shorter way of, for every argument', () => {
    const same = (ours: (x: number) => number, theirs: (x: number) => number, x: number): void => {
      if (!Object.is(ours(x), theirs(x))) throw new Error(`at ${x}: ${bits(ours(x))}, not ${bits(theirs(x))}`);
    };
    const both = (x: number): void => {
      same(exp, stdlibExp, x);
      same(log, stdlibLn, x);
    };
    // Around whole powers and the ends of every range, in steps of the last bit; then a walk through the ordinary arguments.
    const edges = [
      1e-8,
      2 ** -28,
      1e-300,
      1e300,
      700,
      709.78,
      -745.13,
      Math.SQRT2,
      Math.SQRT1_2,
      Math.LN2,
      Math.LN2 / 2,
    ];
    for (const edge of [...edges, ...Array.from({ length: 2_100 }, (_, k) => 2 ** (k - 1_060))])
      for (const x of [edge, -edge, edge * (1 + 2 ** -52), edge * (1 - 2 ** -53), edge * (1 + 2 ** -21), edge * 1.3])
        both(x);
    for (let k = 0; k < 300_000; k++) {
      const walk = (k * 0.6180339887498949) % 1;
      both(1_500 * (walk - 0.5));
      both(4 * (walk - 0.5));
      same(log, stdlibLn, 10 * walk);
    }
    fc.assert(fc.property(fc.double(), both), { numRuns: 20_000 });
  });

  const near = (ours: number, theirs: number): void => {
    if (Number.isFinite(theirs) && Math.abs(theirs) > 1e-300)
      expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(4 * 2 ** -52 * Math.abs(theirs));
    else if (Number.isFinite(theirs)) expect(ours).toBeCloseTo(theirs, 12);
    else expect(ours).toBe(theirs);
  };
  it('are right to the last digits', () => {
    expect([EXP.length, LOG.length, POW.length]).toEqual([64, 64, 64]);
    for (const x of EXP) near(exp(x), Math.exp(x));
    for (const x of LOG) near(log(x), Math.log(x));
    for (const [x, y] of POW) near(pow(x, y), x ** y);
  });

  it('know their corners', () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), log(1), log(0), log(-1)]).toEqual([
      1,
      0,
      Infinity,
      0,
      -Infinity,
      NaN,
    ]);
    expect([pow(0, 0), pow(0, 1.5), pow(1, 1e9), pow(-1, 0.5), pow(2, -1)]).toEqual([1, 0, 1, NaN, 0.5]);
  });
});

describe('a logistic choice', () => {
  it('is even at 0, sure far from it, and as likely one way as the other', () => {
    expect(logistic(0)).toBe(0.5);
    expect(logistic(800)).toBe(1);
    expect(logistic(-800)).toBeGreaterThanOrEqual(0);
    expect(logistic(-800)).toBeLessThan(1e-300);
    for (const x of EXP.filter(Number.isFinite)) expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 12);
  });

  it('rises', () => {
    const list = EXP.slice()
      .sort((a, b) => a - b)
      .map(logistic);
    expect(list).toEqual(list.slice().sort((a, b) => a - b));
  });
});

it.each([
  [0.5, 0.5],
  [-1, 0],
  [2, 1],
  [0, 0],
  [1, 1],
])('%d clamped to [0, 1] is %d', (x, cut) => {
  expect(clamp(x, 0, 1)).toBe(cut);
});
