import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seriesBytes, shardBytes, shardFooter } from '../../cli/shard-file.ts';
import { putShard, seriesPath, shardPath } from '../../cli/sweep-folder.ts';
import { writeSeries } from '../../formats/sweep/series-parquet.ts';
import { writeShard } from '../../formats/sweep/shard-parquet.ts';
import { column, origin } from '../formats/sweep/rows.ts';
import { bytesOf, of, refusal, sweepFolders } from './sweep-folders.ts';

const { folder } = sweepFolders();

describe('the file of a shard', () => {
  it('is read whole, or by its footer alone', () => {
    const dir = folder();
    const series = writeSeries([column('alliances')], [[30, 0, 1]], of(3));
    putShard(dir, 3, bytesOf(3), series);
    expect(shardFooter(dir, of(3)).statuses).toEqual({ done: 8, stopped: 2 });
    expect(Buffer.compare(shardBytes(dir, of(3)), bytesOf(3))).toBe(0);
    expect(Buffer.compare(seriesBytes(dir, of(3)), series)).toBe(0);
  });

  it('has a footer that is longer than what is read first', () => {
    const dir = folder();
    const wide = Array.from({ length: 400 }, (_, k) => column(`a measure with a long name, number ${k}`));
    const bytes = writeShard(wide, [wide.map(() => 0.5)], origin(1));
    putShard(dir, 0, bytes);
    expect(shardFooter(dir, origin(1)).columns).toHaveLength(400);
  });

  it('that is damaged or another’s is refused by name and left in place', () => {
    const dir = folder();
    putShard(dir, 0, bytesOf(0));
    const file = shardPath(dir, 0);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 97) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 0x41;
      writeFileSync(file, bytes);
      expect(refusal(() => shardBytes(dir, of(0)))).toMatch(`${file}: `);
      expect(readFileSync(file).equals(bytes)).toBe(true);
    }
    writeFileSync(file, whole.subarray(0, -1));
    expect(refusal(() => shardFooter(dir, of(0)))).toBe(`${file}: not a Parquet file of a sweep, or an incomplete one`);
    writeFileSync(file, '');
    expect(refusal(() => shardFooter(dir, of(0)))).toBe(`${file}: not a Parquet file of a sweep, or an incomplete one`);
    writeFileSync(file, bytesOf(1));
    expect(refusal(() => shardFooter(dir, of(0)))).toBe(`${file}: it is shard 1, not 0`);
    expect(refusal(() => shardFooter(dir, of(5)))).toBe(`${shardPath(dir, 5)}: there is no such file or folder`);
    expect(refusal(() => seriesBytes(dir, of(0)))).toBe(`${seriesPath(dir, 0)}: there is no such file or folder`);
  });
});
