import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkOn } from '../../cli/sweep-on.ts';
import type { SweepOptions } from '../../cli/sweep-options.ts';
import { readShard, writeShard } from '../../formats/sweep/shard-parquet.ts';
import { hasParallel } from '../../scripts/clusters.mjs';
import { digestText } from '../../sim/exact/hash.ts';
import type { SweepRow } from '../../sim/experiment/sweep/columns.ts';
import { originOf } from '../../sim/experiment/sweep/hashed-plan.ts';
import { command, commandIn } from './command.ts';

if (!hasParallel()) console.warn('not run: GNU parallel');

// Slurm is played by fixtures/slurm.mjs, which fails as a test wants. The real one has a file of its own.

const { at, spawned, foedus, file } = commandIn('sweep-on');

/** 12 runs of six shards. */
const SPEC = {
  format: 'foedus-sweep/1',
  scenario: 'europe-1879-1914',
  vary: [{ path: 'time.ticks', as: 'length', values: [4, 8, 12] }],
  replicates: 4,
  runsPerShard: 2,
  measure: { end: ['cohesion'] },
};

/** A cluster on which things happen as they are listed. */
function cluster(
  name: string,
  happens: { fates?: string[]; sbatch?: string[]; squeue?: string[]; scontrol?: string[] },
) {
  const folder = at(`${name}.slurm`);
  mkdirSync(folder);
  for (const one of ['sbatch', 'squeue', 'scontrol'] as const) {
    copyFileSync(fileURLToPath(new URL('./fixtures/slurm.mjs', import.meta.url)), `${folder}/${one}`);
    chmodSync(`${folder}/${one}`, 0o755);
    writeFileSync(`${folder}/fails-${one}`, (happens[one] ?? []).map((line) => `${line}\n`).join(''));
  }
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
  writeFileSync(`${folder}/fates`, (happens.fates ?? []).map((line) => `${line}\n`).join(''));
  const env = {
    FAKE_SLURM: [folder, at(name), at('whole/shards')].join(':'),
    PATH: [folder, process.env.PATH].join(delimiter),
  };
  const lines = (of: string): string[] =>
    existsSync(`${folder}/${of}`) ? readFileSync(`${folder}/${of}`, 'utf8').trim().split('\n').filter(Boolean) : [];
  const spec = file(`${name}.json`, SPEC);
  return {
    start: (...args: string[]) => spawned([command, 'sweep', spec, '--out', name, '--on', 'slurm', ...args], env),
    /** The indices of each array that was submitted, and the merges. */
    submitted: () => lines('submitted'),
    calls: (of: string) => lines('calls').filter((call) => call.startsWith(of)),
    queue: () => lines('queue'),
  };
}

const goOn = (name: string, ...rest: string[]): string =>
  ['To go on: foedus sweep', `${name}.json --out ${name} --on slurm`, ...rest, '--resume\n'].join(' ');

async function runsIn(name: string): Promise<number[]> {
  const { buffer } = new Uint8Array(readFileSync(at(name)));
  return (await parquetReadObjects({ file: buffer, columns: ['run'] })).map(({ run }) => Number(run));
}

const shardFile = (dir: string, shard: number): string => at(`${dir}/shards/shard-0000${shard}.parquet`);

/** A copy of the whole sweep, in which the first run of some shards has another status. */
async function copyWithFailures(dir: string, statuses: Readonly<Record<number, string>>): Promise<void> {
  cpSync(at('whole'), at(dir), { recursive: true });
  const text = readFileSync(at('whole/plan.json'), 'utf8');
  const plan = { plan: JSON.parse(text), hash: digestText(text) };
  for (const [shard, status] of Object.entries(statuses)) {
    const { rows } = await readShard(readFileSync(shardFile('whole', Number(shard))));
    const [first = [], ...rest] = rows as SweepRow[];
    const changed = [[...first.slice(0, -2), status, 'it was so'], ...rest];
    writeFileSync(shardFile(dir, Number(shard)), writeShard(plan.plan.columns, changed, originOf(plan, Number(shard))));
  }
}

async function statusesOf(dir: string, shard: number): Promise<unknown[]> {
  const { rows } = await readShard(readFileSync(shardFile(dir, shard)), ['status']);
  return rows.map(([status]) => status);
}

const RUNS = Array.from({ length: 12 }, (_, k) => k);

/** Shards that a task puts into place. */
beforeAll(() => foedus('sweep', file('whole.json', SPEC), '--out', 'whole'));

describe('foedus sweep --on slurm', () => {
  it.concurrent('has all shards made and merged beside the folder, and says which job does what', async () => {
    const { start, submitted, calls } = cluster('plain', {});
    const { code, out, err } = await start('--', '--partition=long', '--mem=1G').ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('job 100: shards 0-5\n');
    expect(out).toContain('12 runs in plain: 12 done\n');
    expect(submitted()).toEqual(['0-5', 'merge']);
    for (const call of calls('sbatch')) expect(call).toContain('--partition=long --mem=1G');
    expect(calls('sbatch')[1]).toContain(' --dependency=afterany:100 ');
    expect(await runsIn('plain.parquet')).toEqual(RUNS);
    expect(
      readdirSync(at('plain'), { recursive: true }).filter((name) => /merged|^[^/]*parquet/.test(String(name))),
    ).toEqual([]);
  });

  it.concurrent('asks again where commands fail in passing', async () => {
    const timedOut = 'Batch job submission failed: Socket timed out on send/recv operation';
    const { start, submitted } = cluster('passing', {
      sbatch: [timedOut, timedOut],
      squeue: ['slurm_load_jobs error: Unable to contact slurm controller (connect failure)'],
      scontrol: ['slurm_load_ctl_conf error: Zero Bytes were transmitted or received'],
    });
    expect(await start().ended).toMatchObject({ code: 0, err: '' });
    expect(submitted()).toEqual(['0-5', 'merge']);
  });

  it.concurrent('does not submit twice where the answer alone was lost', async () => {
    const { start, submitted } = cluster('lost', { sbatch: ['lost: Socket timed out'], fates: ['wait'] });
    const { child, ended } = start();
    while (submitted().length < 2) await pause(20);
    child.kill('SIGINT');
    await ended;
    expect(submitted()).toEqual(['0-5', 'merge']);
  });

  it.concurrent('is refused at once where asking again is no use', async () => {
    const { start, calls } = cluster('refused', {
      sbatch: ['Batch job submission failed: Invalid partition name specified'],
    });
    expect(await start('--', '--partition=none').ended).toEqual({
      code: 2,
      out: '',
      err: 'foedus: sbatch: Batch job submission failed: Invalid partition name specified\n',
    });
    expect(calls('sbatch')).toHaveLength(1);
  });

  it.concurrent('says which jobs are queued where a later one is refused', async () => {
    const { start, submitted } = cluster('limit', {
      sbatch: [
        'lost: Socket timed out',
        'Batch job submission failed: Job violates accounting/QOS policy (job submit limit)',
      ],
      fates: ['wait'],
    });
    expect(await start('--tasks', '3').ended).toMatchObject({
      code: 2,
      err: `foedus: sbatch: Batch job submission failed: Job violates accounting/QOS policy (job submit limit); these jobs stay in the queue: 100. ${goOn('limit', '--tasks 3')}`,
    });
    expect(submitted()).toEqual(['0-2']);
  });

  it.concurrent('submits again exactly what is missing', async () => {
    const { start, submitted } = cluster('again', { fates: ['run/NODE_FAIL', 'OUT_OF_MEMORY/run/run', 'run'] });
    expect(await start().ended).toMatchObject({ code: 0, err: '' });
    expect(submitted()).toEqual(['0-5', 'merge', '1,3,5', 'merge', '1', 'merge']);
    expect(await runsIn('again.parquet')).toEqual(RUNS);
  });

  it.concurrent('has exactly the shards made again that have failed runs', async () => {
    await copyWithFailures('retried', { 1: 'failed', 4: 'timeout', 5: 'refused' });
    const { start, submitted } = cluster('retried', { fates: ['run/NODE_FAIL', 'run'] });
    expect(await start('--retry-failed').ended).toMatchObject({ code: 0, err: '' });
    expect(submitted()).toEqual(['1,4', 'merge', '4', 'merge']);
    expect(readFileSync(at('retried/jobs/shards-0.sh'), 'utf8')).toMatch(/^exec .* --retry-failed$/m);
    for (const shard of [1, 4]) expect(await statusesOf('retried', shard)).toEqual(['done', 'done']);
    expect(await statusesOf('retried', 5)).toEqual(['refused', 'done']);
    expect(await runsIn('retried.parquet')).toEqual(RUNS);
  });

  it.concurrent('leaves failed runs where they are until they are made again, and submits no shard twice', async () => {
    await copyWithFailures('queued', { 1: 'failed' });
    const { start, submitted } = cluster('queued', { fates: ['wait'] });
    const { code, out } = await start('--retry-failed', '--wait', '0').ended;
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(' --wait 0 --retry-failed\n') });
    expect(await statusesOf('queued', 1)).toEqual(['failed', 'done']);
    expect((await start('--retry-failed', '--wait', '0').ended).code).toBe(0);
    expect(submitted()).toEqual(['1', 'merge', 'merge']);
  });

  it.concurrent('tries a shard five times at most', async () => {
    const { start, submitted } = cluster('hopeless', { fates: ['run/FAILED', ...Array(9).fill('FAILED')] });
    const { code, err } = await start().ended;
    expect(code).toBe(1);
    expect(err).toMatch(/^foedus: shards are missing that were cancelled or tried 5 times: 1,3,5\. /);
    expect(submitted().filter((array) => array !== 'merge')).toEqual(['0-5', ...Array(4).fill('1,3,5')]);
    expect(existsSync(at('hopeless.parquet'))).toBe(false);
  });

  it.concurrent('leaves alone what somebody cancelled', async () => {
    const { start, submitted } = cluster('cancelled', { fates: ['CANCELLED'] });
    const { code, err } = await start('--first', '1').ended;
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(goOn('cancelled', '--first 1')) });
    expect(submitted()).toEqual(['1-6', 'merge']);
  });

  it.concurrent('never tries again what a task refused, and says why', async () => {
    const { start, submitted } = cluster('read-only', { fates: ['refused'] });
    const { code, err } = await start().ended;
    expect({ code, err }).toEqual({
      code: 2,
      err: 'foedus: shard 0 is refused on the cluster: the place is read-only\n',
    });
    expect(submitted()).toEqual(['0-5', 'merge']);
  });

  it.concurrent('waits as long as it is told, and goes on later with what is neither there nor queued', async () => {
    const { start, submitted } = cluster('waits', { fates: ['run/wait'] });
    expect(await start('--wait', '0.02').ended).toMatchObject({
      code: 75,
      err: expect.stringMatching(/^foedus: the time to wait is over; these jobs stay in the queue: 100 101\. /),
    });
    expect((await start('--wait', '0', '--resume').ended).code).toBe(0);
    expect(submitted()).toEqual(['0-5', 'merge', 'merge']);
  });

  it.concurrent('that is interrupted says what is queued and how to go on', async () => {
    const { start, submitted, calls } = cluster('interrupted', { fates: ['wait'] });
    const { child, ended } = start('--', '--qos=low');
    // It looks at the queue when all is submitted.
    while (submitted().length < 2 || !calls('').at(-1)?.startsWith('squeue')) await pause(20);
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect({ code, err }).toEqual({
      code: 130,
      err: 'foedus: stopped; finished shards are kept; these jobs stay in the queue until scancel ends them: 100 101. To go on: foedus sweep interrupted.json --out interrupted --on slurm --resume -- --qos=low\n',
    });
  });

  it.concurrent('is refused where there is no Slurm', async () => {
    const { ended } = spawned([command, 'sweep', file('none.json', SPEC), '--out', 'none', '--on', 'slurm'], {
      PATH: at('nowhere'),
    });
    expect(await ended).toMatchObject({ code: 2, err: 'foedus: scontrol: it is not installed here\n' });
  });
});

describe('foedus sweep --on', () => {
  it.each<[SweepOptions, string]>([
    [{ on: 'grid' }, '--on: expected slurm or print, got "grid"'],
    [{ on: 'print' }, '--engine: expected one of slurm, pbs, sge, lsf, htcondor, kubernetes, aws-batch, parallel'],
    [{ on: 'print', engine: 'toString' }, '--engine: expected one of slurm, pbs'],
    [{ on: 'print', engine: 'sge', first: '0' }, '--first: expected a whole number from 1 to 1000, got "0"'],
    [{ on: 'print', engine: 'kubernetes', first: '1' }, '--first: kubernetes leaves no choice'],
    [{ on: 'print', engine: 'kubernetes', words: ['-q', 'x'] }, '--: kubernetes takes no words'],
    [{ on: 'print', engine: 'pbs', image: 'x' }, '--image: goes with --engine kubernetes and aws-batch'],
    [{ on: 'print', engine: 'pbs', wait: '1' }, '--wait: goes with --on slurm'],
    [{ on: 'slurm', engine: 'pbs' }, '--engine: goes with --on print'],
    [{ on: 'slurm', words: ['--array=0-9'] }, '--array=0-9: foedus gives this to sbatch itself'],
    [{ on: 'slurm', words: ['--qos=x', '-a', '0-9'] }, '-a: foedus gives this to sbatch itself'],
    [{ on: 'slurm', wait: 'long' }, '--wait: expected minutes from 0 to 525600, got "long"'],
    [{ on: 'slurm', dryRun: true }, '--dry-run: goes with runs on this machine'],
    [{ tasks: '3' }, '--tasks: goes with --on'],
  ])('refuses %j', (options, sentence) => {
    expect(() => checkOn(options)).toThrow(sentence);
  });

  it.concurrent.each([
    [
      ['--on', 'print', '--engine', 'kubernetes', '--image', 'a b'],
      '--image: expected the name of an image, got "a b"',
    ],
    [['--on', 'print', '--engine', 'pbs', '--merge', 'x.txt'], 'has an unknown ending (known: .parquet, .csv)'],
    [['--on', 'print', '--engine', 'pbs', '--merge', 'gone/x.csv'], 'gone/x.csv: there is no such file or folder'],
    [['--on', 'print', '--engine', 'pbs', 'more'], 'unexpected argument "more"'],
    [['more'], 'unexpected argument "more"'],
    [['--first', '1'], '--first: goes with --on'],
  ])('is refused with %j', async (args, sentence) => {
    const dir = `on-${args.join('')}`.replace(/\W/g, '');
    const { code, out, err } = await foedus('sweep', file('on.json', SPEC), '--out', dir, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.concurrent('print writes the plan, and what makes the shards that are missing', async () => {
    const spec = file('printed.json', SPEC);
    const { code, out } = await foedus(
      'sweep',
      spec,
      '--out',
      'printed',
      '--on',
      'print',
      '--engine',
      'lsf',
      '--tasks',
      '4',
      '--',
      '-q',
      'long',
    );
    expect(code).toBe(0);
    expect(readdirSync(at('printed'))).toEqual(['plan.json']);
    expect(out.match(/^submit -J .*/gm)).toEqual([
      expect.stringMatching(/\[1-4\]' .* -q long <<'JOB'$/),
      expect.stringMatching(/\[1-2\]' .* -q long <<'JOB'$/),
      expect.stringMatching(/-merge .* -q long -w "ended\(\$array0\) && ended\(\$array1\)" <<'JOB'$/),
    ]);
    expect(out).toContain(` --first 1 --offset 4\n`);
    await foedus('shard', '--plan', 'printed/plan.json', '--shard', '1', '--out', 'printed');
    const again = await foedus('sweep', spec, '--out', 'printed', '--on', 'print', '--engine', 'lsf', '--resume');
    expect(again.out).toContain("[1,3-6]' ");
  });
});

describe.skipIf(!hasParallel())('foedus sweep --on print --engine parallel', () => {
  it('makes all shards and merges them', async () => {
    const spec = file('parallel.json', { ...SPEC, runsPerShard: 6 });
    const { out } = await foedus('sweep', spec, '--out', 'by parallel', '--on', 'print', '--engine', 'parallel');
    const script = at(file('parallel.sh', out));
    await new Promise<void>((resolve, reject) =>
      execFile('bash', [script], (error) => (error ? reject(error) : resolve())),
    );
    expect(await runsIn('by parallel.parquet')).toEqual(RUNS);
  });
});

describe('foedus shard --retry-failed', () => {
  it.concurrent('makes a shard again that has failed runs, and leaves others as they are', async () => {
    await copyWithFailures('shards', { 1: 'failed', 2: 'timeout', 3: 'refused' });
    const made = (shard: number, ...args: string[]) =>
      foedus('shard', '--plan', 'shards/plan.json', '--out', 'shards', '--shard', String(shard), ...args);
    expect(await made(1)).toMatchObject({ code: 0 });
    expect(await statusesOf('shards', 1)).toEqual(['failed', 'done']);
    for (const shard of [1, 2, 3]) expect(await made(shard, '--retry-failed')).toEqual({ code: 0, out: '', err: '' });
    for (const shard of [1, 2])
      expect(readFileSync(shardFile('shards', shard)).equals(readFileSync(shardFile('whole', shard)))).toBe(true);
    expect(await statusesOf('shards', 3)).toEqual(['refused', 'done']);
  });
});

describe('foedus sweep merge', () => {
  it.concurrent('does nothing with --complete while shards are missing, and refuses a place among the shards', async () => {
    await foedus('sweep', file('parts.json', SPEC), '--out', 'parts', '--on', 'print', '--engine', 'pbs');
    for (const shard of ['0', '1', '4'])
      await foedus('shard', '--plan', 'parts/plan.json', '--shard', shard, '--out', 'parts');
    expect(await foedus('sweep', 'merge', 'parts', '--out', 'all.csv', '--complete')).toEqual({
      code: 1,
      out: '',
      err: 'foedus: parts: nothing is merged, since these shards are missing: 2-3,5\n',
    });
    expect(existsSync(at('all.csv'))).toBe(false);
    expect(await foedus('sweep', 'merge', 'parts', '--out', 'parts/all.parquet')).toMatchObject({
      code: 2,
      err: 'foedus: --out: parts/all.parquet lies in parts, whose readers would count every run twice\n',
    });
  });
});
