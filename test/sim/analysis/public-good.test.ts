import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisNumber } from '../../../bench/validate/published/row.ts';
import { scenarios } from '../../../scenarios/index.ts';
import { contributionEquilibrium } from '../../../sim/analysis/public-good.ts';
import { check, faultSentence, setPath } from '../../../sim/check/check.ts';
import { always } from '../arbitrary.ts';

interface Game {
  endowments: number[];
  a: number;
  b: number;
}

const endowment = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }) }, fc.constantFrom(0, 0.5, 20));
const games = (least: number): fc.Arbitrary<Game> =>
  fc
    .record({
      endowments: fc.array(endowment, { minLength: 1, maxLength: 7 }),
      taste: fc.integer({ min: least, max: 95 }),
      own: fc.constantFrom(0, 0, 0.1, 0.5, 0.9, 1),
    })
    .map(({ endowments, taste, own }) => ({ endowments, a: ((1 - own) * taste) / 100, b: (own * taste) / 100 }));

const solved = ({ endowments, a, b }: Game): number[] => [
  ...contributionEquilibrium(Float64Array.from(endowments), a, b),
];
const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);

/** Utility of one who pays g of w while the others pay `others`; a weight of 0 leaves its term out. */
const utility = (g: number, w: number, others: number, a: number, b: number): number => {
  const term = (weight: number, x: number) => (weight > 0 ? weight * Math.log(x) : 0);
  return term(1 - a - b, w - g) + term(b, g) + term(a, g + others);
};

describe('the equilibrium of a public good', () => {
  it('is one in which nobody can do better alone', () => {
    always(games(0), (game) => {
      const paid = solved(game);
      game.endowments.forEach((w, i) => {
        const others = total(paid) - paid[i]!;
        const here = utility(paid[i]!, w, others, game.a, game.b);
        for (let k = 0; k <= 200; k++) {
          const there = utility((w * k) / 200, w, others, game.a, game.b);
          if (w > 0) expect(Number.isNaN(there) || there <= here + 1e-9).toBe(true);
        }
      });
    });
  });

  it('lies within everybody’s means', () => {
    always(games(0), (game) => {
      solved(game).forEach((paid, i) => {
        expect(paid).toBeGreaterThanOrEqual(0);
        expect(paid).toBeLessThanOrEqual(game.endowments[i]!);
      });
    });
  });

  it('leaves all who pay with the same, where the good is purely public', () => {
    always(games(1), ({ endowments, a, b }) => {
      const paid = solved({ endowments, a: a + b, b: 0 });
      const kept = endowments.map((w, i) => w - paid[i]!);
      const payers = kept.filter((_, i) => paid[i]! > 0);
      for (const left of payers) expect(left).toBeCloseTo(payers[0]!, 9);
      for (const left of kept) expect(left).toBeLessThanOrEqual(Math.max(0, ...payers) + (payers.length ? 1e-9 : 60));
    });
  });

  it('does not care who of those who pay has what (Warr 1983)', () => {
    always(fc.tuple(games(1), fc.integer({ min: 1, max: 99 })), ([{ endowments, a, b }, share]) => {
      const game = { endowments, a: a + b, b: 0 };
      const paid = solved(game);
      const [giver, taker] = paid.flatMap((g, i) => (g > 0 ? [i] : []));
      if (giver === undefined || taker === undefined) return;
      const gift = (paid[giver]! * share) / 100;
      const moved = endowments.map((w, i) => (i === giver ? w - gift : i === taker ? w + gift : w));
      expect(total(solved({ ...game, endowments: moved }))).toBeCloseTo(total(paid), 9);
    });
  });

  it('of joint products comes to that of the public good as b goes to 0', () => {
    always(games(5), ({ endowments, a, b }) => {
      const near = solved({ endowments, a: a + b, b: 1e-13 });
      solved({ endowments, a: a + b, b: 0 }).forEach((paid, i) => {
        expect(near[i]!).toBeCloseTo(paid, 4);
      });
    });
  });

  it.each<[string, Game, number[]]>([
    ['nobody wants it', { endowments: [3, 2], a: 0, b: 0 }, [0, 0]],
    ['nobody has anything', { endowments: [0, 0], a: 0.5, b: 0.1 }, [0, 0]],
    ['one is alone', { endowments: [10], a: 0.3, b: 0 }, [3]],
    ['one is alone with a product of its own', { endowments: [10], a: 0.3, b: 0.2 }, [5]],
    ['only the own product counts', { endowments: [10, 4], a: 0, b: 0.25 }, [2.5, 1]],
    ['the second is just at the bend', { endowments: [20, 10], a: 0.5, b: 0 }, [10, 0]],
    ['a trifle of taste', { endowments: [10, 10], a: 1e-9, b: 0 }, [1e-8 / 2, 1e-8 / 2]],
  ])('where %s', (_, game, expected) => {
    solved(game).forEach((paid, i) => {
      expect(Math.abs(paid - expected[i]!)).toBeLessThanOrEqual(1e-9 * expected[i]! + 1e-15);
    });
  });
});

describe('the largest step', () => {
  /** How far apart 400 simultaneous answers end up, of all from a little off the equilibrium. */
  const astray = (n: number, a: number, step: number): number => {
    let paid = Array.from({ length: n }, () => (10 * a) / (a + n * (1 - a)) + 1e-6);
    for (let t = 0; t < 400; t++) {
      const all = total(paid);
      paid = paid.map((g) => g + step * (10 * a - (1 - a) * (all - g) - g));
    }
    return Math.abs(paid[0]! - (10 * a) / (a + n * (1 - a)));
  };

  it.each([
    [2, 0.5],
    [4, 0.5],
    [14, 0.2],
    [14, 0.9],
  ])('of %d alike at a = %d is where answers begin to swing', (n, a) => {
    const { largestStep } = analysisNumber('classics/public-good', { endowments: Array(n).fill(10), a, periods: 1 });
    expect(astray(n, a, Number(largestStep) * 0.98)).toBeLessThan(1e-6);
    expect(astray(n, a, Number(largestStep) * 1.02)).toBeGreaterThan(1e-5);
    expect(Number(largestStep) < 1).toBe((1 - a) * (n - 1) > 1);
  });
});

describe('the run of classics/public-good', () => {
  it('comes to the equilibrium, whoever has what', () => {
    always(
      games(25),
      ({ endowments, a, b }) => {
        const { gap, efforts } = analysisNumber('classics/public-good', { endowments, a, b, periods: 3_000 });
        expect(Number(gap)).toBeLessThan(1e-6);
        expect(efforts).toHaveLength(endowments.length);
      },
      40,
    );
  });

  it('is told in numbers that JSON can hold, wherever it starts', () => {
    always(games(0), ({ endowments, a, b }) => {
      const said = analysisNumber('classics/public-good', { endowments, a, b, periods: 3 });
      expect(JSON.parse(JSON.stringify(said))).toEqual(said);
    });
  });

  it.each([
    [{ a: '0.6', b: '0.4' }, 'a + b must be less than 1'],
    [{ a: '1' }, 'a + b must be less than 1'],
    [{ a: '1.5' }, 'parameters.a: expected a number from 0 to 1, got 1.5'],
    [{ endowments: '3,-1' }, 'parameters.endowments[1]: expected a number from 0 to 1000000, got -1'],
  ])('is refused with %j', (settings, why) => {
    const input = Object.entries(settings).reduce<unknown>((given, [name, text]) => {
      const changed = setPath(given, `parameters.${name}`, text);
      return 'input' in changed ? changed.input : given;
    }, scenarios['classics/public-good']);
    const checked = check(input);
    const faults = 'faults' in checked ? checked.faults.map(faultSentence) : [];
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(why);
  });
});
