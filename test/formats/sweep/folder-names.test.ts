import { describe, expect, it } from 'vitest';
import { numberIn, planName, seriesName, shardName } from '../../../formats/sweep/folder-names.ts';

describe('the name of a file of a sweep', () => {
  it.each([
    ['plan.json', planName, 1],
    ['plan-2.json', planName, 2],
    ['plan-12.json', planName, 12],
    ['shard-00000.parquet', shardName, 0],
    ['shard-00042.parquet', shardName, 42],
    ['shard-123456.parquet', shardName, 123_456],
    ['00007.pq', seriesName, 7],
  ] as const)('has its number: %s', (name, nameOf, number) => {
    expect(numberIn(name, nameOf)).toBe(number);
    expect(nameOf(number)).toBe(name);
  });

  it.each([
    ['plan-1.json', planName],
    ['plan-02.json', planName],
    ['plan.json.part', planName],
    ['shard-000000.parquet', shardName],
    ['shard-1.parquet', shardName],
    ['00001.parquet', seriesName],
    ['', seriesName],
  ] as const)('is none of ours where it is written otherwise: %s', (name, nameOf) => {
    expect(numberIn(name, nameOf)).toBeUndefined();
  });
});
