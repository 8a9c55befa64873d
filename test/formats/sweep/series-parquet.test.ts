import { describe, expect, it } from 'vitest';
import { inspectSeries, readSeries, seriesTable, writeSeries } from '../../../formats/sweep/series-parquet.ts';
import { writeShard } from '../../../formats/sweep/shard-parquet.ts';
import type { SweepRow } from '../../../sim/experiment/sweep/columns.ts';
import { COLUMNS, column, origin, runs } from './rows.ts';

const measures = [column('alliances'), column('polarity')];
const rows: SweepRow[] = [10, 11].flatMap((run) =>
  Array.from({ length: 145 }, (_, tick): SweepRow => [run, tick, tick % 3, run === 10 ? null : 0.5]),
);
const of = origin(2, { shard: 5, firstRun: 10 });

describe('the per-tick series of a shard', () => {
  it('come back as they went, with the number of their own rows', async () => {
    const bytes = writeSeries(measures, rows, of);
    const back = await readSeries(bytes);
    expect(back.rows).toEqual(rows);
    expect(back.columns.map(({ name }) => name)).toEqual(['run', 'tick', 'alliances', 'polarity']);
    expect(back.origin).toEqual({ ...of, rows: 290 });
    expect(Buffer.compare(bytes, writeSeries(measures, rows, of))).toBe(0);
  });

  it('may be of a measure that is never known, and of runs without a tick', async () => {
    const none = rows.map(([run, tick]): SweepRow => [run!, tick!, Number.NaN, null]);
    expect((await readSeries(writeSeries(measures, none, of), ['alliances'])).rows[0]).toEqual([null]);
    expect((await readSeries(writeSeries(measures, [], of))).rows).toEqual([]);
  });

  it('have any number of rows, but must be of the plan, the engine and the shard', () => {
    const bytes = writeSeries(measures, rows, of);
    expect(inspectSeries(bytes, of)).toBeUndefined();
    expect(inspectSeries(bytes, { ...of, shard: 4 })).toBe('it is shard 5, not 4');
    expect(inspectSeries(bytes, { ...of, engine: 'foedus/1.0.0' })).toMatch(/^it is of another engine/);
    expect(inspectSeries(bytes.slice(1), of)).toBe('it has changed since it was written');
    const shard = writeShard(
      COLUMNS,
      runs(2, 10, () => 1),
      of,
    );
    expect(inspectSeries(shard, of)).toBe('it holds runs, not series');
  });

  it('have run and tick before the measures, all of which may be null', () => {
    const table = seriesTable([column('alliances', 'INT64', false)]);
    expect(table.map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
      ['run', 'INT64', false],
      ['tick', 'INT64', false],
      ['alliances', 'DOUBLE', true],
    ]);
  });
});
