import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildIsStale } from '../../scripts/setup.mjs';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { replicatePairs } from '../../sim/experiment/replicate-pairs.ts';
import { type Job, runJob, runJobsHere } from '../../sim/experiment/run-job.ts';
import { play } from '../../sim/history/record.ts';
import { summarise } from '../../sim/results/summary.ts';
import { hostNodeWorker, openNodePool } from '../../workers/node.ts';
import { openPool, type Pool, type PoolProgress } from '../../workers/pool.ts';
import { isCancelled } from '../../workers/protocol.ts';
import { powers } from '../sim/powers.ts';

const built = new URL('../../dist/cli/node-worker.js', import.meta.url);
beforeAll(() => {
  if (!existsSync(built)) throw new Error('dist/cli/node-worker.js is missing: npm run build');
  if (buildIsStale()) console.warn('dist is older than the sources: the worker under test is not what they say');
});

const pools: Pool[] = [];
const keep = (pool: Pool): Pool => {
  pools.push(pool);
  return pool;
};
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

const REPORTERS = ['end:alliances', 'mean:security:2:8', 'run:founded', 'trust:P0:P1:0:10', 'count:joined:0:5'];
const jobs: Job[] = [4, 6, 5, 3, 7].map((count) => ({
  scenario: powers(count, 40),
  seeds: ['1', '2', '3'],
  reporters: REPORTERS,
}));
const long: Job = { scenario: powers(60, 20_000), seeds: ['1'], reporters: ['end:alliances'] };

describe('the figures of a job', () => {
  it('are those of its runs', () => {
    const scenario = powers(5, 40);
    const checked = check(scenario);
    if ('faults' in checked) throw new Error('a faulty fixture');
    const runs = ['1', '2'].map((seed) => summarise(play(load(checked.value), seed)).metrics);
    const figures = runJob({ scenario, seeds: ['1', '2'], reporters: ['end:security', 'run:founded'] });
    expect(Array.from(figures)).toEqual(runs.flatMap((run) => [run.security, run.founded]));
    expect(figures[0]).not.toBe(figures[2]);
  });

  it.each([
    ['end:happiness', 'reporters: no measure "happiness"'],
    ['mood', 'reporters: unknown metric "mood"'],
    ['rate:NOBODY', 'reporters: no actor "NOBODY"'],
  ])('cannot be %s', (name, message) => {
    expect(() => runJob({ scenario: powers(3, 4), seeds: ['1'], reporters: [name] })).toThrow(message);
  });
});

describe('a pool', () => {
  it('gives what one thread gives, in order, however many workers it has', async () => {
    const alone = jobs.map(runJob);
    const reports: PoolProgress[] = [];
    for (const workers of [1, 3]) {
      const answers = await keep(openNodePool(workers)).map(jobs, { onProgress: (progress) => reports.push(progress) });
      expect(answers).toEqual(alone);
    }
    expect(reports.slice(5).map(({ done }) => done)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives the pairs that one thread gives', async () => {
    const scenario = powers(5, 40);
    const interventions = [{ kind: 'set', tick: 4, path: 'actors.P1.loyalty', value: 0 }];
    const pair = { original: { scenario }, changed: { scenario, interventions }, reporters: REPORTERS };
    const pool = keep(openNodePool(2));
    const found = await replicatePairs(
      (list, onAnswer) => pool.map(list, { onAnswer: onAnswer! }),
      pair,
      12,
      () => {},
    );
    expect(found).toEqual(await replicatePairs(runJobsHere(), pair, 12, () => {}));
    expect(found.changed.figures).not.toEqual(found.original.figures);
  });

  it('ends with the first error, and takes jobs again', async () => {
    const pool = keep(openNodePool(2));
    await expect(pool.map([...jobs, { ...jobs[0]!, reporters: ['mood'] }])).rejects.toThrow('unknown metric "mood"');
    expect(await pool.map(jobs.slice(0, 1))).toEqual([runJob(jobs[0]!)]);
  });

  it('stops when it is told to, in the middle of a job', async () => {
    const pool = keep(openNodePool(2));
    const stop = new AbortController();
    const running = pool.map([jobs[0]!, long, long], { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(running).rejects.toSatisfy(isCancelled);
    expect(await pool.map(jobs.slice(0, 2))).toEqual(jobs.slice(0, 2).map(runJob));
  });

  const frail = (...fates: string[]): Pool => {
    const data = { fates, flags: new Int32Array(new SharedArrayBuffer(8)), worker: built.href };
    const file = new URL('./fixtures/frail.mjs', import.meta.url);
    return keep(openPool(() => hostNodeWorker(new Worker(file, { workerData: data })), 1));
  };

  it('replaces a worker that dies, and runs its job again', async () => {
    expect(await frail('fails to load').map(jobs)).toEqual(jobs.map(runJob));
  });

  it('but only once', async () => {
    await expect(frail('fails to load', 'fails to load').map(jobs)).rejects.toThrow(
      'the worker ended: no such mechanism',
    );
  });
});
