import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAfter, eraOf, isInYearZero, yearsBetween } from '../../../sim/schema/calendar.ts';

describe('years as historians count them', () => {
  it.each([
    [-3, 1, -2],
    [-3, 2, -1],
    [-3, 3, 1],
    [-3, 5, 3],
    [-1, 0.5, -0.5],
    [-1, 1, 1],
    [-478, 75, -403],
    [1, -1, -1],
    [1, -0.25, -0.25],
    [5, -7, -3],
    [1879, 1.25, 1880.25],
    // Without a calendar the years from 0 on are only counted.
    [0, 3, 3],
    [0, -2, -2],
  ])('%d and %d years is %d', (from, years, date) => {
    expect(dateAfter(from, years)).toBe(date);
    expect(yearsBetween(from, date)).toBe(years);
  });

  it('have no year 0, and undo each other', () => {
    const date = fc.integer({ min: -4_000, max: 4_000 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(date, date, (from, to) => {
        fc.pre(!isInYearZero(from) && !isInYearZero(to));
        expect(dateAfter(from, yearsBetween(from, to))).toBe(to);
        expect(isInYearZero(dateAfter(from, to))).toBe(false);
      }),
    );
  });
});

describe('the era that a year is told with', () => {
  it.each([
    [-478, -478, 'bce'],
    [-1, -3, 'bce'],
    [1, -3, 'ce'],
    [476, -27, 'ce'],
    [-1, 1, 'bce'],
    [1, 1, 'ce'],
    [99, 79, 'ce'],
    [100, 79, undefined],
    [1914, 1879, undefined],
    [7, 0, undefined],
  ] as const)('of %d in a scenario from %d on is %s', (year, start, era) => {
    expect(eraOf(year, start)).toBe(era);
  });
});
