import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearFolder, putShard } from '../../cli/sweep-folder.ts';
import { temporaryName } from '../../cli/temporary-files.ts';
import { writeSeries } from '../../formats/sweep/series-parquet.ts';
import { bytesOf, of, sweepFolders } from './sweep-folders.ts';

const { folder } = sweepFolders();

describe('what ended processes left under way', () => {
  const [, space = ''] = /\.([0-9a-f]{16})-\d+\.tmp$/.exec(temporaryName('x'))!;
  /** The number of a process that has ended. */
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const DAYS = 24 * 60 * 60;

  it('is removed where it is surely left, and no other file', () => {
    const dir = folder();
    putShard(dir, 0, bytesOf(0), writeSeries([], [], of(0)));
    const left = ['shards/.shard-00001.parquet', 'series/.00001.pq', '.plan-2.json'].map(
      (name) => `${name}.${space}-${dead}.tmp`,
    );
    const elsewhere = `shards/.shard-00002.parquet.0123456789abcdef-${dead}.tmp`;
    const old = `shards/.shard-00003.parquet.0123456789abcdef-${process.pid}.tmp`;
    const kept = [
      `shards/.shard-00004.parquet.${space}-${process.pid}.tmp`,
      elsewhere,
      'shards/.notes.tmp',
      'shards/mine.tmp',
    ];
    for (const name of [...left, ...kept, old]) writeFileSync(join(dir, name), 'half');
    const before = Date.now() / 1000 - 2 * DAYS;
    utimesSync(join(dir, old), before, before);
    clearFolder(dir);
    for (const name of [...left, old]) expect(existsSync(join(dir, name))).toBe(false);
    for (const name of [...kept, 'plan.json', 'shards/shard-00000.parquet', 'series/00000.pq'])
      expect(existsSync(join(dir, name))).toBe(true);
  });

  it('of a process that had our number does not hinder us', () => {
    const dir = folder();
    mkdirSync(join(dir, 'shards'));
    writeFileSync(join(dir, 'shards', temporaryName('shard-00000.parquet')), 'half');
    putShard(dir, 0, bytesOf(0));
    expect(readdirSync(join(dir, 'shards'))).toEqual(['shard-00000.parquet']);
  });
});
