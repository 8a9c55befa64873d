import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { openRowRunner } from '../../sim/experiment/sweep/run-row.ts';
import { TAKES } from '../../sim/experiment/sweep/spec.ts';
import { planOf } from '../sim/experiment/sweep/plans.ts';

const text = readFileSync(new URL('../../docs/sweeps.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json!));

describe('the sweeps of the manual', () => {
  it.each([3_000, 1_536, 4_500].map((runs, k) => [k, runs]))(
    '%i has %i runs, and its first and last are done',
    (k, runs) => {
      const plan = planOf({ ...examples[k], scenario: scenarios[examples[k].scenario] });
      expect(plan.runs).toBe(runs);
      const { runRow } = openRowRunner(plan);
      for (const run of [0, runs - 1]) expect(runRow(run).row.at(-2)).toBe('done');
    },
  );

  it('are all that there are', () => {
    expect(examples).toHaveLength(3);
  });
});

it('the manual names every kind of design, distribution, take and status', () => {
  const kinds = ['full', 'lhs', 'random', 'sobol', 'saltelli', 'morris', 'points'];
  const distributions = ['uniform', 'loguniform', 'normal', 'triangular'];
  for (const word of [...kinds, ...distributions, ...TAKES, 'done', 'stopped', 'failed', 'refused', 'timeout'])
    expect(text).toMatch(new RegExp(`[\`"]${word}[\`"]`));
});
