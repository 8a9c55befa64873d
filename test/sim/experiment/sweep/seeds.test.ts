import { describe, expect, it } from 'vitest';
import { saltelliRow } from '../../../../sim/experiment/designs/saltelli.ts';
import type { SweepPlan } from '../../../../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../../../../sim/experiment/sweep/run-row.ts';
import { planOf } from './plans.ts';

function seedsOf(plan: SweepPlan): string[] {
  const { inputOf } = openRowRunner(plan);
  return Array.from({ length: plan.runs }, (_, run) => {
    const input = inputOf(run);
    if ('refused' in input) throw new Error(input.refused);
    return input.seed;
  });
}

const two = { vary: [{ path: 'parameters.p', values: [1, 2] }], replicates: 3, seed: 10 };

describe('the seeds of a sweep', () => {
  it.each<[string, object, string[]]>([
    ['are the same at every point, by default', two, ['10', '10', '11', '11', '12', '12']],
    [
      'are one for each run, if they are not to be common',
      { ...two, commonRandomNumbers: false },
      ['10', '11', '12', '13', '14', '15'],
    ],
    ['begin at 1', { replicates: 2 }, ['1', '2']],
    [
      'are the same for every variant',
      {
        interventions: [
          { name: 'a', list: [] },
          { name: 'b', list: [] },
        ],
        replicates: 2,
      },
      ['1', '1', '2', '2'],
    ],
    [
      'go as far as whole numbers are exact',
      { seed: Number.MAX_SAFE_INTEGER - 1e9, replicates: 2 },
      ['9007198254740991', '9007198254740992'],
    ],
  ])('%s', (_, draft, seeds) => {
    expect(seedsOf(planOf(draft))).toEqual(seeds);
  });

  it('are two a row in a Saltelli design: B and AB_luck have the other', () => {
    const plan = planOf({
      vary: ['p', 'q'].map((name) => ({ path: `parameters.${name}`, from: 0, to: 1 })),
      design: { kind: 'saltelli', size: 4 },
      seed: 5,
    });
    expect(plan.runs).toBe(4 * (2 + 3));
    const seeds = seedsOf(plan);
    seeds.forEach((seed, point) => {
      const { k, block, factor } = saltelliRow(point, 2);
      const isB = block === 'b' || factor === 2;
      expect(seed).toBe(String(5 + 2 * k + (isB ? 1 : 0)));
    });
    expect(seeds.slice(0, 5).sort()).toEqual(['5', '5', '5', '6', '6']);
    expect(new Set(seeds).size).toBe(8);
  });
});
