import { describe, expect, it } from 'vitest';
import { hasRecord, nearestSeed, recordScores } from '../../../sim/experiment/nearest-seed.ts';
import { type RunJobs, runJobsHere } from '../../../sim/experiment/run-job.ts';
import { jobsOf } from '../../../sim/experiment/seeds.ts';
import type { Scenario } from '../../../sim/schema/scenario.ts';
import { fact, runOf } from '../facts/scripted-run.ts';

const of = (...history: ReturnType<typeof fact>[]): Scenario => runOf({}, { history }).model.scenario;
const both = of(fact('allied', 'A B', 5, 15), { ...fact('war', 'A B', 16, 17), id: 'war' });

/** Answers for the seeds "1", "2" …: what each figure was. */
const told =
  (...figures: number[][]): RunJobs =>
  async (jobs) =>
    jobs.map(({ seeds }) => Float64Array.from(seeds.flatMap((seed) => figures[Number(seed) - 1]!)));

describe('the run nearest to the record', () => {
  it('is the one with the least score, of equals the first', async () => {
    // Pair-years that differ, then whether each fact happened.
    const found = await nearestSeed(told([0.5, 1, 0], [0.1, 0, 1], [0.1, 1, 0], [0.3, 1, 1], [0.3, 1, 1]), both, 5);
    expect(found).toEqual({
      seed: '4',
      score: 0.15,
      pairYears: { cases: 120, brier: 0.3 },
      facts: { cases: 2, brier: 0 },
    });
  });

  it('is scored on what there is', async () => {
    const wars = of(fact('war', 'A B', 16, 17));
    expect(await nearestSeed(told([0], [1]), wars, 2)).toEqual({
      seed: '2',
      score: 0,
      pairYears: null,
      facts: { cases: 1, brier: 0 },
    });
    // No run covers the years of the other fact.
    const late = of(fact('allied', 'A B', 5, 15), { ...fact('war', 'A B', 30, 31), id: 'war' });
    expect((await recordScores(runJobsHere(), late, ['1']))[0]).toMatchObject({ facts: { cases: 1, brier: 1 } });
  });

  it('is what its figures say, whichever seeds are asked for', async () => {
    const [one] = await recordScores(runJobsHere(), both, ['1']);
    // Nothing happens in that world.
    expect(one).toEqual({
      score: (10 / 120 + 1) / 2,
      pairYears: { cases: 120, brier: 10 / 120 },
      facts: { cases: 2, brier: 1 },
    });
    expect(await recordScores(runJobsHere(), both, Array(23).fill('1'))).toEqual(Array(23).fill(one));
  });

  it('is sought only where there is a record that a run can be held against', () => {
    expect(hasRecord(both)).toBe(true);
    expect(hasRecord(of())).toBe(false);
    expect(hasRecord(of(fact('war', 'A B', 30, 31)))).toBe(false);
  });
});

it('jobs take seeds that are named as well as counted', () => {
  const survey = { scenario: both, reporters: ['end:security'] };
  expect(jobsOf(survey, 12)).toEqual(
    jobsOf(
      survey,
      Array.from({ length: 12 }, (_, k) => String(k + 1)),
    ),
  );
  expect(jobsOf(survey, ['7']).map(({ seeds }) => seeds)).toEqual([['7']]);
});
