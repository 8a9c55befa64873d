import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../sim/measures/index.ts';
import { RUN_MEASURES } from '../../../sim/results/summary.ts';
import { metricName } from '../../../viz/run-view/figure-names.ts';

describe('a name', () => {
  it('is there for every figure, and says more than its key', () => {
    for (const { name } of [...MEASURES, ...RUN_MEASURES]) expect(metricName(name)).toMatch(/^[A-Z][^_]+$/);
    expect(metricName('honouredShare')).toBe('Calls honoured, share');
  });
});
