import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisNumber } from '../../../bench/validate/published/row.ts';
import { barrett } from '../../../sim/analysis/agreement-barrett.ts';
import { cartel } from '../../../sim/analysis/agreement-cartel.ts';
import { linear } from '../../../sim/analysis/agreement-linear.ts';
import { type Agreement, stableSizes } from '../../../sim/analysis/stability.ts';
import { always } from '../arbitrary.ts';

// The closed forms against games that are solved by nothing but search.

/** Where a single-peaked f is greatest. */
function peak(f: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let k = 0; k < 120; k++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (f(left) >= f(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/** Where a falling f crosses 0. */
function crossing(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let k = 0; k < 200; k++) {
    const middle = (low + high) / 2;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const near = (ours: number, searched: number, tolerance = 1e-7): void => {
  expect(Math.abs(ours - searched)).toBeLessThanOrEqual(tolerance * Math.abs(searched) + 1e-12);
};

const scale = fc.constantFrom(0.01, 0.1, 0.3, 1, 2.5, 20);
const sized = fc
  .record({ n: fc.integer({ min: 1, max: 14 }), b: scale, gamma: scale, a: fc.constantFrom(1, 100) })
  .chain((game) => fc.integer({ min: 0, max: game.n }).map((k) => ({ ...game, k })));

describe('a game of agreement', () => {
  it('with a steady benefit is as if each chose its abatement by search', () => {
    always(sized, ({ n, b, gamma, k }) => {
      const game = linear(n, b, gamma);
      const cost = (q: number) => (gamma * b * q * q) / 2;
      const alone = peak((q) => b * q - cost(q), 0, 10 / gamma);
      const joint = k > 0 ? peak((q) => k * b * k * q - k * cost(q), 0, (10 * n) / gamma) : 0;
      const Q = k * joint + (n - k) * alone;
      near(game.total(k), Q, 1e-6);
      if (k > 0) near(game.signatory(k), b * Q - cost(joint), 1e-6);
      if (k < n) near(game.outsider(k), b * Q - cost(alone), 1e-6);
    });
  });

  it('of Barrett’s is as if signatories searched, foreseeing the outsiders’ search', () => {
    always(sized, ({ n, a, b, gamma, k }) => {
      const game = barrett(n, a, b, gamma);
      const payoff = (Q: number, q: number) => (b / n) * (a * Q - (Q * Q) / 2) - (gamma * b * q * q) / 2;
      // What one outsider abates where each does: its marginal benefit just pays its marginal cost.
      const answered = (q: number) =>
        crossing((x) => (b / n) * (a - k * q - (n - k) * x) - gamma * b * x, -a, a / Math.min(1, gamma));
      const totalAt = (q: number) => k * q + (n - k) * answered(q);
      const q = k > 0 ? peak((x) => k * payoff(totalAt(x), x), 0, a) : 0;
      near(game.total(k), totalAt(q), 1e-5);
      if (k > 0) near(game.signatory(k), payoff(totalAt(q), q));
      if (k < n) near(game.outsider(k), payoff(totalAt(q), answered(q)), 1e-5);
      near(game.welfare(k), k * payoff(totalAt(q), q) + (n - k) * payoff(totalAt(q), answered(q)), 1e-5);
    });
  });

  it('of price leadership is as if the cartel searched for its price', () => {
    always(sized, ({ n, k }) => {
      const game = cartel(n);
      const sold = (p: number) => (n * (1 - p) - (n - k) * p) / k;
      const profit = (p: number) => p * sold(p) - (sold(p) * sold(p)) / 2;
      const p = k > 0 ? peak(profit, 0, 1) : crossing((x) => n * (1 - x) - n * x, 0, 1);
      near(game.price(k), p, 1e-6);
      near(game.total(k), n * (1 - p), 1e-6);
      if (k > 0) near(game.signatory(k), profit(p));
      if (k < n) near(game.outsider(k), (p * p) / 2, 1e-6);
    });
  });
});

describe('a stable agreement', () => {
  /** Payoffs by size, as if read off a table. */
  const tabled = (inside: readonly number[], outside: readonly number[]): Agreement => ({
    players: inside.length,
    signatory: (k) => inside[k - 1]!,
    outsider: (k) => outside[k]!,
    total: () => 0,
    welfare: () => 0,
  });

  it.each<[string, number[], number[], number[]]>([
    ['everybody gains by joining', [1, 2, 3], [0, 1, 2], [3]],
    ['nobody gains by signing at all', [-1, -1, -1], [0, 0, 0], []],
    ['all is one', [5, 5, 5], [5, 5, 5], [1, 2, 3]],
    ['two sizes hold', [1, 0, 3, 4], [0, 2, 2, 3], [1, 4]],
    ['a difference is a billionth of a billionth', [1, 1 + 1e-15, 1], [1, 1, 1], [1, 2, 3]],
    ['a difference is real', [1, 1 + 1e-8, 1], [1, 1, 1], [2, 3]],
  ])('where %s', (_, inside, outside, expected) => {
    expect(stableSizes(tabled(inside, outside))).toEqual(expected);
  });

  it('of price leadership always exists, and is of three firms or fewer', () => {
    for (let n = 1; n <= 200; n++) expect(stableSizes(cartel(n)), `${n} firms`).toEqual([Math.min(3, n)]);
  });

  it('with a steady benefit is of two or three, whatever is at stake', () => {
    always(fc.record({ n: fc.integer({ min: 3, max: 500 }), b: scale, gamma: scale }), ({ n, b, gamma }) => {
      expect(stableSizes(linear(n, b, gamma))).toEqual([2, 3]);
    });
    expect(stableSizes(linear(1, 1, 1))).toEqual([1]);
    expect(stableSizes(linear(2, 1, 1))).toEqual([2]);
  });

  it('of Barrett’s always exists, and grows as abatement costs less', () => {
    const largest = (gamma: number) => stableSizes(barrett(20, 100, 1, gamma)).at(-1) ?? 0;
    const sizes = [10, 1, 0.3, 0.1, 0.03, 0.01, 0.001].map(largest);
    expect(sizes).toEqual(sizes.slice().sort((x, y) => x - y));
    expect(sizes.at(0)).toBeLessThan(4);
    expect(sizes.at(-1)).toBe(20);
    always(sized, ({ n, a, b, gamma }) => {
      expect(stableSizes(barrett(n, a, b, gamma)).length).toBeGreaterThan(0);
    });
  });

  it('of Barrett’s does not depend on a and b, but only on γ', () => {
    always(sized, ({ n, a, b, gamma }) => {
      expect(stableSizes(barrett(n, a, b, gamma))).toEqual(stableSizes(barrett(n, 1, 1, gamma)));
    });
  });
});

describe('the scenarios of agreements', () => {
  const settings = fc.record({
    N: fc.integer({ min: 1, max: 40 }),
    b: fc.constantFrom(1e-6, 0.2, 1, 1e6),
    gamma: fc.constantFrom(1e-6, 0.01, 1, 1e6),
  });

  it.each(['classics/agreement-linear', 'classics/agreement-barrett'])('%s: answer in numbers, a list a size', (id) => {
    always(settings, ({ N, b, gamma }) => {
      const said = analysisNumber(id, { N, b, gamma });
      expect(JSON.parse(JSON.stringify(said))).toEqual(said);
      expect(said.signatoryPayoff).toHaveLength(N);
      expect(said.outsiderPayoff).toHaveLength(N - 1);
      expect(said.incentive).toHaveLength(N);
      expect(said.largestStable).toBe((said.stableSizes as number[]).at(-1));
    });
  });
});
