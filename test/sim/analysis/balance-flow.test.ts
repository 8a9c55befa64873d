import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisNumber } from '../../../bench/validate/published/row.ts';
import {
  type FlowStart,
  factionsOf,
  flowOf,
  matrixOf,
  FlowStart as Start,
  signsOfTies,
  tiesAt,
} from '../../../sim/mechanisms/trust/balance-flow/flow.ts';
import { spectrumOf } from '../../../sim/mechanisms/trust/balance-flow/jacobi.ts';
import { always } from '../arbitrary.ts';

const entry = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map((x) => x / 100),
  fc.constantFrom(0, 1, -1),
);
const start: fc.Arbitrary<FlowStart> = fc.integer({ min: 2, max: 12 }).chain((actors) =>
  fc.record({
    actors: fc.constant(actors),
    ties: fc.array(entry, { minLength: (actors * (actors - 1)) / 2, maxLength: (actors * (actors - 1)) / 2 }),
    until: fc.constantFrom(0, 0.5, 0.9, 0.98),
  }),
);

const times = (a: Float64Array, b: Float64Array, n: number): Float64Array => {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) c[i * n + j]! += a[i * n + k]! * b[k * n + j]!;
  return c;
};
const farthest = (a: Float64Array, b: Float64Array): number => Math.max(...a.map((x, k) => Math.abs(x - b[k]!)));
const sizeOf = (a: Float64Array): number => Math.max(1e-12, ...a.map(Math.abs));

describe('the eigenvalues of a symmetric matrix', () => {
  it('fall, and their vectors are orthonormal and make the matrix', () => {
    always(start, (given) => {
      const n = given.actors;
      const matrix = matrixOf(given);
      const { values, vectors } = spectrumOf(matrix, n);
      const scaled = vectors.map((x, at) => x * values[Math.floor(at / n)]!);
      const transposed = Float64Array.from({ length: n * n }, (_, at) => vectors[(at % n) * n + Math.floor(at / n)]!);
      expect(farthest(times(transposed, scaled, n), matrix)).toBeLessThan(1e-12 * n * sizeOf(matrix));
      const unit = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
      expect(farthest(times(vectors, transposed, n), unit)).toBeLessThan(1e-12);
      for (let k = 1; k < n; k++) expect(values[k]!).toBeLessThanOrEqual(values[k - 1]!);
    });
  });

  it.each([
    ['of two', [2, 1, 1, 2], [3, 1]],
    ['that are on the diagonal already', [1, 0, 0, 0, 5, 0, 0, 0, -2], [5, 1, -2]],
    ['of zeros', [0, 0, 0, 0], [0, 0]],
    ['of one', [7], [7]],
    ['of all ones', Array(16).fill(1), [4, 0, 0, 0]],
  ])('%s', (_, matrix, values) => {
    const found = spectrumOf(matrix as number[], values.length).values;
    values.forEach((value, k) => {
      expect(found[k]).toBeCloseTo(value, 12);
    });
  });

  it('are found for sixty rows', () => {
    const n = 60;
    // The path graph: 2 cos(kπ/61).
    const path = Float64Array.from({ length: n * n }, (_, at) =>
      Math.abs(Math.floor(at / n) - (at % n)) === 1 ? 1 : 0,
    );
    const { values } = spectrumOf(path, n);
    for (let k = 1; k <= n; k++) expect(values[k - 1]).toBeCloseTo(2 * Math.cos((k * Math.PI) / (n + 1)), 11);
  });
});

describe('the flow of ties', () => {
  it('is X₀(I − X₀t)⁻¹', () => {
    always(start, (given) => {
      const n = given.actors;
      const flow = flowOf(given);
      const matrix = matrixOf(given);
      const now = new Float64Array(n * n);
      tiesAt(flow, flow.end, now);
      const rest = matrix.map((x, at) => (at % (n + 1) === 0 ? 1 : 0) - x * flow.end);
      expect(farthest(times(now, rest, n), matrix)).toBeLessThan(1e-9 * sizeOf(now) * Math.max(1, sizeOf(matrix)));
    });
  });

  it('follows dX/dt = X², as small steps do', () => {
    always(
      start.filter(({ until }) => until <= 0.5),
      (given) => {
        const n = given.actors;
        const flow = flowOf(given);
        let x: Float64Array = matrixOf(given);
        const step = flow.end / 400;
        const moved = (by: Float64Array, share: number) =>
          x.map((value, at) => value + share * by[at]!) as Float64Array;
        for (let k = 0; k < 400; k++) {
          const a = times(x, x, n);
          const at = moved(a, step / 2);
          const b = times(at, at, n);
          const half = moved(b, step / 2);
          const c = times(half, half, n);
          const whole = moved(c, step);
          const d = times(whole, whole, n);
          x = x.map((value, s) => value + (step / 6) * (a[s]! + 2 * b[s]! + 2 * c[s]! + d[s]!)) as Float64Array;
        }
        const now = new Float64Array(n * n);
        tiesAt(flow, flow.end, now);
        expect(farthest(x, now)).toBeLessThan(1e-6 * sizeOf(now));
      },
      20,
    );
  });

  it('ends in the factions that the leading vector gives', () => {
    always(start, (given) => {
      const flow = flowOf(given);
      const { n, blowUp, unique, vectors } = flow;
      const factions = factionsOf(flow);
      if (blowUp === undefined || !unique) {
        expect(factions).toEqual([]);
        return;
      }
      const now = new Float64Array(n * n);
      // So near the end that only the leading vector counts, and rounding does not yet.
      tiesAt(flow, blowUp * (1 - 1e-10), now);
      const signs = new Int8Array(n * n);
      signsOfTies(now, n, signs);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < i; j++)
          if (Math.abs(vectors[i]! * vectors[j]!) > 1e-6)
            expect(signs[i * n + j]).toBe(factions[i] === factions[j] ? 1 : -1);
    });
  });

  it.each<[string, Record<string, number | number[]>, object]>([
    ['all friends', { actors: 3, ties: [1, 1, 1] }, { factions: [1, 1, 1], factionSizes: [3, 0], blowsUp: 1 }],
    ['two foes', { actors: 2, ties: [-3] }, { factions: [1, 2], factionSizes: [1, 1], blowsUp: 1 }],
    [
      'all foes, where two vectors lead',
      { actors: 3, ties: [-1, -1, -1] },
      { factions: [], leadingVector: [], blowsUp: 1 },
    ],
    ['no ties', { actors: 3, ties: [0, 0, 0] }, { factions: [], blowsUp: 0, finalTies: [0, 0, 0] }],
    ['a bystander', { actors: 3, ties: [1, 0, 0] }, { factions: [1, 1, 0], factionSizes: [2, 0] }],
    ['those who only mind themselves', { actors: 2, ties: [-1, 0, 0, -2] }, { factions: [], blowsUp: 0 }],
    ['one moment', { ticks: 1 }, { times: [0], factions: [1, 1, 2, 2] }],
  ])('has an answer for %s', (_, settings, expected) => {
    const found = analysisNumber('classics/balance-flow', settings);
    expect(found).toMatchObject(expected);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('is the same from all rows as from what is right of the diagonal', () => {
    const rows = [0, 1, -0.5, 0.2, 1, 0, -0.3, -0.4, -0.5, -0.3, 0, 0.6, 0.2, -0.4, 0.6, 0];
    expect(analysisNumber('classics/balance-flow', { ties: rows })).toEqual(analysisNumber('classics/balance-flow'));
  });

  it.each([
    [[1, 2], 'expected 6 numbers (right of the diagonal) or 16 (all rows) for 4 actors'],
    [[0, 1, 1, 1, 2, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0], 'expected a symmetric matrix'],
  ])('refuses ties that are no symmetric matrix: %j', (ties, sentence) => {
    const found = Start.safeParse({ actors: 4, ties });
    expect(found.error?.issues[0]?.message).toContain(sentence);
    expect(() => analysisNumber('classics/balance-flow', { ties })).toThrow(sentence);
  });
});
