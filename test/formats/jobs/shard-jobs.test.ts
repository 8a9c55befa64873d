import { describe, expect, it } from 'vitest';
import { closedArrays, shardArrays } from '../../../formats/jobs/shard-jobs.ts';
import { slurmArrayName, slurmArrays, slurmArrayWords, slurmShard } from '../../../formats/jobs/slurm-script.ts';
import { jobs, shards } from './jobs.ts';

describe('arrays of shards', () => {
  it('hold those of one plan, and no more tasks than are allowed', () => {
    expect(shardArrays(jobs(), 10).map(({ plan, offset, shards: of }) => [plan, offset, of.length])).toEqual([
      ['/data/sweep/plan.json', 0, 10],
      ['/data/sweep/plan.json', 10, 10],
      ['/data/sweep/plan.json', 20, 5],
      ['/data/sweep/plan-2.json', 20, 3],
    ]);
  });

  it('without gaps go from the first that is missing to the last', () => {
    const plans = [{ plan: '/p', shards: [3, 5, 17] }];
    expect(closedArrays({ plans }, 10).map(({ offset, count }) => [offset, count])).toEqual([
      [3, 3],
      [17, 1],
    ]);
  });

  it.each([
    [1_001, undefined, ['--array=0-24', '--array=25-27']],
    [10, undefined, ['--array=0-9', '--array=0-9', '--array=0-4', '--array=5-7']],
    [10, 1, ['--array=1-9', '--array=1-9', '--array=1-7', '--array=8-9', '--array=1']],
  ])('of Slurm keep their indices below %s, from %s', (limit, first, expected) => {
    const of = jobs(first === undefined ? {} : { first });
    const arrays = slurmArrays(of, limit);
    expect(arrays.map((array) => slurmArrayWords(of, array)[0])).toEqual(expected);
  });

  it('of Slurm tell by their names which shards are in the queue', () => {
    for (const first of [0, 1, 5]) {
      const of = jobs({ first });
      const told = slurmArrays(of, 11).flatMap(({ offset, shards: some }) =>
        some.map((shard) => slurmShard(of, slurmArrayName(of, offset), shard - offset + first)),
      );
      expect(told).toEqual(shards(0, 27));
    }
    expect(slurmShard(jobs(), 'foedus-0123abcd-merge', 3)).toBeUndefined();
    expect(slurmShard(jobs(), 'foedus-4567cdef-0', 3)).toBeUndefined();
  });
});
