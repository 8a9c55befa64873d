import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { readShard } from '../../formats/sweep/shard-parquet.ts';
import { findPython, pythonPackages } from '../../scripts/python.mjs';
import { root } from '../../scripts/setup.mjs';
import { commandIn } from './command.ts';

// What docs/read-results.md shows, run as it stands there against the folder of a real sweep.

const python = findPython();
if (!python) console.warn('not run: python');

const { at, foedus, file } = commandIn('read-results');

/**
 * Two players of a grim trigger. Both give all, or nobody gives, or the last period is the one in which one of them defects. So the first
 * shard has only 1 and 0 as the rate of effort, and the others have 0.5.
 */
const SPEC = {
  format: 'foedus-sweep/1',
  scenario: 'classics/repeated',
  vary: [
    { path: 'parameters.n', as: 'players', values: [2] },
    { path: 'time.ticks', as: 'length', values: [3] },
    { path: 'parameters.tempted', as: 'tempted', values: [0, 1, 3] },
    { path: 'actors[0].loyalty', as: 'loyalty', values: [0.1, 0.9] },
  ],
  replicates: 2,
  runsPerShard: 4,
  measure: { end: ['effortRate', 'alliances', 'security'], every: { ticks: 1, names: ['alliances'] } },
};
const EFFORT = [1, 1, 0, 0, 0.5, 0.5, 1, 1, 0, 0, 0.5, 0.5];

const text = readFileSync(new URL('../../docs/read-results.md', import.meta.url), 'utf8');
const blocksIn = (language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) =>
    code!.replaceAll('DIR', at('sweep').replaceAll('\\', '/')),
  );

type Columns = Record<string, unknown[]>;

/** The rows of all files of a folder, as this project reads them itself. */
async function rowsOf(folder: string): Promise<Columns> {
  const all: Columns = {};
  for (const name of readdirSync(at(`sweep/${folder}`)).sort()) {
    const { columns, rows } = await readShard(new Uint8Array(readFileSync(at(`sweep/${folder}/${name}`))));
    columns.forEach((column, k) => {
      all[column.name] = [...(all[column.name] ?? []), ...rows.map((row) => row[k])];
    });
  }
  return all;
}

let shards: Columns;
let series: Columns;
beforeAll(async () => {
  expect(await foedus('sweep', file('spec.json', SPEC), '--out', 'sweep')).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(at('sweep/shards'))).toHaveLength(3);
  [shards, series] = [await rowsOf('shards'), await rowsOf('series')];
  expect(shards.effortRate).toEqual(EFFORT);
});

/** Writes a table as JSON: the kind of each column, and its values. NaN is none, so JSON would not have it. */
const SHOWS = `
import json, sys
def show(table):
    values = table.to_dict(as_series=False) if hasattr(table, 'to_dicts') else {
        name: [None if value is None or value != value else value for value in table[name].tolist()] for name in table
    }
    types = table.schema if hasattr(table, 'schema') else table.dtypes
    kinds = {name: str(types[name]).lower() for name in values}
    print('@' + json.dumps({'kinds': kinds, 'values': values}, allow_nan=False))
`;

/** Runs Python and gives what it printed, and the tables that it showed. */
async function runs(...code: string[]) {
  const { stdout, stderr } = await promisify(execFile)(python!, ['-W', 'error', '-c', [SHOWS, ...code].join('\n')]);
  expect(stderr).toBe('');
  const lines = stdout.split(/\r?\n/);
  const tables = lines.filter((line) => line.startsWith('@')).map((line) => JSON.parse(line.slice(1)));
  return { printed: lines.filter((line) => !line.startsWith('@')).join('\n'), tables };
}

const MEASURES = ['loyalty', 'tempted', 'effortRate', 'alliances', 'security'];
const float64 = Object.fromEntries(MEASURES.map((name) => [name, 'float64']));

describe.skipIf(!python)('the Python of the manual', () => {
  const [duckdb, pandas, pandasSeries, polars, ...more] = blocksIn('python');

  it('is four blocks', () => {
    expect(polars).toBeDefined();
    expect(more).toEqual([]);
  });

  it.concurrent('reads every run once and exactly with DuckDB', async () => {
    const { tables } = await runs(duckdb!, 'show(runs)');
    expect(tables[0].values).toEqual(shards);
    expect(tables[0].kinds).toMatchObject(float64);
  });

  it.concurrent('reads runs and series exactly with pandas', async () => {
    const { printed, tables } = await runs(pandas!, 'show(runs); show(done)', pandasSeries!, 'show(series)');
    const [all, done, ticks] = tables;
    expect(all.values).toEqual(shards);
    expect(all.kinds).toMatchObject(float64);
    expect(done.values).toEqual(shards);
    expect(ticks.values).toEqual(series);
    expect(ticks.kinds).toMatchObject({ alliances: 'float64' });
    expect(printed).toMatch(/^0\.1 .* 6$/m);
    expect(printed).toMatch(/^tick +loyalty$/m);
  });

  it.concurrent('reads runs and series exactly with polars', async () => {
    const { printed, tables } = await runs(polars!, 'show(runs.collect()); show(series.collect())');
    const [all, ticks] = tables;
    expect(all.values).toEqual(shards);
    expect(all.kinds).toMatchObject(float64);
    expect(ticks.values).toEqual(series);
    expect(printed).toMatch(/ 0\.9 .* 6 /);
  });
});

it('the manual names the versions with which Python is run', () => {
  const { duckdb, pandas, pyarrow, polars } = pythonPackages;
  expect(text).toContain(
    `| Python | DuckDB ${duckdb}, pandas ${pandas} with pyarrow ${pyarrow}, polars ${polars} | by a test |`,
  );
});

describe('the rest of the manual that is run', () => {
  it('has SQL that DuckDB runs', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const [sql, ...more] = blocksIn('sql');
    const statements = await connection.extractStatements(sql!);
    const results: Record<string, unknown>[][] = [];
    for (let k = 0; k < statements.count; k++)
      results.push((await (await statements.prepare(k)).runAndReadAll()).getRowObjectsJS());
    const [, byLoyalty, byTick, metadata, ...others] = results;
    connection.closeSync();
    instance.closeSync();
    expect([...more, ...others]).toEqual([]);
    expect(byLoyalty).toMatchObject([
      { loyalty: 0.1, runs: 6n },
      { loyalty: 0.9, runs: 6n },
    ]);
    expect(byTick!.map(({ tick, loyalty }) => [Number(tick), loyalty])).toEqual(
      [1, 2, 3].flatMap((tick) => [0.1, 0.9].map((loyalty) => [tick, loyalty])),
    );
    expect(metadata).toContainEqual({ key: 'foedus.rows', value: '4' });
  });

  it('has JavaScript that reads a shard', async () => {
    const [code, ...more] = blocksIn('js');
    expect(more).toEqual([]);
    // Beside the packages that it imports.
    const program = `${code}\nconsole.log(JSON.stringify(runs.map(({ run, effortRate }) => [Number(run), effortRate])));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: root,
    });
    expect(JSON.parse(stdout)).toEqual(EFFORT.slice(0, 4).map((effort, run) => [run, effort]));
  });
});
