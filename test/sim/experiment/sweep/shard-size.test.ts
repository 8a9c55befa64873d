import { expect, it } from 'vitest';
import { MEASURES } from '../../../../sim/measures/index.ts';
import { powers } from '../../powers.ts';
import { planOf, tryPlan } from './plans.ts';

// A worker holds a shard until it is written: 100,000 rows of 35 columns took 783 MB.

it('a sweep of any size has shards that a worker can hold', () => {
  for (const replicates of [1_000, 100_000, 1_000_000]) {
    const { numbering, columns, runs } = planOf({
      vary: [{ path: 'parameters.p', from: 0, to: 1, steps: 100 }],
      replicates,
    });
    expect(runs).toBe(100 * replicates);
    expect(numbering.runsPerShard * columns.length).toBeLessThanOrEqual(500_000);
    expect(numbering.runsPerShard * columns.length).toBeGreaterThan(3_000);
  }
});

it('a sweep of a million runs still has a thousand shards', () => {
  expect(planOf({ replicates: 1_000_000 }).shards).toBe(1_000);
});

it('long series make shards of fewer runs', () => {
  const rowsOf = (ticks: number, names: readonly string[]) =>
    planOf({ scenario: powers(4, ticks), replicates: 1_000, measure: { every: { ticks: 1, names } } }).numbering
      .runsPerShard;
  const all = MEASURES.map(({ name }) => name);
  expect(rowsOf(24, ['security'])).toBe(100);
  expect(rowsOf(50_000, ['security'])).toBe(3);
  expect(rowsOf(50_000, all)).toBe(1);
});

it('shards that no worker could hold are refused, with the most that is allowed', () => {
  const columns = planOf({}).columns.length;
  const most = Math.floor(10_000_000 / columns);
  expect(tryPlan({ replicates: 1_000_000, runsPerShard: 1_000_000 })).toEqual([
    `runsPerShard: expected at most ${most}: one shard would hold ${1_000_000 * columns} cells, more than 10000000`,
  ]);
  expect(planOf({ replicates: 1_000_000, runsPerShard: most }).shards).toBe(Math.ceil(1_000_000 / most));
  expect(planOf({ replicates: 20, runsPerShard: 1_000_000 }).shards).toBe(1);
});
