import { describe, expect, it } from 'vitest';
import { FUZZ_CLASSES } from '../../bench/fuzz/classes.ts';
import { fuzz } from '../../bench/fuzz/fuzz-class.ts';

describe('whatever a stranger sends runs, or is refused in one line that has a place', () => {
  it.each(FUZZ_CLASSES.map((one) => [one.count, one.name, one] as const))('%i %s', (count, _, one) => {
    const { counts, failures } = fuzz(one, count, '1');
    expect(failures.slice(0, 3)).toEqual([]);
    // Of each there are many, or it would be a test of one thing only.
    expect(counts.ran).toBeGreaterThan(count / 20);
    expect(counts.refused).toBeGreaterThan(count / 20);
    expect(counts.large).toBeLessThan(count / 20);
  });
});
