import { expect, it } from 'vitest';
import { MEASURES } from '../../../../sim/measures/index.ts';
import { powers } from '../../powers.ts';
import { planOf, tryPlan } from './plans.ts';

// A worker holds a shard until it is written: 100,000 rows of 35 columns took 783 MB.

it.each([
  [1, 100, 1],
  [1_000, 100, 10],
  [1_000_000, 1_000, 1_000],
  [200_001, 201, 996],
])('a sweep of %d runs has %d rows in a shard, and so %d shards, whatever is measured', (replicates, rows, shards) => {
  const { numbering, shards: made } = planOf({ replicates });
  expect([numbering.runsPerShard, made]).toEqual([rows, shards]);
});

it('long series need a size that is said', () => {
  const names = MEASURES.map(({ name }) => name);
  const draft = { scenario: powers(4, 50_000), replicates: 1_000, measure: { every: { ticks: 1, names } } };
  const most = Number(/expected at most (\d+): /.exec(String(tryPlan(draft)))?.[1]);
  expect(most).toBeGreaterThan(0);
  expect(planOf({ ...draft, runsPerShard: most }).numbering.runsPerShard).toBe(most);
});

it('shards that no worker could hold are refused, with the most that is allowed', () => {
  const names = MEASURES.map(({ name }) => name);
  const draft = { replicates: 1_000_000, measure: { every: { ticks: 1, names } } };
  // Six years by quarters; a line of the series has the number of the run and the tick too.
  const cells = planOf(draft).columns.length + 24 * (names.length + 2);
  const most = Math.floor(50_000_000 / cells);
  expect(tryPlan({ ...draft, runsPerShard: most + 1 })).toEqual([
    `runsPerShard: expected at most ${most}: one shard would hold ${(most + 1) * cells} cells, more than 50000000`,
  ]);
  expect(planOf({ ...draft, runsPerShard: most }).shards).toBe(Math.ceil(1_000_000 / most));
  expect(planOf({ ...draft, replicates: 20, runsPerShard: 1_000_000 }).shards).toBe(1);
});
