import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotsOf, placeBetween } from '../../../viz/replications/dots.ts';

describe('dots on an axis', () => {
  it('stand on one another where their values are alike', () => {
    expect(dotsOf([0, 0, 10, 5, 0], 0, 10)).toEqual([
      { place: 0, level: 0 },
      { place: 0, level: 1 },
      { place: 1, level: 0 },
      { place: 0.5, level: 0 },
      { place: 0, level: 2 },
    ]);
  });

  it('are one a value, within the axis and never on the same spot', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 40 }), (values) => {
        const dots = dotsOf(values, -5, 5);
        expect(dots).toHaveLength(values.length);
        for (const { place } of dots) expect(place >= 0 && place <= 1 + 1e-12).toBe(true);
        expect(new Set(dots.map(({ place, level }) => `${place} ${level}`)).size).toBe(values.length);
      }),
    );
  });

  it('of one value stand in the middle', () => {
    expect(placeBetween(3, 3, 3)).toBe(0.5);
    expect(placeBetween(9, 0, 3)).toBe(1);
  });
});
