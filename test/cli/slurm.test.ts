import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSlurm } from '../../scripts/clusters.mjs';
import { command, commandIn, type Ended } from './command.ts';
import { EUROPE } from './europe-sweep.ts';
import { type LocalSlurm, openLocalSlurm } from './local-slurm.ts';

if (!hasSlurm()) console.warn('not run: slurm');

const { at, spawned, foedus, file } = commandIn('slurm');

const SMALL = {
  ...EUROPE,
  vary: [{ path: 'time.ticks', as: 'length', values: [4, 8, 12, 16, 20] }],
  replicates: 5,
  runsPerShard: 1,
  measure: { end: ['cohesion'] },
};

/** Every file of results below a folder, and its bytes. What the engine's tasks said is none. */
function resultsIn(dir: string): Record<string, string> {
  const names = [
    'plan.json',
    ...['shards', 'series'].flatMap((folder) => filesIn(`${dir}/${folder}`).map((name) => join(folder, name))),
  ];
  return Object.fromEntries(names.map((name) => [name, readFileSync(at(`${dir}/${name}`)).toString('base64')]));
}

function filesIn(dir: string): string[] {
  try {
    return readdirSync(at(dir)).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}

async function runsIn(name: string): Promise<number[]> {
  const { buffer } = new Uint8Array(readFileSync(at(name)));
  return (await parquetReadObjects({ file: buffer, columns: ['run'] })).map(({ run }) => Number(run));
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

describe.skipIf(!hasSlurm())('a sweep on a real Slurm', () => {
  let slurm: LocalSlurm;
  let here: Promise<Ended>;
  let there: Promise<Ended>;
  // Slurm takes some time to see that a node is gone. Everything else is done meanwhile.
  beforeAll(async () => {
    slurm = await openLocalSlurm(['n1', 'n2', 'n3'], 10);
    const spec = file('europe.json', EUROPE);
    there = onSlurm(spec, '--out', 'there');
    here = foedus('sweep', spec, '--out', 'here');
    while (filesIn('there/shards').length === 0 || slurm.tasksOn('n1').length === 0) await pause(5);
    slurm.lose('n1');
  });
  afterAll(() => slurm?.close());

  const onSlurm = (...args: string[]) => spawned([command, 'sweep', ...args, '--on', 'slurm'], slurm.env).ended;

  it.concurrent('has the same bytes as here, though a node is lost midway', async () => {
    const { code, out, err } = await there;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('\n400 runs in there: 400 done\n');
    expect((await here).code).toBe(0);
    expect(resultsIn('there')).toEqual(resultsIn('here'));
    expect(await runsIn('there.parquet')).toEqual(upTo(400));
    expect(slurm.ask('sinfo', '--noheader', '--nodes=n1', '--format=%t').trim()).toBe('down*');
    expect(slurm.ask('scontrol', '--oneliner', 'show', 'jobs')).toMatch(/Restarts=[1-9]/);
  });

  it.concurrent('completes in arrays of one task, from index 1', async () => {
    const spec = file('one.json', { ...SMALL, runsPerShard: 25 });
    expect(await onSlurm(spec, '--out', 'one', '--first', '1')).toMatchObject({ code: 0, err: '' });
    expect(await runsIn('one.parquet')).toEqual(upTo(25));
  });

  it.concurrent('of 25 shards completes where no index may be above 9', async () => {
    const spec = file('many.json', SMALL);
    const { code, out, err } = await onSlurm(spec, '--out', 'many', '--merge', 'all.parquet');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/shards \d+-\d+/g)).toEqual(['shards 0-9', 'shards 10-19', 'shards 20-24']);
    expect(await runsIn('all.parquet')).toEqual(upTo(25));
  });

  it.concurrent('completes by the script that is printed, whatever its folder is called', async () => {
    const spec = file('printed.json', { ...SMALL, runsPerShard: 13 });
    const dir = `it's "50 %" $HOME`;
    const { out } = await foedus('sweep', spec, '--out', dir, '--on', 'print', '--engine', 'slurm');
    const script = at(file('printed.sh', out));
    await new Promise<void>((resolve, reject) =>
      execFile('bash', [script], { env: slurm.env }, (error) => (error ? reject(error) : resolve())),
    );
    while (!readdirSync(at('.')).includes(`${dir}.parquet`)) await pause(100);
    expect(await runsIn(`${dir}.parquet`)).toEqual(upTo(25));
  });
});
