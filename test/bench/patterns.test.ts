import { describe, expect, it } from 'vitest';
import { batchOf, isSure } from '../../bench/validate/experiment.ts';
import { EXPERIMENTS } from '../../bench/validate/experiments/index.ts';
import { runJob } from '../../sim/experiment/run-job.ts';

// The experiments of docs/validation.md with few seeds: what they find at full size must show its direction here already.

const SEEDS = 40;

/** Findings too faint for so few seeds: only the full run can tell. */
const FAINT: Readonly<Record<string, readonly number[]>> = { P4: [2], P5: [1, 2], P9: [1], P12: [1, 2, 3] };

describe.each(EXPERIMENTS)('$id: $title', ({ id, conditions, reporters, compare }) => {
  it('shows in all that it is looked for in', () => {
    const batch = batchOf(conditions, SEEDS, reporters);
    const findings = compare(batch.read(batch.jobs.map(runJob)));
    const findingTexts = findings.map(({ what, value, low, high }) => `${what}: ${value} (${low} to ${high})`);
    const missing = findingTexts.filter((_, k) => !isSure(findings[k]!) && !FAINT[id]?.includes(k));
    expect(missing).toEqual([]);
  });
});
