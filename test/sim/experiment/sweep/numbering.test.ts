import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Numbering,
  runNumber,
  runsOf,
  runsOfShard,
  shardsOf,
} from '../../../../sim/experiment/sweep/numbering.ts';
import { always } from '../../arbitrary.ts';
import { planOf } from './plans.ts';

const small = (max: number) => fc.integer({ min: 1, max });
const first = fc
  .record({ points: small(9), replicates: small(5), variants: small(3), runsPerShard: small(7) })
  .map((given): Numbering => ({ ...given, firstRun: 0, firstShard: 0, oldPoints: 0, oldReplicates: 0 }));
const both = fc.tuple(first, fc.nat(4), fc.nat(4)).map(([of, points, replicates]): [Numbering, Numbering] => [
  of,
  {
    ...of,
    firstRun: runsOf(of),
    firstShard: shardsOf(of),
    oldPoints: of.points,
    oldReplicates: of.replicates,
    points: of.points + points,
    replicates: of.replicates + replicates,
  },
]);

const allOf = (of: Numbering) => Array.from({ length: runsOf(of) }, (_, k) => runNumber(of, of.firstRun + k));

describe('the number of a run', () => {
  it('is replicate · points · variants + point · variants + variant', () => {
    always(first, (of) => {
      for (const { run, point, replicate, variant } of allOf(of)) {
        expect(run).toBe(replicate * of.points * of.variants + point * of.variants + variant);
        expect(point < of.points && replicate < of.replicates && variant < of.variants).toBe(true);
      }
    });
  });

  it('goes on in an extension, which has each new point and replicate once, and no old one again', () => {
    always(both, ([old, of]) => {
      const found = [...allOf(old), ...allOf(of)];
      expect(found.map(({ run }) => run)).toEqual(found.map((_, k) => k));
      const runs = new Set(found.map(({ point, replicate, variant }) => `${point} ${replicate} ${variant}`));
      expect(runs.size).toBe(found.length);
      expect(found).toHaveLength(of.points * of.replicates * of.variants);
    });
  });

  it('belongs to one shard', () => {
    always(both, ([old, of]) => {
      const covered = [old, of].flatMap((one) =>
        Array.from({ length: shardsOf(one) }, (_, k) => runsOfShard(one, one.firstShard + k)),
      );
      let next = 0;
      for (const [from, to] of covered) {
        expect(from).toBe(next);
        expect(to).toBeGreaterThan(from);
        next = to;
      }
      expect(next).toBe(runsOf(old) + runsOf(of));
    });
  });
});

it.each([
  [1, undefined, 100],
  [100_000, undefined, 100],
  [100_001, undefined, 101],
  [1_000_000, undefined, 1_000],
  [250, 40, 40],
])('%i runs are put into shards of %s: %i', (replicates, runsPerShard, expected) => {
  const plan = planOf({ replicates, ...(runsPerShard && { runsPerShard }) });
  expect(plan.numbering.runsPerShard).toBe(expected);
  expect(plan.shards).toBe(Math.ceil(replicates / expected));
});
