import { arc, area, curveBumpX, line } from 'd3-shape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringPiece, rounded, straight, swinging, swingingBand } from '../../../viz/ui/path.ts';

const number = fc.double({ min: -1_000, max: 1_000, noNaN: true });
const point = fc.tuple(number, number);
const points = fc.array(point, { maxLength: 12 });
const digits = fc.constantFrom(1, 2, 3);

function same(ours: string, theirs: string | null): void {
  expect(ours).toBe(theirs ?? '');
}

/** The numbers of a path, which may differ in their last bits; and the letters between them, which may not. */
const read = (path: string) => ({
  letters: path.replace(/-?[\d.]+(e-?\d+)?/g, '#'),
  numbers: (path.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number),
});
function alike(ours: string, theirs: string | null, least = 0.0011): void {
  const [a, b] = [read(ours), read(theirs ?? '')];
  expect(a.letters).toBe(b.letters);
  for (const [k, value] of a.numbers.entries()) expect(Math.abs(value - b.numbers[k]!)).toBeLessThanOrEqual(least);
}

describe('a path of the first view is what d3-shape draws', () => {
  it('from point to point', () => {
    fc.assert(fc.property(points, digits, (list, round) => same(straight(list, round), line().digits(round)(list))));
  });

  it('swinging', () => {
    fc.assert(fc.property(points, (list) => same(swinging(list), line().curve(curveBumpX)(list))));
  });

  it('between two swinging lines', () => {
    const band = area<[number, number, number]>()
      .x(([x]) => x)
      .y0(([, top]) => top)
      .y1(([, , foot]) => foot)
      .curve(curveBumpX);
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number), { maxLength: 12 }), (slabs) =>
        same(swingingBand(slabs), band(slabs)),
      ),
    );
  });

  it('a piece of a ring, a whole one, and one that goes back', () => {
    const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    const draw = (start: number, end: number): string | null =>
      arc().digits(2)({ innerRadius: 8, outerRadius: 12, startAngle: start, endAngle: end });
    fc.assert(
      fc.property(turn, turn, (start, end) => {
        fc.pre(Math.abs(end - start) > 0.01);
        alike(ringPiece(start, end, 8, 12, 2), draw(start, end), 0.011);
      }),
    );
    expect(ringPiece(0, 2 * Math.PI, 8, 12, 2)).toBe(draw(0, 2 * Math.PI));
  });
});

describe('a closed curve', () => {
  it('bends toward every corner in turn, touches the middle of every side, and ends where it began', () => {
    expect(
      rounded([
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ]),
    ).toBe('M0 5Q0 0 5 0Q10 0 10 5Q10 10 5 10Q0 10 0 5Z');
    expect(rounded([])).toBe('');
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 48 }), (list) => {
        const { letters, numbers } = read(rounded(list));
        expect(letters).toBe(`M# #${'Q# # # #'.repeat(list.length)}Z`);
        expect(numbers.slice(0, 2)).toEqual(numbers.slice(-2));
        for (const [k, [x, y]] of list.entries()) {
          const [nextX, nextY] = list[(k + 1) % list.length]!;
          const wanted = [x, y, (x + nextX) / 2, (y + nextY) / 2];
          for (const [j, value] of numbers.slice(4 * k + 2, 4 * k + 6).entries())
            expect(Math.abs(value - wanted[j]!)).toBeLessThan(0.0501);
        }
      }),
    );
  });
});
