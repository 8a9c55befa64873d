import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisNumber, analysisOf, classic } from '../../../bench/validate/published/row.ts';
import { sampleMean } from '../../../bench/validate/statistics.ts';
import { findAnalysis } from '../../../sim/analysis/index.ts';
import { balanceOf } from '../../../sim/analysis/structural-balance.ts';
import { expectedDensity } from '../../../sim/analysis/triad-dynamics.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { frustration } from '../../../sim/measures/balance.ts';
import { drawTriad } from '../../../sim/mechanisms/trust/triads/triad.ts';
import { readTies } from '../../../sim/world/signed-ties.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { sidesOf, strains } from '../../../sim/world/triads.ts';
import { always } from '../arbitrary.ts';

// Signed graphs against plain enumeration, and the triad dynamics against what each of their steps may do.

interface Graph {
  n: number;
  signs: Int8Array;
}

const graph = (least: number, most: number, of: readonly number[]): fc.Arbitrary<Graph> =>
  fc.integer({ min: least, max: most }).chain((n) =>
    fc.array(fc.constantFrom(...of), { minLength: n * n, maxLength: n * n }).map((drawn) => {
      const signs = new Int8Array(n * n);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) if (i !== j) signs[i * n + j] = drawn[Math.min(i, j) * n + Math.max(i, j)]!;
      return { n, signs };
    }),
  );

function* triples(n: number): Generator<[number, number, number]> {
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) for (let k = j + 1; k < n; k++) yield [i, j, k];
}

const productOf = ({ n, signs }: Graph, i: number, j: number, k: number): number =>
  signs[i * n + j]! * signs[j * n + k]! * signs[i * n + k]!;

/** Bad ties within a side and good ones between, for the division whose bits are set. */
function against({ n, signs }: Graph, division: number): number {
  let count = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const apart = ((division >> i) & 1) !== ((division >> j) & 1);
      if (signs[i * n + j]! * (apart ? -1 : 1) < 0) count++;
    }
  return count;
}

const turned = ({ n, signs }: Graph, i: number, j: number): Graph => {
  const other = signs.slice();
  other[i * n + j] = -other[i * n + j]!;
  other[j * n + i] = -other[j * n + i]!;
  return { n, signs: other };
};

const unbalancedIn = (of: Graph): number => [...triples(of.n)].filter(([i, j, k]) => productOf(of, i, j, k) < 0).length;

describe('the triads of a signed graph', () => {
  it('are counted as one by one, tie by tie', () => {
    always(graph(1, 40, [-1, 0, 1]), (of) => {
      const { n, signs } = of;
      const strain = new Int32Array(n * n).fill(-1);
      const found = strains(signs, n, strain);
      const wanted = new Int32Array(n * n);
      let triads = 0;
      for (const [i, j, k] of triples(n)) {
        const product = productOf(of, i, j, k);
        if (product !== 0) triads++;
        if (product < 0)
          for (const [a, b] of [
            [i, j],
            [j, k],
            [i, k],
          ] as const) {
            wanted[a * n + b]!++;
            wanted[b * n + a]!++;
          }
      }
      expect(found).toEqual({ triads, unbalanced: unbalancedIn(of) });
      expect(strain).toEqual(wanted);
    });
  });

  it('are all balanced in a full graph just where it has two sides', () => {
    always(
      graph(1, 6, [-1, 1]),
      (of) => {
        expect(sidesOf(of.signs, of.n) !== undefined).toBe(unbalancedIn(of) === 0);
      },
      200,
    );
  });
});

describe('the answer on structural balance', () => {
  it('is that of trying every division and every turn', () => {
    always(
      graph(1, 7, [-1, -1, 0, 1, 1, 1]),
      (of) => {
        const { n, signs } = of;
        const found = balanceOf(signs, n);
        const fewest = Math.min(...Array.from({ length: 1 << n }, (_, division) => against(of, division)));
        expect(found.frustratedTies).toBe(fewest);
        expect(found.balanced).toBe(fewest === 0 ? 1 : 0);
        if (fewest === 0) {
          const camps = found.camps as number[];
          expect(
            against(
              of,
              camps.reduce((bits, side, i) => bits | ((side - 1) << i), 0),
            ),
          ).toBe(0);
          const [a, b] = found.campSizes as [number, number];
          expect(a + b).toBe(n);
          expect(found.deltaSquared).toBeCloseTo(((a - b) / n) ** 2, 12);
        } else {
          const stuck = [...Array(n).keys()].every((i) =>
            [...Array(i).keys()].every(
              (j) => signs[i * n + j] === 0 || unbalancedIn(turned(of, i, j)) > unbalancedIn(of),
            ),
          );
          expect(found.state).toBe(stuck ? 'jammed' : 'unsettled');
          expect(found.deltaSquared).toBeUndefined();
        }
      },
      150,
    );
  });

  it('knows the smallest jammed world: three hostile camps of three', () => {
    // Friends within each of three groups, foes between them: three mutually hostile camps (Antal, Krapivsky & Redner 2005).
    const n = 9;
    const signs = Int8Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      return i === j ? 0 : Math.floor(i / 3) === Math.floor(j / 3) ? 1 : -1;
    });
    expect(balanceOf(signs, n)).toMatchObject({
      state: 'jammed',
      balanced: 0,
      unbalancedTriads: 27,
      frustratedTies: 9,
    });
  });
});

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

const setting = fc.record({
  actors: fc.integer({ min: 3, max: 12 }),
  rho0: fc.constantFrom(0, 0.3, 0.5, 0.9, 1),
  p: fc.constantFrom(0, 0.2, 0.5, 1),
  seed: fc.integer({ min: 0, max: 999 }).map(String),
});

/** The ties after each tick of a run in which a tick is one look at one triad. */
function steps(id: string, settings: Record<string, number>, seed: string): Graph[] {
  const history = play(classic(id, { ...settings, pace: 0.01, ticks: 25 }), seed);
  const n = history.model.shape.actors;
  return Array.from({ length: 25 }, (_, t) => {
    const signs = new Int8Array(n * n);
    readTies(seek(history, t + 1), signs);
    return { n, signs };
  });
}

/** The tie in which two graphs differ, at most one. */
function turnBetween(a: Graph, b: Graph): [number, number] | undefined {
  const found: [number, number][] = [];
  for (let i = 0; i < a.n; i++)
    for (let j = 0; j < i; j++) if (a.signs[i * a.n + j] !== b.signs[i * a.n + j]) found.push([i, j]);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
}

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

describe('constrained triad dynamics', () => {
  it('never leave more triads unbalanced, and turn one tie at a look', () => {
    always(setting, ({ seed, p: _, ...settings }) => {
      const path = steps('classics/triads-constrained', settings, seed);
      path.slice(1).forEach((after, t) => {
        turnBetween(path[t]!, after);
        expect(unbalancedIn(after)).toBeLessThanOrEqual(unbalancedIn(path[t]!));
      });
      const { unbalancedShare } = analysisNumber('classics/triads-constrained', settings, seed) as Record<
        string,
        number[]
      >;
      unbalancedShare!.slice(1).forEach((share, t) => {
        expect(share).toBeLessThanOrEqual(unbalancedShare![t]!);
      });
    });
  });

  it('part a world of even odds by lot: δ² is 1/n on average, since every division is as likely', () => {
    const rule = findAnalysis('structural-balance')!;
    const model = classic('classics/triads-constrained', { actors: 7, rho0: 0.5, ticks: 24 });
    const found = Array.from({ length: 1500 }, (_, seed) => rule.of(play(model, String(seed)), {}));
    const settled = found.filter(({ balanced }) => balanced === 1).map(({ deltaSquared }) => Number(deltaSquared));
    const { low, high } = sampleMean(settled, 0.999);
    expect(low).toBeLessThan(1 / 7);
    expect(high).toBeGreaterThan(1 / 7);
  });

  it('found two alliances when the camps stand, and no more', () => {
    const history = play(classic('classics/triads-constrained'), '1');
    const founded = history.events.filter(({ kind }) => kind === 'founded');
    const { campSizes } = analysisOf(history);
    expect(founded.map(({ who }) => who.length).sort((a, b) => b - a)).toEqual(campSizes);
    expect(history.events).toHaveLength(2);
  });
});

describe.each(['classics/triads', 'classics/triads-constrained', 'classics/balance-flow'])('%s', (id) => {
  it('is sought bit for bit', () => {
    const history = play(classic(id, id === 'classics/balance-flow' ? {} : { actors: 9 }), '7');
    for (const t of [1, 2, 13, 40])
      expect(digest(seek(history, t))).toEqual([history.digests[2 * t - 2], history.digests[2 * t - 1]]);
  });
});

describe('the six powers of 1907', () => {
  const pairs = Object.keys(classic('classics/powers-1907').scenario.parameters);

  it('have fifteen ties of two camps, which the measure of frustration finds none in', () => {
    expect(pairs).toHaveLength(15);
    const history = play(classic('classics/powers-1907'), '1');
    expect(frustration.of(seek(history, 1), history.model)).toBe(0);
    expect(history.events.map(({ kind, who }) => [kind, who])).toEqual([
      ['founded', ['GBR', 'FRA', 'RUS']],
      ['founded', ['DEU', 'AUH', 'ITA']],
    ]);
  });

  it.each(pairs)('are thrown out of balance by any one tie: %s', (pair) => {
    const at = classic('classics/powers-1907').scenario.parameters[pair];
    const value = typeof at === 'object' && at.value === 1 ? 0 : 1;
    const history = play(classic('classics/powers-1907', { [pair]: value }), '1');
    expect(analysisOf(history)).toMatchObject({ unbalancedTriads: 4, balanced: 0, frustratedTies: 1, camps: [] });
    expect(frustration.of(seek(history, 1), history.model)).toBe(4 / 20);
    expect(history.events).toEqual([]);
  });
});
