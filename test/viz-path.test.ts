import { arc, area, curveBumpX, curveCatmullRomClosed, line } from 'd3-shape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringPiece, rounded, straight, swinging, swingingBand } from '../viz/chart/path.ts';

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

  it('closed and rounded, also where points lie on each other', () => {
    const draw = line().curve(curveCatmullRomClosed.alpha(0.5));
    const whole = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(fc.array(whole, { minLength: 3, maxLength: 48 }), (list) => alike(rounded(list), draw(list))),
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
