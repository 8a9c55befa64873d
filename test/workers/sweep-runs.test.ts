import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIsStale } from '../../scripts/setup.mjs';
import type { SweepPlan } from '../../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../../sim/experiment/sweep/run-row.ts';
import { hostNodeWorker } from '../../workers/node.ts';
import { isCancelled } from '../../workers/protocol.ts';
import { type FinishedShard, runSweep } from '../../workers/sweep-runs.ts';
import type { HostedWorker } from '../../workers/worker-connection.ts';
import { planOf } from '../sim/experiment/sweep/plans.ts';
import { powers } from '../sim/powers.ts';

const built = new URL('../../dist/cli/node-worker.js', import.meta.url);
beforeAll(() => {
  if (!existsSync(built)) throw new Error('dist/cli/node-worker.js is missing: npm run build');
  if (buildIsStale()) console.warn('dist is older than the sources: the worker under test is not what they say');
});

const open = (): HostedWorker => hostNodeWorker(new Worker(built));

/** Workers of which the first few meet a fate once they are told of the sweep; see fixtures/frail.mjs. */
function frail(...fates: string[]): () => HostedWorker {
  const data = { fates, flags: new Int32Array(new SharedArrayBuffer(8)), worker: built.href };
  const file = new URL('./fixtures/frail.mjs', import.meta.url);
  return () => hostNodeWorker(new Worker(file, { workerData: data }));
}

/** Three points, one of which is refused: 90 runs in 5 shards. */
const plan = planOf({
  scenario: powers(4, 24),
  vary: [{ path: 'actors.P0.loyalty', as: 'loyalty', values: [0.5, 2, 1] }],
  replicates: 30,
  runsPerShard: 20,
  measure: { end: ['security'], every: { ticks: 8, names: ['welfare'] } },
});
const everything = Array.from({ length: plan.shards }, (_, k) => k);

/** The shards as this thread makes them. */
function shardsHere(of: SweepPlan): FinishedShard[] {
  const { runRow } = openRowRunner(of);
  return Array.from({ length: of.shards }, (_, shard) => {
    const from = shard * of.numbering.runsPerShard;
    const count = Math.min(of.numbering.runsPerShard, of.runs - from);
    const results = Array.from({ length: count }, (_, k) => runRow(from + k));
    return {
      shard,
      rows: results.map(({ row }) => row),
      series: results.flatMap(({ series = [] }, k) => series.map((line) => [from + k, ...line])),
    };
  });
}

async function made(of: SweepPlan, opening: () => HostedWorker, workers: number, shards: readonly number[]) {
  const found: FinishedShard[] = [];
  const progress: number[] = [];
  await runSweep(opening, workers, {
    plan: of,
    shards,
    onShard: (shard) => found.push(shard),
    onProgress: (done) => progress.push(done),
  });
  return { shards: found.sort((a, b) => a.shard - b.shard), progress };
}

describe('the runs of a sweep in workers', () => {
  const expected = shardsHere(plan);

  it.each([1, 2, 3])('give the same rows in the same order: %i', async (workers) => {
    const { shards, progress } = await made(plan, open, workers, everything);
    expect(shards).toEqual(expected);
    expect(progress.at(-1)).toBe(plan.runs);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('give the same in any order of shards, and only those that are asked for', async () => {
    const { shards, progress } = await made(plan, open, 2, [4, 1]);
    expect(shards).toEqual([expected[1], expected[4]]);
    expect(progress.at(-1)).toBe(30);
  });

  it('go on in an extension', async () => {
    const more = planOf({ ...plan.spec, replicates: 31 }, [plan]);
    const { shards } = await made(more, open, 1, [plan.shards]);
    expect(shards.map(({ shard, rows }) => [shard, rows.map((row) => row[0])])).toEqual([[5, [90, 91, 92]]]);
  });

  it('are nothing where nothing is missing', async () => {
    expect(await made(plan, open, 2, [])).toEqual({ shards: [], progress: [] });
  });

  it('are made by another worker, where one fails to load', async () => {
    expect((await made(plan, frail('fails to load'), 1, everything)).shards).toEqual(expected);
  });

  it('are made by another worker, where one is ended in the middle of a batch', async () => {
    const workers: Worker[] = [];
    const killing = (): HostedWorker => {
      const worker = new Worker(built);
      workers.push(worker);
      // The second message is its first answer: then it has been asked for a batch.
      if (workers.length === 1) worker.once('message', () => worker.once('message', () => void worker.terminate()));
      return hostNodeWorker(worker);
    };
    expect((await made(plan, killing, 1, everything)).shards).toEqual(expected);
    expect(workers).toHaveLength(2);
  });

  it('are made by another worker, where each is watched and one fails to load', async () => {
    const watched = planOf({ ...plan.spec, limits: { seconds: 1_000 } });
    expect((await made(watched, frail('fails to load'), 1, everything)).shards).toEqual(expected);
  });

  it('are rows that say so, where every worker that is given them ends', async () => {
    const { rows } = (await made(planOf({ replicates: 2 }), frail(...Array(8).fill('fails to load')), 1, [0]))
      .shards[0]!;
    expect(rows.map((row) => row.slice(-3))).toEqual([
      [null, 'failed', 'the worker ended: no such mechanism'],
      [null, 'failed', 'the worker ended: no such mechanism'],
    ]);
  });

  it('end with what fails outside a run', async () => {
    const work = {
      plan,
      shards: everything,
      onShard() {
        throw new Error('the disk is full');
      },
    };
    await expect(runSweep(open, 2, work)).rejects.toThrow('the disk is full');
  });
});

describe('a sweep that is stopped', () => {
  it('has given its finished shards whole, and gives no more', async () => {
    const stop = new AbortController();
    const found: FinishedShard[] = [];
    const running = runSweep(open, 2, {
      plan,
      shards: everything,
      signal: stop.signal,
      onShard(shard) {
        found.push(shard);
        stop.abort();
      },
    });
    await expect(running).rejects.toSatisfy(isCancelled);
    expect(found).toHaveLength(1);
    expect(found[0]).toEqual(shardsHere(plan)[found[0]!.shard]);
  });

  it('does not begin, if it is stopped before', async () => {
    const opening = (): HostedWorker => {
      throw new Error('a worker was started');
    };
    const work = { plan, shards: everything, signal: AbortSignal.abort(), onShard() {} };
    await expect(runSweep(opening, 2, work)).rejects.toSatisfy(isCancelled);
  });

  it('stops in the middle of a run that is long', async () => {
    const long = planOf({ scenario: powers(60, 20_000), measure: { end: [] } });
    const stop = new AbortController();
    const opening = (): HostedWorker => {
      const worker = new Worker(built);
      worker.once('message', () => worker.once('message', () => stop.abort()));
      return hostNodeWorker(worker);
    };
    const work = { plan: long, shards: [0], signal: stop.signal, onShard() {} };
    await expect(runSweep(opening, 1, work)).rejects.toSatisfy(isCancelled);
  });
});

it('a run that takes longer than its limit is a row that says so, and the others are made', async () => {
  const of = planOf({
    scenario: powers(60, 20_000),
    vary: [{ path: 'time.ticks', values: [20_000, 4] }],
    measure: { end: [] },
    limits: { seconds: 0.05 },
  });
  const [shard] = (await made(of, open, 1, [0])).shards;
  expect(shard!.rows.map((row) => row.slice(-2))[0]).toEqual(['timeout', 'it took longer than limits.seconds']);
});
