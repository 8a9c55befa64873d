import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createFolder,
  finalSeries,
  finalShards,
  planPath,
  putPlan,
  putShard,
  readPlans,
  shardPath,
} from '../../cli/sweep-folder.ts';
import { temporaryName } from '../../cli/temporary-files.ts';
import { writeSeries } from '../../formats/sweep/series-parquet.ts';
import { writeShard } from '../../formats/sweep/shard-parquet.ts';
import { COLUMNS, column, runs } from '../formats/sweep/rows.ts';
import { bytesOf, everything, of, refusal, sweepFolders } from './sweep-folders.ts';

const { fresh, folder } = sweepFolders();

describe('a folder of a sweep', () => {
  it('has its plan and nothing else at first, and is taken again with the same plan', () => {
    const dir = join(fresh(), 'deep');
    createFolder(dir, 'plan');
    createFolder(dir, 'plan');
    expect(everything(dir)).toEqual(['plan.json']);
    expect(readPlans(dir)).toEqual(['plan']);
  });

  it('of another plan is refused and stays as it was', () => {
    const dir = folder();
    expect(refusal(() => createFolder(dir, 'another'))).toBe(
      `${dir}: the folder is of another plan: ${planPath(dir, 1)} differs`,
    );
    expect(readPlans(dir)).toEqual(['{"plan": 1}\n']);
    expect(everything(dir)).toEqual(['plan.json']);
  });

  it('is not made of what holds something else', () => {
    const dir = fresh();
    mkdirSync(dir);
    writeFileSync(join(dir, '.hidden'), '');
    createFolder(dir, 'plan');
    const other = fresh();
    mkdirSync(other);
    writeFileSync(join(other, 'thesis.txt'), 'years of work');
    expect(refusal(() => createFolder(other, 'plan'))).toBe(`${other}: the folder is not empty, and no sweep`);
    const file = join(other, 'thesis.txt');
    expect(refusal(() => createFolder(file, 'plan'))).toBe(`${file}: expected a folder, but it is a file`);
    expect(refusal(() => createFolder(join(file, 'sweep'), 'plan'))).toBe(
      `${join(file, 'sweep')}: part of the path is not a folder`,
    );
    expect(readFileSync(file, 'utf8')).toBe('years of work');
    const dangling = fresh();
    symlinkSync('nowhere', dangling);
    expect(refusal(() => createFolder(dangling, 'plan'))).toBe(`${dangling}: expected a folder, but it is a file`);
  });

  it('is missed where there is none', () => {
    const dir = fresh();
    expect(refusal(() => readPlans(dir))).toBe(`${dir}: there is no such file or folder`);
    mkdirSync(dir);
    expect(refusal(() => readPlans(dir))).toBe(`${dir}: no sweep is here: there is no plan.json`);
  });

  it('has the plans that extend it in their order, without a gap', () => {
    const dir = folder();
    for (let n = 2; n <= 11; n++) putPlan(dir, n, `plan ${n}`);
    expect(readPlans(dir).slice(1)).toEqual(Array.from({ length: 10 }, (_, k) => `plan ${k + 2}`));
    expect(refusal(() => putPlan(dir, 3, 'other'))).toBe(
      `${dir}: the folder is of another plan: ${planPath(dir, 3)} differs`,
    );
    rmSync(planPath(dir, 10));
    expect(refusal(() => readPlans(dir))).toBe(`${planPath(dir, 11)}: plan-10.json before it is missing`);
  });
});

describe('a shard', () => {
  it('is in its place with its series, and nothing is beside it', () => {
    const dir = folder();
    const series = writeSeries([column('alliances')], [[30, 0, 1]], of(3));
    putShard(dir, 3, bytesOf(3), series);
    putShard(dir, 100_000, bytesOf(100_000));
    putShard(dir, 0, bytesOf(0));
    expect(everything(dir)).toEqual([
      'plan.json',
      'series',
      'series/00003.pq',
      'shards',
      'shards/shard-00000.parquet',
      'shards/shard-00003.parquet',
      'shards/shard-100000.parquet',
    ]);
    expect(finalShards(dir)).toEqual([0, 3, 100_000]);
    expect(finalSeries(dir)).toEqual([3]);
  });

  it('is replaced at once when it is written anew', () => {
    const dir = folder();
    putShard(dir, 1, bytesOf(1));
    const anew = writeShard(
      COLUMNS,
      runs(10, 10, () => 7),
      of(1),
    );
    putShard(dir, 1, anew);
    expect(Buffer.compare(readFileSync(shardPath(dir, 1)), anew)).toBe(0);
    expect(readdirSync(join(dir, 'shards'))).toEqual(['shard-00001.parquet']);
  });

  it('counts by its proper name alone', () => {
    const dir = folder();
    mkdirSync(join(dir, 'shards'));
    const names = [
      'shard-00001.parquet',
      'shard-000001.parquet',
      'shard-1.parquet',
      'shard-00002.parquet.tmp',
      'merged.parquet',
    ];
    for (const name of [...names, temporaryName('shard-00003.parquet')]) writeFileSync(join(dir, 'shards', name), '');
    expect(finalShards(dir)).toEqual([1]);
    expect(finalShards(folder())).toEqual([]);
  });

  it('cannot be put where something is in the way', () => {
    const dir = folder();
    mkdirSync(join(dir, 'shards', 'shard-00000.parquet', 'more'), { recursive: true });
    expect(refusal(() => putShard(dir, 0, bytesOf(0)))).toMatch(
      /shard-00000\.parquet: (it is a folder|a folder of that name)/,
    );
    expect(readdirSync(join(dir, 'shards'))).toEqual(['shard-00000.parquet']);
    const other = folder();
    writeFileSync(join(other, 'shards'), '');
    expect(refusal(() => putShard(other, 0, bytesOf(0)))).toBe(
      `${join(other, 'shards')}: expected a folder, but it is a file`,
    );
  });
});
