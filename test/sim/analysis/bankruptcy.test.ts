import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contested, equalAwards, equalLosses, talmud } from '../../../sim/analysis/bankruptcy.ts';
import { nucleolus } from '../../../sim/analysis/nucleolus.ts';
import { always } from '../arbitrary.ts';
import { close, sumOver } from './coalition-games.ts';

describe('an estate', () => {
  const cases = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }).chain((claims) =>
    fc.record({
      claims: fc.constant(claims),
      estate: fc.integer({ min: 0, max: claims.reduce((sum, x) => sum + x, 0) }),
    }),
  );

  it('is divided by the Talmud as the nucleolus divides, as every two would a garment, and losses as gains', () => {
    always(
      cases,
      ({ claims, estate }) => {
        const total = claims.reduce((sum, x) => sum + x, 0);
        const awards = talmud(claims, estate);
        const worth = Float64Array.from({ length: 1 << claims.length }, (_, set) =>
          Math.max(0, estate - (total - sumOver(claims, set))),
        );
        close(nucleolus(claims.length, worth), awards, 7);
        const dual = talmud(claims, total - estate);
        close(
          awards,
          claims.map((claim, i) => claim - dual[i]!),
          9,
        );
        for (let i = 0; i < claims.length; i++)
          for (let j = 0; j < claims.length; j++)
            if (i !== j) expect(contested(claims[i]!, claims[j]!, awards[i]! + awards[j]!)).toBeCloseTo(awards[i]!, 9);
      },
      200,
    );
  });

  it('is all given away by every rule, and nobody gets more than the claim', () => {
    always(cases, ({ claims, estate }) => {
      for (const rule of [talmud, equalAwards, equalLosses]) {
        const awards = rule(claims, estate);
        expect(awards.reduce((sum, x) => sum + x, 0)).toBeCloseTo(estate, 9);
        awards.forEach((x, i) => {
          expect(x).toBeGreaterThanOrEqual(-1e-9);
          expect(x).toBeLessThanOrEqual(claims[i]! + 1e-9);
        });
      }
    });
  });
});
