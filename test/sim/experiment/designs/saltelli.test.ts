import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saltelliBlocks, saltelliDesign, saltelliRow } from '../../../../sim/experiment/designs/saltelli.ts';
import { sobolPoints } from '../../../../sim/experiment/designs/sobol-sequence.ts';
import { always } from '../../arbitrary.ts';

const cases = fc.tuple(
  fc.integer({ min: 0, max: 6 }).map((m) => 2 ** m),
  fc.integer({ min: 1, max: 8 }),
  fc.nat(),
);

describe('a Saltelli design', () => {
  it('has for each base point A, B, A with each input from B, and A once more for luck', () => {
    always(cases, ([size, d, seed]) => {
      const points = saltelliDesign(size, d, seed);
      const pairs = sobolPoints(size, 2 * d, seed);
      expect(points.length).toBe(size * (d + 3) * d);
      for (let k = 0; k < size; k++) {
        const row = (place: number) => [...points.subarray((k * (d + 3) + place) * d, (k * (d + 3) + place + 1) * d)];
        const a = [...pairs.subarray(2 * k * d, (2 * k + 1) * d)];
        const b = [...pairs.subarray((2 * k + 1) * d, (2 * k + 2) * d)];
        expect(row(0)).toEqual(a);
        expect(row(1)).toEqual(b);
        for (let i = 0; i < d; i++) expect(row(2 + i)).toEqual(a.with(i, b[i]!));
        expect(row(2 + d)).toEqual(a);
      }
    });
  });

  it('begins a larger one', () => {
    const small = saltelliDesign(8, 3, 4);
    expect(saltelliDesign(16, 3, 4).subarray(0, small.length)).toEqual(small);
  });

  it('says of each row what it is and whose seed it takes', () => {
    expect(Array.from({ length: saltelliBlocks(2) }, (_, place) => saltelliRow(5 * 7 + place, 2))).toEqual([
      { k: 7, block: 'a', factor: -1, seedOfB: false },
      { k: 7, block: 'b', factor: -1, seedOfB: true },
      { k: 7, block: 'ab', factor: 0, seedOfB: false },
      { k: 7, block: 'ab', factor: 1, seedOfB: false },
      { k: 7, block: 'ab', factor: 2, seedOfB: true },
    ]);
  });

  it('is refused at sizes that are no power of two, and with more inputs than there are directions for', () => {
    expect(() => saltelliDesign(1_000, 3, 1)).toThrow('powers of two');
    expect(() => saltelliDesign(4, 129, 1)).toThrow('a Saltelli design varies at most 128 inputs here, not 129');
  });
});
