import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisNumber } from '../../../bench/validate/published/row.ts';
import { classics } from '../../../scenarios/classics/index.ts';
import { coreVertices } from '../../../sim/analysis/core.ts';
import { nucleolus } from '../../../sim/analysis/nucleolus.ts';
import { power } from '../../../sim/analysis/power.ts';
import { shapleyByEnumeration, shapleyOf } from '../../../sim/analysis/shapley.ts';
import { ballotOf } from '../../../sim/analysis/weights.ts';
import { check, faultSentence, setPath } from '../../../sim/check/check.ts';
import { always } from '../arbitrary.ts';

const close = (found: unknown, expected: readonly number[], digits = 9): void => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((x, i) => {
    expect((found as number[])[i]).toBeCloseTo(x, digits);
  });
};
const sum = (list: readonly number[]): number => list.reduce((all, x) => all + x, 0);
/** Sums of all coalitions by mask. */
const sums = (weights: readonly number[]): number[] =>
  weights.reduce<number[]>((found, weight) => found.concat(found.map((x) => x + weight)), [0]);

describe('a weighted vote', () => {
  const ballots = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 }).chain((weights) =>
    fc.record({
      weights: fc.constant(weights),
      quota: fc.integer({ min: 1, max: Math.max(1, sum(weights) + 2) }),
    }),
  );

  it('gives the power that the whole game gives, and none where nobody can win', () => {
    always(
      ballots,
      ({ weights, quota }) => {
        const n = weights.length;
        const wins = Float64Array.from(sums(weights), (x) => (x >= quota ? 1 : 0));
        const found = analysisNumber('classics/voting', { weights, quota });
        close(found.shapleyShubik, [...shapleyOf(n, wins)]);
        const swings = weights.map(
          (_, i) => [...wins.keys()].filter((set) => !((set >> i) & 1) && wins[set | (1 << i)]! > wins[set]!).length,
        );
        close(
          found.penrose,
          swings.map((x) => x / 2 ** (n - 1)),
        );
        close(
          found.banzhaf,
          swings.map((x) => (sum(swings) > 0 ? x / sum(swings) : 0)),
        );
        expect(found.powerToAct).toBeCloseTo(sum([...wins]) / 2 ** n, 12);
        expect(found.dummies).toEqual(swings.flatMap((x, i) => (x === 0 ? [i + 1] : [])));
        if (n <= 4) expect(found.coreEmpty).toBe(coreVertices(n, wins).length === 0);
      },
      120,
    );
  });

  it('is counted as it is enumerated, beyond sixteen voters', () => {
    always(
      fc.tuple(
        fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 17, maxLength: 17 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
      ),
      ([weights, share]) => {
        const quota = Math.max(1, Math.round(share * sum(weights)));
        const all = sums(weights);
        const counted = power({ weights, quota, whole: true });
        // The same ballot in numbers that cannot be counted is gone through coalition by coalition.
        const enumerated = power({ weights, quota: quota - 1e-6, whole: false });
        close([...counted.shapley], [...enumerated.shapley]);
        close([...counted.penrose], [...enumerated.penrose]);
        expect(counted.winning).toBeCloseTo(all.filter((x) => x >= quota).length / all.length, 12);
      },
      8,
    );
  });

  it('among many follows from what is known of them', () => {
    const alike = analysisNumber('classics/voting', { weights: new Array<number>(101).fill(1), quota: 51 });
    close(alike.shapleyShubik, new Array<number>(101).fill(1 / 101));
    expect(alike.powerToAct).toBeCloseTo(0.5, 12);
    const hundred = Array.from({ length: 100 }, (_, i) => 1 + ((i * 37) % 60));
    const found = analysisNumber('classics/voting', { weights: hundred, quota: Math.ceil((2 * sum(hundred)) / 3) });
    expect(sum(found.shapleyShubik as number[])).toBeCloseTo(1, 9);
    expect(sum(found.banzhaf as number[])).toBeCloseTo(1, 9);
    // One of 100 against 300 of 1, quota 200: it decides where 100 to 199 of the others came before it.
    const apex = analysisNumber('classics/voting', { weights: [100, ...new Array<number>(300).fill(1)], quota: 200 });
    expect((apex.shapleyShubik as number[])[0]).toBeCloseTo(100 / 301, 9);
  });

  it('takes decimals as they are meant', () => {
    const tenths = analysisNumber('classics/voting', { weights: [0.1, 0.2, 0.3], quota: 0.3 });
    const whole = analysisNumber('classics/voting', { weights: [1, 2, 3], quota: 3 });
    expect(tenths).toEqual(whole);
    const thirds = analysisNumber('classics/voting', { weights: [1 / 3, 1 / 3, 1 / 3], quota: 1 });
    close(thirds.shapleyShubik, [1 / 3, 1 / 3, 1 / 3]);
    expect(ballotOf([510, 500, 10], 505)).toEqual({ weights: [51, 50, 1], quota: 51, whole: true });
    expect(ballotOf([Math.SQRT2, 1], 1).whole).toBe(false);
  });

  it.each<[string, number[], number, object]>([
    ['a dictator', [3, 1, 1], 3, { veto: [1], dummies: [2, 3], corePoint: [1, 0, 0] }],
    ['unanimity', [2, 1, 1], 4, { veto: [1, 2, 3], dummies: [], coreEmpty: false }],
    [
      'a quota beyond all',
      [2, 1],
      4,
      { shapleyShubik: [0, 0], banzhaf: [0, 0], powerToAct: 0, veto: [], coreEmpty: false },
    ],
    ['nothing but zeros', [0, 0], 1, { shapleyShubik: [0, 0], dummies: [1, 2], powerToAct: 0 }],
    ['one voter', [5], 1, { shapleyShubik: [1], banzhaf: [1], powerToAct: 0.5, veto: [1] }],
  ])('of %s has its answer', (_, weights, quota, expected) => {
    expect(analysisNumber('classics/voting', { weights, quota })).toMatchObject(expected);
  });
});

describe('the other games', () => {
  it('of gloves agree with the enumerated game', () => {
    for (let left = 1; left <= 4; left++)
      for (let right = 1; right <= 4; right++) {
        const n = left + right;
        const worth = Float64Array.from({ length: 1 << n }, (_, set) => {
          const inside = Array.from({ length: n }, (_, i) => (set >> i) & 1);
          return Math.min(sum(inside.slice(0, left)), sum(inside.slice(left)));
        });
        const found = analysisNumber('classics/glove', { left, right });
        close(found.shapley, [...shapleyOf(n, worth)]);
        close(found.nucleolus, nucleolus(n, worth), 8);
        if (n <= 4) expect(found.coreVertices).toEqual(coreVertices(n, worth));
      }
    const crowd = analysisNumber('classics/glove', { left: 200, right: 199 });
    expect(sum(crowd.shapley as number[])).toBeCloseTo(199, 8);
  });

  it('of a runway give what is known', () => {
    const found = analysisNumber('classics/airport', { needs: [4, 0, 7, 2] });
    expect(sum(found.shapley as number[])).toBeCloseTo(7, 9);
    expect(sum(found.nucleolus as number[])).toBeCloseTo(7, 9);
    expect(found.subsidy).toBe(1.75);
    close(analysisNumber('classics/airport', { needs: [5] }).nucleolus, [5]);
    close(analysisNumber('classics/airport', { needs: [0, 0] }).shapley, [0, 0]);
    expect(analysisNumber('classics/airport', { needs: new Array<number>(50).fill(3) }).nucleolus).toEqual([]);
  });

  it('of creditors who come one after another is their Shapley value', () => {
    const found = analysisNumber('classics/bankruptcy');
    // 200 of 100, 200, 300 in the six orders: 100 twice, 0 twice where others took all, and so on.
    close(found.randomArrival, [100 / 3, 250 / 3, 250 / 3]);
    expect(analysisNumber('classics/bankruptcy', { estate: 900 })).toMatchObject({
      talmud: [100, 200, 300],
      rest: 300,
    });
    close(analysisNumber('classics/bankruptcy', { estate: 900 }).nucleolus, [100, 200, 300]);
    expect(analysisNumber('classics/bankruptcy', { estate: 0, claims: [0, 0] })).toMatchObject({
      talmud: [0, 0],
      nucleolus: [0, 0],
    });
  });

  it('of Gamson take the cheapest of all that win', () => {
    always(
      fc.tuple(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 60 }),
      ),
      ([seats, quota]) => {
        const all = sums(seats);
        const minimal = [...all.keys()].filter(
          (set) => all[set]! >= quota && seats.every((seat, i) => !((set >> i) & 1) || all[set]! - seat < quota),
        );
        const least = Math.min(...minimal.map((set) => all[set]!));
        const found = analysisNumber('classics/gamson', { seats, quota });
        expect(found.minimalWinning).toBe(minimal.length);
        expect(found.ties).toBe(minimal.filter((set) => all[set] === least).length);
        expect(found.resources).toBe(minimal.length > 0 ? least : 0);
        const whole = minimal.length > 0 ? 1 : 0;
        expect(sum(found.shares as number[])).toBeCloseTo(whole, 9);
        expect(sum(found.payoff as number[])).toBeCloseTo(whole, 9);
      },
    );
  });

  it('of tables know what is superadditive, and take other sizes', () => {
    const gloves = analysisNumber('classics/coalition-structure', { players: 3, values: [0, 0, 0, 0, 1, 1, 1] });
    expect(gloves).toMatchObject({
      superadditive: true,
      coreVertices: [[0, 0, 1]],
      best: 1,
      structures: expect.arrayContaining(['{123}']),
    });
    close(gloves.nucleolus, [0, 0, 1], 8);
    close(gloves.shapley, [...shapleyByEnumeration(3, (x) => Math.min(x[0]! + x[1]!, x[2]!)).value]);
    const eleven = analysisNumber('classics/coalition-structure', {
      players: 11,
      values: Array.from({ length: 2047 }, (_, k) => (k * 7919) % 101),
    });
    expect(eleven.ties).toBeGreaterThan(0);
    expect(analysisNumber('classics/coalition-structure', { players: 1, values: [-2] })).toMatchObject({
      best: -2,
      shapley: [-2],
    });
    expect(analysisNumber('classics/coalition-structure-sizes', { players: 1 })).toMatchObject({ sizes: [1] });
  });
});

/** Every number in an answer, however deep. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : Array.isArray(value) ? value.flatMap(numbersIn) : [];

describe('a classic that is asked for nonsense', () => {
  it('or for numbers of very different sizes answers in numbers', () => {
    const size = fc.tuple(fc.constantFrom(0, 1e-6, 0.001, 1, 1e6, 1e12), fc.integer({ min: 0, max: 10 }));
    const amount = size.map(([unit, times]) => Math.min(1e12, unit * times));
    const lists = fc.array(amount, { minLength: 1, maxLength: 6 });
    always(
      fc.tuple(lists, amount, fc.array(amount, { minLength: 15, maxLength: 15 })),
      ([list, one, values]) => {
        const quota = Math.max(1e-6, one);
        const answers = [
          analysisNumber('classics/voting', { weights: list, quota }),
          analysisNumber('classics/gamson', { seats: list, quota }),
          analysisNumber('classics/airport', { needs: list }),
          analysisNumber('classics/bankruptcy', { claims: list, estate: one }),
          analysisNumber('classics/coalition-structure', { values }),
          analysisNumber('classics/coalition-structure', { values: values.map((x, k) => (k % 3 === 0 ? -x : x)) }),
        ];
        for (const found of answers) {
          expect(numbersIn(Object.values(found)).every(Number.isFinite)).toBe(true);
          expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        }
      },
      150,
    );
  });

  it.each<[string, Record<string, string>, string]>([
    ['voting', { quota: '0' }, 'parameters.quota: expected a number from'],
    ['voting', { weights: '-1,2' }, 'parameters.weights[0]: expected a number from 0'],
    [
      'voting',
      { weights: `[${new Array(600).fill(1)}]` },
      'analyses[0].parameters.weights: expected at most 500 weights',
    ],
    [
      'voting',
      { weights: `[${Array.from({ length: 30 }, (_, i) => 1e9 + i * i)}]`, quota: '16000000000' },
      'too many sums to count',
    ],
    ['voting', { weights: 'many' }, 'parameters.weights'],
    ['glove', { left: '0' }, 'parameters.left: expected a whole number from 1 to 200, got 0'],
    ['gamson', { seats: `[${new Array(21).fill(1)}]` }, 'analyses[0].parameters.seats'],
    ['bankruptcy', { estate: '-5' }, 'parameters.estate: expected a number from 0'],
    ['coalition-structure', { players: '3' }, 'expected 7 values for 3 players'],
    ['coalition-structure-sizes', { players: '2.5' }, 'parameters.players: expected a whole number'],
  ])('%s with %j says what is wrong', (name, settings, expected) => {
    const input = Object.entries(settings).reduce<unknown>((given, [key, text]) => {
      const changed = setPath(given, `parameters.${key}`, text);
      return 'input' in changed ? changed.input : given;
    }, classics[`classics/${name}`]);
    const checked = check(input);
    expect('faults' in checked ? checked.faults.map(faultSentence).join('\n') : 'none').toContain(expected);
  });
});
