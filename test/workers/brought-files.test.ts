import { describe, expect, it } from 'vitest';
import { sortBrought } from '../../workers/brought-files.ts';

const file = (path: string, text = '') => ({ path, content: new Blob([text]) });
const sorted = async (...paths: string[]) => {
  const { plans, shards } = await sortBrought(paths.map((path) => file(path)));
  return { plans: plans.map(({ path }) => path), shards: shards.map(({ path }) => path) };
};

describe('files that somebody brings', () => {
  it('are those of a folder, wherever it lies and whatever else is there', async () => {
    const paths = ['plan.json', 'plan-2.json', 'shards/shard-00000.parquet', 'series/00000.pq'];
    const expected = { plans: paths.slice(0, 2), shards: paths.slice(2) };
    const others = ['README.txt', 'manifest.json', 'merged.parquet', 'old/plan.json', 'old/shards/shard-00001.parquet'];
    for (const before of ['', 'run/', './', 'a/b/', 'a\\b\\'])
      expect(await sorted(...[...paths, ...others].map((path) => before + path))).toEqual(expected);
  });

  it('may be chosen together without their folders', async () => {
    expect(await sorted('shard-00001.parquet', '00001.pq', 'plan.json', 'other.parquet')).toEqual({
      plans: ['plan.json'],
      shards: ['shard-00001.parquet', '00001.pq'],
    });
  });

  it('may be shards alone, whatever a browser called them', async () => {
    expect(await sorted('shard-00001 (1).parquet', 'photo.png')).toEqual({
      plans: [],
      shards: ['shard-00001 (1).parquet'],
    });
  });

  it('are refused where an archive cannot be read', async () => {
    await expect(sortBrought([file('runs.zip', 'no')])).rejects.toThrow(
      'runs.zip: not a zip archive, or an incomplete one',
    );
  });
});
