import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readShard } from '../../formats/sweep/shard-parquet.ts';
import { scenarios } from '../../scenarios/index.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { stream } from '../../sim/exact/random.ts';
import { makePlan } from '../../sim/experiment/sweep/make-plan.ts';
import { planText } from '../../sim/experiment/sweep/plan.ts';
import { command, commandIn } from './command.ts';
import { EUROPE } from './europe-sweep.ts';

const { at, start, startMarked, spawned, foedus, json, file } = commandIn('sweep');

/** Small and quick: 12 runs of two shards. */
const SMALL = {
  ...EUROPE,
  vary: [{ path: 'time.ticks', as: 'length', values: [4, 8, 12] }],
  replicates: 4,
  runsPerShard: 8,
  measure: { end: ['cohesion'] },
};

/** Every file below a folder and its bytes; none is hidden. */
function contentOf(dir: string): Record<string, string> {
  const names = readdirSync(at(dir), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(at(dir).length), readFileSync(path).toString('base64')]),
  );
}

const shardOf = async (dir: string, k: number) => readShard(readFileSync(at(`${dir}/shards/shard-0000${k}.parquet`)));

describe('foedus sweep', () => {
  it('writes the same bytes with one worker and two, shard by shard backward, and killed five times', async () => {
    const spec = file('europe.json', EUROPE);
    expect(await foedus('sweep', spec, '--out', 'one', '--workers', '1')).toMatchObject({
      code: 0,
      out: '400 runs in one: 400 done\n',
      err: '',
    });
    const one = contentOf('one');
    expect(Object.keys(one)).toHaveLength(9);
    expect((await foedus('sweep', spec, '--out', 'two', '--workers', '2')).code).toBe(0);
    expect(contentOf('two')).toEqual(one);

    mkdirSync(at('backward'));
    writeFileSync(at('backward/plan.json'), readFileSync(at('one/plan.json')));
    for (const k of [3, 2, 1, 0])
      expect(await foedus('shard', '--plan', 'one/plan.json', '--shard', String(k), '--out', 'backward')).toEqual({
        code: 0,
        out: '',
        err: '',
      });
    expect(contentOf('backward')).toEqual(one);

    const { below } = stream('kills', 'sweep', 0);
    for (let kill = 0; kill < 5; kill++) {
      const { child, ended } = start('sweep', spec, '--out', 'killed', ...(kill > 0 ? ['--resume'] : []));
      const timer = setTimeout(() => child.kill('SIGKILL'), 300 + below(2_000));
      await ended;
      clearTimeout(timer);
      // A first kill may come before there is a folder.
      if (!readdirSync(at('.')).includes('killed')) await foedus('sweep', spec, '--out', 'killed');
    }
    expect((await foedus('sweep', spec, '--out', 'killed', '--resume')).code).toBe(0);
    expect(contentOf('killed')).toEqual(one);
  });

  it('makes each row a run: the same digest by --row, by its link, and by the settings themselves', async () => {
    const spec = file('small.json', SMALL);
    await foedus('sweep', spec, '--out', 'rows');
    const { rows } = await shardOf('rows', 1);
    const row = rows.find(([run]) => Number(run) === 10)!;
    const digest = row.at(-3);
    expect(await json('run', '--row', 'rows:10')).toMatchObject({ digest, seed: row[3], ticks: 8 });
    const link = (await foedus('run', '--row', 'rows:10', '--link')).out.trim();
    expect(await json('run', link)).toMatchObject({ digest });
    expect(await json('run', 'europe-1879-1914', '--seed', String(row[3]), '--set', 'time.ticks=8')).toMatchObject({
      digest,
    });
  });

  it('goes on where it was extended, and keeps what was there', async () => {
    const spec = file('grows.json', SMALL);
    await foedus('sweep', spec, '--out', 'grows');
    const before = contentOf('grows');
    const more = file('more.json', { ...SMALL, replicates: 5, vary: [{ ...SMALL.vary[0], values: [4, 6, 8, 12] }] });
    expect((await foedus('sweep', more, '--out', 'grows', '--extend')).code).toBe(0);
    expect(contentOf('grows')).toMatchObject(before);
    // One new point in four replicates, and a fifth replicate of all four points.
    expect(await json('sweep', 'status', 'grows')).toEqual({
      runs: 20,
      done: 20,
      stopped: 0,
      failed: 0,
      refused: 0,
      timeout: 0,
      missing: 0,
      shards: 3,
      shardsDone: 3,
      engine: ENGINE,
    });
    const added = (await shardOf('grows', 2)).rows;
    expect(added.map(([run, point, replicate, , , length]) => [run, point, replicate, length].map(Number))).toEqual([
      [12, 3, 0, 6],
      [13, 3, 1, 6],
      [14, 3, 2, 6],
      [15, 3, 3, 6],
      [16, 0, 4, 4],
      [17, 1, 4, 8],
      [18, 2, 4, 12],
      [19, 3, 4, 6],
    ]);
  });

  it('says which shards are missing, and merges what there is outside the folder', async () => {
    const spec = file('parts.json', SMALL);
    await foedus('sweep', spec, '--out', 'parts');
    expect(await foedus('sweep', 'missing', 'parts')).toEqual({ code: 0, out: '', err: '' });
    expect((await foedus('sweep', 'merge', 'parts', '--out', 'all.csv')).code).toBe(0);
    expect(readFileSync(at('all.csv'), 'utf8').trim().split('\n')).toHaveLength(13);
    rmSync(at('parts/shards/shard-00001.parquet'));
    expect(await foedus('sweep', 'missing', 'parts', '--first', '1')).toEqual({ code: 1, out: '2\n', err: '' });
    expect(await foedus('sweep', 'missing', 'parts', '--offset', '1')).toMatchObject({ code: 1, out: '0\n' });
    expect(await json('sweep', 'status', 'parts')).toMatchObject({ done: 8, missing: 4, shardsDone: 1 });
    expect(await foedus('sweep', spec, '--out', 'parts', '--resume')).toMatchObject({ code: 0 });
    expect(await foedus('sweep', 'missing', 'parts')).toMatchObject({ code: 0 });
  });

  it('puts it into one file with the hash of each part, the same whenever it is made', async () => {
    await foedus(
      'sweep',
      file('kept.json', { ...SMALL, measure: { end: ['cohesion'], every: EUROPE.measure.every } }),
      '--out',
      'kept',
    );
    for (const name of ['kept.zip', 'again.zip'])
      expect(await foedus('sweep', 'archive', 'kept', '--out', name)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(at('again.zip'))).toEqual(readFileSync(at('kept.zip')));
    const inside = unzipSync(readFileSync(at('kept.zip')));
    const { files, finished } = JSON.parse(strFromU8(inside['manifest.json']!));
    expect(finished).toBe(12);
    const names = Object.keys(contentOf('kept')).map((name) => name.slice(1));
    expect(files.map(({ path }: { path: string }) => path).sort()).toEqual(names.sort());
    for (const { path, bytes, sha256 } of files) {
      expect(Buffer.from(inside[path]!)).toEqual(readFileSync(at(`kept/${path}`)));
      expect({ bytes, sha256 }).toEqual({
        bytes: inside[path]!.length,
        sha256: createHash('sha256').update(inside[path]!).digest('hex'),
      });
    }
    expect(strFromU8(inside['README.txt']!)).toContain('12 of 12 runs: 12 done');
  });

  it('makes a refused and a stopped run a row with its status', async () => {
    const stopping = file('stops.json', {
      ...SMALL,
      vary: [{ path: 'actors.RUS.loyalty', values: [0.5, 7] }],
      stop: 'alliances >= 0',
    });
    expect(await foedus('sweep', stopping, '--out', 'stops')).toMatchObject({
      code: 0,
      out: '8 runs in stops: 4 stopped, 4 refused\n',
    });
    const { rows } = await shardOf('stops', 0);
    expect(rows[1]!.slice(-3)).toEqual([null, 'refused', 'actors[5].loyalty: expected a number from 0 to 1, got 7']);
    expect(Number(rows[0]![4])).toBe(1);
  });

  it('says what it will cost, and writes the design', async () => {
    const { code, out } = await foedus('sweep', file('cost.json', SMALL), '--dry-run', '--points', 'points.csv');
    expect(code).toBe(0);
    expect(out).toMatch(/^12 runs: 3 points × 1 variants × 4 replicates$/m);
    expect(out).toMatch(/in 2 shards of 8 runs/);
    expect(readFileSync(at('points.csv'), 'utf8')).toBe('length\r\n4\r\n8\r\n12\r\n');
    expect(readdirSync(dirname(at('cost.json')))).not.toContain('shards');
  });

  it.each<[string, object, string]>([
    ['an unknown actor', { vary: [{ path: 'actors.XX.loyalty', values: [1] }] }, 'vary[0].path: actors.XX'],
    ['an unknown key', { vary: [{ path: 'actors.RUS.loyality', values: [1] }] }, 'vary[0].path'],
    [
      'a metric that is none',
      { measure: { end: ['cohesoin'] } },
      'measure.end[0]: there is no metric "cohesoin" (did you mean "cohesion"?)',
    ],
    [
      'a Sobol’ size',
      { design: { kind: 'sobol', size: 12 } },
      'design.size: a Sobol’ sequence is balanced at powers of two only',
    ],
    ['no steps', { vary: [{ path: 'actors.RUS.loyalty', from: 0, to: 1 }] }, 'vary[0].steps: missing'],
    ['a condition of what is no metric', { stop: 'attacks > 3' }, 'stop: unknown name "attacks" in formula'],
    ['a circle', { vary: [{ path: 'actors.RUS.loyalty', as: 'a', expression: 'a / 2' }] }, 'vary[0].expression'],
    ['an unknown key of its own', { replicats: 2 }, 'replicats: unknown key (did you mean "replicates"?)'],
    ['a scenario that is broken', { scenario: { format: 'foedus-scenario/1' } }, 'scenario.'],
  ])('refuses %s with one sentence', async (_, change, sentence) => {
    const spec = file('refused.json', { ...SMALL, ...change });
    const { code, out, err } = await foedus('sweep', spec, '--out', 'refused');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`foedus: refused.json: ${sentence}`);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(at('.'))).not.toContain('refused');
  });

  it('refuses a folder of another plan, a plan of another engine, and shards that are not its own, and loses nothing', async () => {
    const spec = file('own.json', SMALL);
    const other = file('other.json', { ...SMALL, replicates: 3 });
    await foedus('sweep', spec, '--out', 'own');
    await foedus('sweep', other, '--out', 'other');
    const own = contentOf('own');
    for (const args of [[], ['--resume']])
      expect(await foedus('sweep', other, '--out', 'own', ...args)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^foedus: own: the folder is of another plan/),
      });
    expect(await foedus('sweep', spec, '--out', 'own')).toMatchObject({
      code: 2,
      err: 'foedus: own: 2 shards are finished here: --resume goes on with the rest\n',
    });
    cpSync(at('own'), at('older'), { recursive: true });
    writeFileSync(at('older/plan.json'), readFileSync(at('own/plan.json'), 'utf8').replace(ENGINE, 'foedus/0.1.0'));
    expect(await foedus('sweep', 'status', 'older')).toMatchObject({
      code: 2,
      err: expect.stringContaining('the plan is of foedus/0.1.0, this is'),
    });
    cpSync(at('own'), at('changed'), { recursive: true });
    writeFileSync(
      at('changed/plan.json'),
      readFileSync(at('own/plan.json'), 'utf8').replace('"runs": 12', '"runs": 13'),
    );
    expect(await foedus('sweep', 'status', 'changed')).toMatchObject({
      code: 2,
      err: 'foedus: changed/plan.json: the plan has changed since it was made\n',
    });
    cpSync(at('own'), at('damaged'), { recursive: true });
    const damaged = readFileSync(at('own/shards/shard-00000.parquet'));
    writeFileSync(at('damaged/shards/shard-00000.parquet'), damaged.subarray(0, damaged.length - 9));
    cpSync(at('own'), at('mixed'), { recursive: true });
    cpSync(at('other/shards/shard-00000.parquet'), at('mixed/shards/shard-00000.parquet'));
    for (const dir of ['damaged', 'mixed']) {
      const before = contentOf(dir);
      expect(await foedus('sweep', spec, '--out', dir, '--resume')).toMatchObject({
        code: 2,
        err: expect.stringContaining(`${dir}/shards/shard-00000.parquet: `),
      });
      expect(contentOf(dir)).toEqual(before);
    }
    expect(contentOf('own')).toEqual(own);
  });

  it('that is interrupted keeps finished shards, and says how to go on', async () => {
    const spec = file('long.json', { ...EUROPE, replicates: 4_000, runsPerShard: 20 });
    const { child, ended } = start('sweep', spec, '--out', 'long', '--workers', '1');
    while (!existsSync(at('long/shards/shard-00000.parquet'))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await ended).toEqual({
      code: 130,
      out: '',
      err: 'foedus: stopped; finished shards are kept. To go on: foedus sweep long.json --out long --resume\n',
    });
    const names = Object.keys(contentOf('long'));
    expect(
      names.filter((name) => !/^\/(plan\.json|shards\/shard-\d{5}\.parquet|series\/\d{5}\.pq)$/.test(name)),
    ).toEqual([]);
    await expect(shardOf('long', 0)).resolves.toMatchObject({ rows: expect.objectContaining({ length: 20 }) });
  });
});

describe('foedus shard', () => {
  it.each<[string, Record<string, string>, string[], number]>([
    ['SLURM from 1', { SLURM_ARRAY_TASK_ID: '2' }, ['--first', '1'], 1],
    ['a piece of an array', { PBS_ARRAY_INDEX: '0' }, ['--offset', '1'], 1],
    ['SGE outside an array', { SGE_TASK_ID: 'undefined', HQ_TASK_ID: '1' }, [], 1],
    ['--shard, which wins', { SLURM_ARRAY_TASK_ID: '7' }, ['--shard', '1', '--first', '5'], 1],
  ])('takes its number from %s', async (name, env, args, shard) => {
    const dir = name.replaceAll(' ', '-');
    await foedus('sweep', file('indexed.json', SMALL), '--out', 'indexed');
    const { ended } = spawned([command, 'shard', '--plan', 'indexed/plan.json', '--out', dir, ...args], env);
    expect(await ended).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(at(`${dir}/shards`))).toEqual([`shard-0000${shard}.parquet`]);
  });

  it.each([
    [['--shard', '9'], 'has the shards 0 to 1, not 9'],
    [['--shard', 'x'], '--shard: expected a whole number, got "x"'],
    [[], 'expected a number, or the index of a task in SLURM_ARRAY_TASK_ID'],
  ])('refuses %j', async (args, sentence) => {
    await foedus('sweep', file('bounds.json', SMALL), '--out', 'bounds');
    const { code, err } = await foedus('shard', '--plan', 'bounds/plan.json', '--out', 'bounds', ...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) });
  });

  it.each(['SIGTERM', 'SIGUSR1', 'SIGUSR2', 'SIGHUP', 'SIGINT', 'SIGXCPU'] as const)(
    'ends by %s with 75, and leaves nothing half-written',
    async (signal) => {
      const dir = `ended-${signal}`;
      const made = makePlan({
        ...EUROPE,
        format: 'foedus-sweep/1',
        scenario: scenarios['europe-1879-1914'] as Record<string, unknown>,
        vary: [],
        measure: undefined,
        design: { kind: 'full' },
        replicates: 400_000,
        seed: 1,
        commonRandomNumbers: true,
        limits: {},
        runsPerShard: 400_000,
      });
      if (!('value' in made)) throw new Error(made.faults[0]?.message);
      const plan = file('endless-plan.json', planText(made.value));
      mkdirSync(at(dir));
      const { child, ended, comesTo } = startMarked('shard', '--plan', plan, '--shard', '0', '--out', dir);
      await comesTo('pool');
      child.kill(signal);
      expect(await ended).toEqual({ code: 75, out: '', err: '' });
      expect(contentOf(dir)).toEqual({});
    },
  );
});
