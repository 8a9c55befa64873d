import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { putShard } from '../../../cli/sweep-folder.ts';
import { mergeParquet } from '../../../formats/sweep/merge.ts';
import { writeSeries } from '../../../formats/sweep/series-parquet.ts';
import { writeShard } from '../../../formats/sweep/shard-parquet.ts';
import type { Cell, SweepColumn, SweepRow } from '../../../sim/experiment/sweep/columns.ts';
import { alwaysAwaited, COLUMNS, column, origin, runs, tables } from './rows.ts';

// DuckDB looks at our files from outside. One thread: its sums over several depend on chance.

const top = mkdtempSync(join(tmpdir(), 'foedus-duckdb-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const query = async (sql: string): Promise<Record<string, unknown>[]> =>
  (await connection.runAndReadAll(sql)).getRowObjectsJS();

/** Shards of 100 runs: the first has only 0 and 1, the second none at all, the third a part. */
const SHARDS = [runs(100, 0, (k) => k % 2), runs(100, 100, () => null), runs(100, 200, () => 0.5)];
const measures = [column('alliances')];

const dir = join(top, 'sweep');
mkdirSync(dir);
writeFileSync(join(dir, 'plan.json'), '{}\n');
SHARDS.forEach((rows, shard) => {
  const of = origin(100, { shard, firstRun: 100 * shard });
  const series = rows.flatMap(([run]): SweepRow[] => [
    [run!, 0, 0],
    [run!, 1, 0.5],
  ]);
  putShard(dir, shard, writeShard(COLUMNS, rows, of), writeSeries(measures, series, of));
});
const all = `read_parquet('${dir}/**/*.parquet')`;

describe('DuckDB over the folder of a sweep', () => {
  it('counts every run once', async () => {
    expect(await query(`SELECT count(*) AS runs, count(DISTINCT run) AS different FROM ${all}`)).toEqual([
      { runs: 300n, different: 300n },
    ]);
  });

  it('reads a part after a shard of zeros and ones exactly', async () => {
    expect(
      await query(
        `SELECT run // 100 AS shard, sum(alliances) AS sum, count(alliances) AS known FROM ${all} GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      { shard: 0n, sum: 50, known: 100n },
      { shard: 1n, sum: null, known: 0n },
      { shard: 2n, sum: 50, known: 100n },
    ]);
  });

  it('has the types of the plan', async () => {
    const types = await query(`DESCRIBE SELECT * FROM ${all}`);
    expect(types.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
      COLUMNS.map(({ name, type }) => [
        name,
        { INT64: 'BIGINT', STRING: 'VARCHAR', DOUBLE: 'DOUBLE', BOOLEAN: 'BOOLEAN' }[type],
      ]),
    );
  });

  it('finds plan and engine in the metadata', async () => {
    const entries = await query(
      `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${dir}/shards/shard-00002.parquet')`,
    );
    expect(Object.fromEntries(entries.map(({ key, value }) => [key, value]))).toMatchObject({
      'foedus.plan': '0123456789abcdef',
      'foedus.engine': 'foedus/0.2.0',
      'foedus.shard': '2',
      'foedus.firstRun': '200',
      'foedus.rows': '100',
    });
  });

  it('joins the series by run', async () => {
    const sql = `SELECT count(*) AS ticks, sum(s.alliances) AS sum FROM ${all} r JOIN read_parquet('${dir}/series/*.pq') s USING (run)`;
    expect(await query(sql)).toEqual([{ ticks: 600n, sum: 150 }]);
  });

  it('reads the same of the merged file', async () => {
    const file = join(top, 'merged.parquet');
    const pieces: Uint8Array[] = [];
    for await (const piece of mergeParquet(COLUMNS, SHARDS, origin(300))) pieces.push(piece);
    writeFileSync(file, Buffer.concat(pieces));
    const difference = `(SELECT * FROM ${all} EXCEPT SELECT * FROM '${file}')`;
    expect(
      await query(`SELECT (SELECT count(*) FROM '${file}') AS runs, count(*) AS others FROM ${difference}`),
    ).toEqual([{ runs: 300n, others: 0n }]);
  });
});

/** Whole numbers come as bigint, and the client drops a byte order mark. */
const asRead = (cell: Cell, { type }: SweepColumn): unknown => {
  if (type === 'INT64' && cell !== null) return BigInt(cell);
  return typeof cell === 'string' ? cell.replace(/^\ufeff/, '') : cell;
};

describe('DuckDB', () => {
  it('reads whatever a shard may hold', async () => {
    const file = join(top, 'any.parquet');
    await alwaysAwaited(
      tables,
      async ({ columns, rows }) => {
        writeFileSync(file, writeShard(columns, rows, origin(rows.length)));
        const names = columns.map(({ name }, k) => `"${name.replaceAll('"', '""')}" AS c${k}`);
        // A name is found whatever its case, so of two that differ in nothing else only one can be asked for.
        const read = new Set(columns.map(({ name }) => name.toLowerCase())).size === columns.length;
        if (!read || columns.some(({ name }) => name.includes('\0'))) return;
        const found = await query(`SELECT ${names.join(', ')} FROM '${file}'`);
        expect(found.map((row) => columns.map((_, k) => row[`c${k}`]))).toEqual(
          rows.map((row) => row.map((cell, k) => asRead(cell, columns[k]!))),
        );
      },
      40,
    );
  });
});
