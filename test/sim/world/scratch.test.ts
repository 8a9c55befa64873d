import { describe, expect, it } from 'vitest';
import { TERMS } from '../../../sim/mechanisms/realign/utility/terms.ts';
import { createScratch, MOST_TERMS, workspace } from '../../../sim/world/scratch.ts';

describe('working memory', () => {
  it('of an appraisal has room for every term', () => {
    expect(TERMS.length).toBeLessThanOrEqual(MOST_TERMS);
    expect(createScratch(3, 1).appraisal.terms).toHaveLength(MOST_TERMS);
  });

  it('is the same until more is asked for, and then large enough', () => {
    const of = workspace((length) => new Float64Array(length));
    const first = of(4);
    expect(first.length).toBeGreaterThanOrEqual(4);
    expect(of(2)).toBe(first);
    const larger = of(9);
    expect(larger.length).toBeGreaterThanOrEqual(9);
    expect(of(4)).toBe(larger);
  });
});
