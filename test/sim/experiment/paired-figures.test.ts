import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedFigures } from '../../../sim/experiment/paired-figures.ts';
import { replicatePairs } from '../../../sim/experiment/replicate-pairs.ts';
import type { ReplicationResults } from '../../../sim/experiment/replication-results.ts';
import { type Job, type RunJobs, runJob, runJobsHere } from '../../../sim/experiment/run-job.ts';
import { powers } from '../powers.ts';

const sample = (seeds: number[], ...columns: number[][]): ReplicationResults => ({
  names: columns.map((_, f) => `end:f${f}`),
  seeds,
  figures: Float64Array.from(seeds.flatMap((_, k) => columns.map((column) => column[k]!))),
});

describe('a figure with and without a change', () => {
  it('is compared seed by seed, over the seeds that both have', () => {
    const { seeds, figures } = pairedFigures(sample([1, 2, 3, 4], [1, 2, 3, 9]), sample([2, 3, 4, 5], [5, 2, 9, 7]));
    expect(seeds).toEqual([2, 3, 4]);
    expect(figures[0]).toMatchObject({ more: 1, less: 1, same: 1, difference: 0 });
    expect(Array.from(figures[0]!.original)).toEqual([2, 3, 9]);
    expect(Array.from(figures[0]!.changed)).toEqual([5, 2, 9]);
    expect(figures[0]!.spread.changed).toMatchObject({ least: 2, median: 5, most: 9 });
  });

  it('that the change moves most consistently comes first; what never varies is only named', () => {
    const before = sample([1, 2, 3], [1, 2, 3], [7, 7, 7], [1, 2, 3], [1, 2, 3]);
    const after = sample([1, 2, 3], [2, 1, 3], [7, 7, 7], [2, 3, 4], [1, 2, 3]);
    const { figures, constant } = pairedFigures(before, after);
    expect(figures.map(({ name }) => name)).toEqual(['end:f2', 'end:f0', 'end:f3']);
    expect(constant).toEqual(['end:f1']);
  });

  it('does not count rounding as a difference', () => {
    const { figures } = pairedFigures(sample([1, 2], [0.1 + 0.2, 1]), sample([1, 2], [0.3, 2]));
    expect(figures[0]).toMatchObject({ more: 1, less: 0, same: 1 });
  });

  it('counts every seed once, and turns about with the two runs', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const seeds = a.map((_, k) => k + 1);
        const [there] = pairedFigures(sample(seeds, a), sample(seeds, b)).figures;
        const [back] = pairedFigures(sample(seeds, b), sample(seeds, a)).figures;
        if (!there || !back) return;
        expect(there.more + there.less + there.same).toBe(seeds.length);
        expect([there.more, there.less]).toEqual([back.less, back.more]);
        expect(there.difference).toBeCloseTo(-back.difference, 6);
      }),
    );
  });

  it('is none where no seed has both runs', () => {
    expect(pairedFigures(sample([1], [1]), sample([2], [1]))).toEqual({ seeds: [], figures: [], constant: [] });
  });
});

describe('pairs of runs', () => {
  const scenario = powers(4, 40);
  const set = { kind: 'set', tick: 5, path: 'actors.P0.loyalty', value: 0 };
  const pair = {
    original: { scenario },
    changed: { scenario, interventions: [set] },
    reporters: ['end:security', 'run:founded'],
  };

  it('are those of the same seeds, with the original’s interventions and with the branch’s', async () => {
    const { original, changed } = await replicatePairs(runJobsHere(), pair, 12, () => {});
    const seeds = Array.from({ length: 12 }, (_, k) => String(k + 1));
    const alone = (interventions: unknown[]): Float64Array =>
      runJob({ scenario, interventions, reporters: pair.reporters, seeds });
    expect(original.seeds).toEqual(seeds.map(Number));
    expect(original.figures).toEqual(alone([]));
    expect(changed.figures).toEqual(alone([set]));
    expect(changed.figures).not.toEqual(original.figures);
  });

  it('use an original that is known, and tell how far they are', async () => {
    const done: number[] = [];
    const jobs: Job[] = [];
    const counting: RunJobs = (list, onAnswer) => {
      jobs.push(...list);
      return runJobsHere()(list, onAnswer);
    };
    const first = await replicatePairs(counting, pair, 12, () => {});
    const made = jobs.length;
    const again = await replicatePairs(
      counting,
      pair,
      12,
      (soFar) => done.push(soFar().changed.seeds.length),
      first.original,
    );
    expect(again).toEqual(first);
    expect(jobs.length - made).toBe(made / 2);
    expect(done).toEqual([5, 10, 12]);
  });
});
