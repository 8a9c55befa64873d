import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { availableReporters } from '../../../sim/experiment/available-reporters.ts';
import {
  distributionOf,
  isConstant,
  percentileOf,
  percentilesOf,
  strangeness,
} from '../../../sim/experiment/distribution.ts';
import { binsOf } from '../../../sim/experiment/histogram.ts';
import { replicate } from '../../../sim/experiment/replicate.ts';
import { columnOf, noResults, type ReplicationResults, rowOf } from '../../../sim/experiment/replication-results.ts';
import type { RunJobs } from '../../../sim/experiment/run-job.ts';
import { runJob } from '../../../sim/experiment/run-job.ts';
import { jobsOf } from '../../../sim/experiment/seeds.ts';
import { csvOf } from '../../../viz/odds/csv.ts';
import { powers } from '../powers.ts';

const figures = (most = 1e6) =>
  fc
    .array(fc.double({ min: -most, max: most, noNaN: true }), { minLength: 1, maxLength: 60 })
    .map((list) => Float64Array.from(list));

describe('the spread of a figure', () => {
  it('is that of its order statistics, in between by lines', () => {
    expect(distributionOf(Float64Array.of(5, 1, 4, 2, 3))).toEqual({
      least: 1,
      low: 1.2,
      median: 3,
      high: 4.8,
      most: 5,
    });
    expect(distributionOf(Float64Array.of(7))).toEqual({ least: 7, low: 7, median: 7, high: 7, most: 7 });
  });

  it('has a value in the middle of its equals', () => {
    const values = Float64Array.of(1, 2, 2, 3);
    expect([0, 1, 2, 3, 9].map((value) => percentileOf(values, value))).toEqual([0, 0.125, 0.5, 0.875, 1]);
    expect(Array.from(percentilesOf(values))).toEqual([0.125, 0.5, 0.5, 0.875]);
  });

  it('gives the same percentiles all at once as one by one', () => {
    fc.assert(
      fc.property(figures(3), (values) => {
        const rounded = values.map(Math.round);
        expect(Array.from(percentilesOf(rounded))).toEqual(
          Array.from(rounded, (value) => percentileOf(rounded, value)),
        );
      }),
    );
  });
});

describe('the strangest run', () => {
  it('lies far out in everything, and a figure that never changes says nothing', () => {
    const tame = Float64Array.of(1, 2, 3, 4, 9);
    const wild = Float64Array.of(9, 3, 2, 4, 1e6);
    const still = new Float64Array(5).fill(3);
    const found = strangeness([tame, wild, still]);
    expect(found.indexOf(Math.max(...found))).toBe(4);
    expect(Array.from(found)).toEqual(Array.from(strangeness([tame, wild])));
    expect(Array.from(strangeness([still]))).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('a histogram', () => {
  it('has every value once, in the bin that says so', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          figures(),
          figures(8).map((values) => values.map(Math.round)),
        ),
        (values) => {
          const { bins, whole } = binsOf(values);
          expect(bins.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual(Array.from(values.keys()));
          bins.forEach(({ from, to, rows }, k) => {
            if (k > 0) expect(from).toBe(bins[k - 1]!.to);
            for (const row of rows) {
              expect(values[row]).toBeGreaterThanOrEqual(from);
              expect(values[row]).toBeLessThanOrEqual(to);
            }
          });
          if (whole) for (const { from, to } of bins) expect(to - from).toBe(1);
        },
      ),
    );
  });

  it('gives each of a few whole numbers a bin of its own, those that are missing too', () => {
    const { bins } = binsOf(Float64Array.of(0, 3, 3, 1));
    expect(bins.map(({ from, rows }) => [from + 0.5, rows.length])).toEqual([
      [0, 1],
      [1, 1],
      [2, 0],
      [3, 2],
    ]);
  });

  it('of one value is one bin', () => {
    expect(binsOf(Float64Array.of(0.25, 0.25)).bins.map(({ rows }) => rows)).toEqual([[0, 1]]);
    expect(isConstant(Float64Array.of(0.25, 0.25))).toBe(true);
  });
});

const survey = { scenario: powers(4, 40), reporters: ['end:security', 'run:founded'] };

/** Runs jobs in this thread, in the order it is told, and fails after so many. */
const runsThem =
  (order: (jobs: number) => number[], answers = Infinity): RunJobs =>
  async (jobs, onAnswer) => {
    const found: Float64Array[] = [];
    for (const [done, k] of order(jobs.length).entries()) {
      if (done >= answers) throw new Error('cancelled');
      found[k] = runJob(jobs[k]!);
      onAnswer?.(found[k].slice(), k);
    }
    return found;
  };
const backwards = (jobs: number): number[] => Array.from({ length: jobs }, (_, k) => jobs - 1 - k);

describe('a sample', () => {
  it('is of the seeds "1", "2" … each once', () => {
    for (const seeds of [1, 9, 10, 11, 37])
      expect(jobsOf(survey, seeds).flatMap((job) => job.seeds)).toEqual(
        Array.from({ length: seeds }, (_, k) => String(k + 1)),
      );
  });

  it('is the same in whatever order its runs are made, and grows as they are', async () => {
    const sizes: number[] = [];
    const sample = await replicate(runsThem(backwards), survey, 25, (soFar) => sizes.push(soFar().seeds.length));
    expect(sizes).toEqual([5, 15, 25]);
    expect(sample.seeds).toEqual(Array.from({ length: 25 }, (_, k) => k + 1));
    const alone = runJob({ ...survey, seeds: sample.seeds.map(String) });
    expect(Array.from(sample.figures)).toEqual(Array.from(alone));
    expect(new Set(columnOf(sample, 0)).size).toBeGreaterThan(5);
  });

  it('keeps what was done when it is stopped', async () => {
    let kept: ReplicationResults = noResults(survey.reporters);
    const stopped = replicate(runsThem(backwards, 2), survey, 25, (soFar) => (kept = soFar()));
    await expect(stopped).rejects.toThrow('cancelled');
    expect(kept.seeds).toEqual(Array.from({ length: 15 }, (_, k) => k + 11));
    expect(Array.from(rowOf(kept, '12')!)).toEqual(Array.from(runJob({ ...survey, seeds: ['12'] })));
    expect(['1', '012', '12.0', 'twelve'].map((seed) => rowOf(kept, seed))).toEqual(Array(4).fill(undefined));
  });

  it('is saved as a row a seed', async () => {
    const sample = await replicate(runsThem(backwards), survey, 3, () => {});
    const [head, ...rows] = csvOf(sample).trimEnd().split('\r\n');
    expect(head).toBe('seed,end:security,run:founded');
    expect(rows.map((row) => row.split(',').map(Number))).toEqual(
      sample.seeds.map((seed) => [seed, ...rowOf(sample, String(seed))!]),
    );
  });
});

describe('a job', () => {
  it('is not taken for another with the same seeds', () => {
    const seeds = ['1', '2'];
    const plain = runJob({ ...survey, seeds });
    const others = [
      { ...survey, scenario: powers(5, 40) },
      { ...survey, ticks: 12 },
      { ...survey, interventions: [{ kind: 'set', tick: 1, path: 'actors.P0.autonomy', value: 1 }] },
    ];
    for (const other of others) expect(runJob({ ...other, seeds })).not.toEqual(plain);
    expect(runJob({ ...survey, seeds })).toEqual(plain);
    expect(runJob({ ...survey, seeds, ticks: 40 })).toEqual(plain);
  });

  it.each([-1, 0.5, 1e9])('has no %s ticks', (ticks) => {
    expect(() => runJob({ ...survey, seeds: ['1'], ticks })).toThrow(/^ticks: expected a whole number from 0 to/);
  });
});

describe('the outline of a scenario', () => {
  it('says what there is to ask, and what keeps a fact from being asked about', () => {
    const { figures: names, facts } = availableReporters(scenarios.nato);
    expect(names).toContain('end:security');
    expect(names).toContain('run:attacks');
    expect(facts.filter(({ obstacle }) => obstacle).map(({ fact, obstacle }) => [fact.id, obstacle])).toEqual([
      ['france-outside-the-command', { kind: 'figure', figure: 'inCommand' }],
      ['greece-outside-the-command', { kind: 'figure', figure: 'inCommand' }],
    ]);
    expect(facts[0]!.actors).toHaveLength(facts[0]!.fact.who.length);
    const asked = facts.filter(({ obstacle }) => !obstacle).map(({ fact }) => `fact:${fact.id}`);
    expect(
      runJob({ scenario: scenarios.nato, seeds: ['1'], reporters: [...names, ...asked] }).every(Number.isFinite),
    ).toBe(true);
  });

  it('is refused for what is no scenario', () => {
    expect(() => availableReporters({ ...powers(3, 4), actors: [] })).toThrow(/^actors/);
  });
});
