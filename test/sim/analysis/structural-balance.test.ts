import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisOf, classic } from '../../../bench/validate/published/row.ts';
import { balanceOf } from '../../../sim/analysis/structural-balance.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { frustration } from '../../../sim/measures/balance.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { sidesOf, strains } from '../../../sim/world/triads.ts';
import { always } from '../arbitrary.ts';
import { type Graph, productOf, triples, turned, unbalancedIn } from './signed-graph.ts';

const graph = (least: number, most: number, of: readonly number[]): fc.Arbitrary<Graph> =>
  fc.integer({ min: least, max: most }).chain((n) =>
    fc.array(fc.constantFrom(...of), { minLength: n * n, maxLength: n * n }).map((drawn) => {
      const signs = new Int8Array(n * n);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) if (i !== j) signs[i * n + j] = drawn[Math.min(i, j) * n + Math.max(i, j)]!;
      return { n, signs };
    }),
  );

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
