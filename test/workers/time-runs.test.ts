import { expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { checkSweep, makePlan } from '../../sim/experiment/sweep/make-plan.ts';
import { runNumber, runsOfShard } from '../../sim/experiment/sweep/numbering.ts';
import type { SweepPlan } from '../../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../../sim/experiment/sweep/run-row.ts';
import type { WholeSpec } from '../../sim/experiment/sweep/spec.ts';
import { timeRuns } from '../../workers/time-runs.ts';

function planOf(draft: object): SweepPlan {
  const checked = checkSweep({ format: 'foedus-sweep/1', scenario: scenarios['europe-1879-1914'], ...draft });
  if ('faults' in checked) throw new Error(checked.faults[0]!.message);
  const made = makePlan(checked.value as WholeSpec);
  if ('faults' in made) throw new Error(made.faults[0]!.message);
  return made.value;
}

const hostility = { path: 'dyads.GER.RUS.hostility', from: 0, to: 1 };
const FIVE_POINTS = { vary: [{ ...hostility, steps: 5 }], replicates: 400 };
const ITS_OWN_POINT = { vary: [hostility], design: { kind: 'lhs', size: 2_000 } };

/** Milliseconds of this process, whatever else the machine does. */
function processTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Runs of the first shards, those of one point after another. */
function secondsOfShards(plan: SweepPlan, shards: number): number {
  const { runRow } = openRowRunner(plan);
  const begun = processTime();
  let runs = 0;
  for (let shard = 0; shard < shards; shard++) {
    const [from, to] = runsOfShard(plan.numbering, shard);
    const numbers = Array.from({ length: to - from }, (_, k) => runNumber(plan.numbering, from + k));
    for (const { run } of numbers.sort((a, b) => a.point - b.point || a.run - b.run)) runRow(run);
    runs += numbers.length;
  }
  return (processTime() - begun) / 1_000 / runs;
}

it.each([
  ['many runs of a few points', FIVE_POINTS],
  ['a point for each run', ITS_OWN_POINT],
])('the time of 2,000 runs is foretold within a factor of two: %s', async (_, draft) => {
  const plan = planOf(draft);
  expect(plan.runs).toBe(2_000);
  const { runRow } = openRowRunner(plan);
  const { seconds } = await timeRuns(plan, (run) => runRow(run).row, processTime);
  const ratio = seconds / secondsOfShards(plan, 3);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

/** A clock, and runs that take longer at first, and where another point is loaded than last. */
function playedRuns(plan: SweepPlan, { cold, warm, load }: { cold: number; warm: number; load: number }) {
  let [time, made, last] = [0, 0, -1];
  return {
    made: () => made,
    now: () => time,
    make(run: number) {
      const { point } = runNumber(plan.numbering, run);
      time += (made < 60 ? cold : warm) + (point === last ? 0 : load);
      last = point;
      made++;
      return [run];
    },
  };
}

it.each([
  ['five of a hundred runs load a point', FIVE_POINTS, 2 + 0.05 * 3],
  ['every run loads its point', ITS_OWN_POINT, 5],
])('first runs do not count, and loads as often as they come: %s', async (_, draft, wanted) => {
  const plan = planOf(draft);
  const { make, now } = playedRuns(plan, { cold: 10, warm: 2, load: 3 });
  const { seconds, rows } = await timeRuns(plan, make, now);
  expect(1_000 * seconds).toBeCloseTo(wanted, 1);
  expect(rows).toHaveLength(50);
  expect(rows.slice(0, 2)).toEqual([[0], [1_999]]);
});

it('of slow runs the first and the last are made, and of one alone that one', async () => {
  const slow = { cold: 9_000, warm: 9_000, load: 0 };
  const plan = planOf(FIVE_POINTS);
  const several = playedRuns(plan, slow);
  expect(await timeRuns(plan, several.make, several.now)).toEqual({ seconds: 9, rows: [[0], [1_999]] });
  const one = planOf({});
  const single = playedRuns(one, slow);
  expect(await timeRuns(one, single.make, single.now)).toEqual({ seconds: 9, rows: [[0]] });
  expect(single.made()).toBe(1);
});
