import { csvParseRows } from 'd3-dsv';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { mergeCsv, mergeParquet } from '../../../formats/sweep/merge.ts';
import type { SweepRow } from '../../../sim/experiment/sweep/columns.ts';
import { alwaysAwaited, COLUMNS, column, runs, tables } from './rows.ts';

const of = { plan: '0123456789abcdef', engine: 'foedus/0.2.0' };

async function parquet(...given: Parameters<typeof mergeParquet>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of mergeParquet(...given)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function csv(...given: Parameters<typeof mergeCsv>): Promise<string> {
  let text = '';
  for await (const piece of mergeCsv(...given)) text += piece;
  return text;
}

const objects = (bytes: Buffer) => parquetReadObjects({ file: new Uint8Array(bytes).buffer });

describe('a merged Parquet file', () => {
  it('has the rows of all shards in their order, with the types of the plan', async () => {
    const bytes = await parquet(COLUMNS, [runs(2, 0, () => 1), runs(2, 2, () => 0.5), runs(1, 4, () => null)], of);
    const rows = await objects(bytes);
    expect(rows.map((row) => row['run'])).toEqual([0n, 1n, 2n, 3n, 4n]);
    expect(rows.map((row) => row['alliances'] ?? null)).toEqual([1, 1, 0.5, 0.5, null]);
    const { schema, key_value_metadata, num_rows } = parquetMetadata(new Uint8Array(bytes).buffer);
    expect(schema.slice(1).map(({ type }) => type)).toEqual(
      COLUMNS.map(({ type }) => (type === 'STRING' ? 'BYTE_ARRAY' : type)),
    );
    expect(num_rows).toBe(5n);
    const entries = new Map(key_value_metadata?.map(({ key, value }) => [key, value]));
    expect(entries.get('foedus.plan')).toBe(of.plan);
    expect(JSON.parse(entries.get('foedus.columns')!)).toEqual(COLUMNS);
  });

  it('has the same bytes however the rows are sharded, over several row groups', async () => {
    const wide = Array.from({ length: 1_000 }, (_, k) => column(`m${k}`));
    const rows = Array.from({ length: 600 }, (_, k): SweepRow => wide.map((_, m) => (m === 0 ? k : null)));
    const one = await parquet(wide, [rows], of);
    const many = await parquet(
      wide,
      Array.from({ length: 6 }, (_, k) => rows.slice(100 * k, 100 * (k + 1))),
      of,
    );
    expect(one.equals(many)).toBe(true);
    const { row_groups } = parquetMetadata(new Uint8Array(one).buffer);
    expect(row_groups.map(({ num_rows }) => num_rows)).toEqual([500n, 100n]);
    const back = await parquetReadObjects({ file: new Uint8Array(one).buffer, columns: ['m0'] });
    expect(back.map((row) => row['m0'])).toEqual(rows.map(([first]) => first));
  });

  it('may have no row', async () => {
    expect(await objects(await parquet(COLUMNS, [], of))).toEqual([]);
  });
});

describe('a merged CSV', () => {
  it('has the names first, empty cells for null, and no formula', async () => {
    const columns = [column('run', 'INT64', false), column('x'), column('ok', 'BOOLEAN'), column('error', 'STRING')];
    const text = await csv(columns, [
      [[0, 0.1, true, null]],
      [
        [1, Number.NaN, null, '=HYPERLINK("x")'],
        [2, -0, false, 'a;-b, "c"'],
      ],
    ]);
    expect(text.split('\r\n')).toEqual([
      'run,x,ok,error',
      '0,0.1,true,',
      `1,,,"'=HYPERLINK(""x"")"`,
      `2,-0,false,"a;'-b, ""c"""`,
      '',
    ]);
  });

  it('has a record for every row, whatever stands in it', async () => {
    await alwaysAwaited(
      tables,
      async ({ columns, rows }) => {
        const records = csvParseRows(await csv(columns, [rows]));
        expect(records).toHaveLength(rows.length + 1);
        for (const record of records) {
          expect(record).toHaveLength(columns.length);
          columns.forEach(({ type }, k) => {
            if (type === 'STRING') expect(record[k]).not.toMatch(/(^|;)[=+\-@\t\r]/);
          });
        }
      },
      60,
    );
  });

  it.each([mergeCsv, mergeParquet])('refuses a number that is not finite', async (merge) => {
    const all = merge([column('x')], [[[1], [Number.POSITIVE_INFINITY]]], of);
    await expect(async () => {
      for await (const _ of all);
    }).rejects.toThrow('row 2, column x: Infinity is no finite number, so it cannot be written');
  });
});
