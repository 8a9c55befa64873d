import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { seriesName, shardName } from '../../formats/sweep/folder-names.ts';
import { writeShardFiles } from '../../formats/sweep/shard-files.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { planHash } from '../../sim/experiment/sweep/make-plan.ts';
import { planText, type SweepPlan } from '../../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../../sim/experiment/sweep/run-row.ts';
import { createSweepService, type SweepServiceParts } from '../../workers/create-sweep-service.ts';
import { exposedSweep } from '../../workers/expose-sweep.ts';
import type { SweepProgress } from '../../workers/kept-sweep.ts';
import { nodeEndpoint } from '../../workers/node-endpoint.ts';
import { memoryStorage, type SweepStorage } from '../../workers/sweep-storage.ts';
import { askSweepWorker, exposeSweepWorker } from '../../workers/sweep-worker.ts';
import type { HostedWorker } from '../../workers/worker-connection.ts';
import { planOf, sweep } from '../sim/experiment/sweep/plans.ts';

/** A worker in this thread. @param answer exposes what it offers; it is handed what ends it like an error of its own. */
function hostedHere(
  answer: (endpoint: Parameters<typeof exposeSweepWorker>[0], die: () => void) => void = exposeSweepWorker,
) {
  return (): HostedWorker => {
    const { port1, port2 } = new MessageChannel() as unknown as Record<'port1' | 'port2', never>;
    let die = (): void => {};
    answer(nodeEndpoint(port2), () => die());
    return {
      endpoint: nodeEndpoint(port1),
      onDeath: (notify) => {
        die = () => notify('out of order');
      },
      onNews: () => {},
      end: () => (port1 as MessagePort).close(),
    };
  };
}

/** Six runs in three shards, with figures over time. */
const DRAFT = {
  vary: [{ path: 'actors.P0.loyalty', as: 'loyalty', values: [0.5, 0.7] }],
  replicates: 3,
  runsPerShard: 2,
  measure: { end: ['security'], every: { ticks: 8, names: ['welfare'] } },
};
const FIVE = [{ path: 'actors.P0.loyalty', as: 'loyalty', values: [0.5, 0.6, 0.7, 0.8, 0.9] }];
const plan = planOf(DRAFT);
const KEY = planHash(plan);

/** The files of a plan by their paths, as this thread writes them. */
function filesOf(of: SweepPlan): Map<string, Uint8Array> {
  const { runRow } = openRowRunner(of);
  const files = new Map<string, Uint8Array>([['plan.json', new TextEncoder().encode(planText(of))]]);
  for (let shard = 0; shard < of.shards; shard++) {
    const from = shard * of.numbering.runsPerShard;
    const runs = [...Array(Math.min(of.numbering.runsPerShard, of.runs - from)).keys()].map((k) => from + k);
    const made = runs.map((run) => runRow(run));
    const written = writeShardFiles(
      { plan: of, hash: planHash(of) },
      {
        shard,
        rows: made.map(({ row }) => row),
        series: made.flatMap(({ series = [] }, k) => series.map((line) => [runs[k]!, ...line])),
      },
    );
    files.set(`shards/${shardName(shard)}`, written.shard);
    if (written.series) files.set(`series/${seriesName(shard)}`, written.series);
  }
  return files;
}

function serviceOn(storage: SweepStorage, more: Partial<SweepServiceParts> = {}) {
  const heard: SweepProgress[] = [];
  const openWorker = hostedHere();
  const service = createSweepService({
    storage,
    fault: undefined,
    openWorker,
    alone: (_, work) => work().then(() => true),
    askChecker: askSweepWorker(openWorker),
    askReader: askSweepWorker(openWorker),
    askAnalyst: askSweepWorker(openWorker),
    heard: (_, progress) => heard.push(progress),
    now: () => performance.now(),
    date: () => 1,
    listChanged: () => {},
    ...more,
  });
  return { service, heard };
}

const memory = (): SweepStorage => memoryStorage(() => 2);
const brought = (files: Iterable<[string, Uint8Array]>) =>
  [...files].map(([path, bytes]) => ({ path, content: new Blob([bytes as BlobPart]) }));

describe('the sweeps of a page', () => {
  it('are made, told of, and handed out as the command writes them', async () => {
    const { service, heard } = serviceOn(memory());
    expect(await service.create({ spec: sweep(DRAFT) })).toBe(KEY);
    await service.start(KEY, 2);
    expect(heard[0]).toMatchObject({ stage: 'running', done: 0, total: 6, shards: 3, workers: 2 });
    expect(heard.at(-1)).toMatchObject({ stage: 'done', done: 6, shardsDone: 3, workers: 0, counts: { done: 6 } });
    const expected = filesOf(plan);
    const files = await service.files(KEY);
    expect(files.map(({ path }) => path).sort()).toEqual([...expected.keys()].sort());
    for (const { path, bytes } of files) {
      expect(await service.file(KEY, path)).toEqual(expected.get(path));
      expect(bytes).toBe(expected.get(path)!.length);
    }
    expect(await service.kept()).toMatchObject({
      sweeps: [{ key: KEY, title: '4 powers', varied: ['loyalty'], runs: 6, finished: 6 }],
    });
  });

  it('go on with what is missing when there is room again, and keep what was finished', async () => {
    const storage = memory();
    let room = 1;
    const put: number[] = [];
    const small: SweepStorage = {
      ...storage,
      async putShard(key, shard, ...rest) {
        if (room-- <= 0) throw new DOMException('no', 'QuotaExceededError');
        put.push(shard);
        return storage.putShard(key, shard, ...rest);
      },
    };
    const { service } = serviceOn(small);
    await service.create({ spec: sweep(DRAFT) });
    await service.start(KEY, 1);
    expect(await service.progress(KEY)).toMatchObject({
      stage: 'failed',
      done: 2,
      shardsDone: 1,
      fault: { kind: 'full' },
    });
    expect(await service.rows(KEY, 0, 6)).toHaveLength(2);
    room = 9;
    // As another tab finds it.
    const again = serviceOn(small).service;
    await again.start(KEY, 2);
    expect(await again.progress(KEY)).toMatchObject({ stage: 'done', done: 6, fault: undefined });
    expect(put.sort()).toEqual([0, 1, 2]);
  });

  it('have a failed row where a run ends its worker', async () => {
    const openWorker = hostedHere((endpoint, die) => {
      const offered = exposedSweep();
      expose(
        {
          ...offered,
          runRows(runs: readonly number[]) {
            if (!runs.includes(3)) return offered.runRows(runs);
            die();
            return new Promise(() => {});
          },
        },
        endpoint,
      );
    });
    const { service } = serviceOn(memory(), { openWorker });
    await service.create({ spec: sweep(DRAFT) });
    await service.start(KEY, 2);
    expect(await service.progress(KEY)).toMatchObject({ stage: 'done', counts: { done: 5, failed: 1 } });
    const [row] = await service.rows(KEY, 3, 4);
    expect(row!.slice(-2)).toEqual(['failed', 'the worker ended: out of order']);
  });

  it('show their rows, columns, figures over time and analysis', async () => {
    const { service } = serviceOn(memory());
    await service.bring(brought(filesOf(plan)));
    const { runRow } = openRowRunner(plan);
    const expected = [...Array(6).keys()].map((run) => runRow(run));
    expect(await service.rows(KEY, 0, 6)).toEqual(expected.map(({ row }) => row));
    expect(await service.rows(KEY, 4, 9)).toEqual(expected.slice(4).map(({ row }) => row));
    const [loyalty, digest] = await service.columns(KEY, ['loyalty', 'digest']);
    expect(loyalty).toEqual(Float64Array.of(0.5, 0.7, 0.5, 0.7, 0.5, 0.7));
    expect(digest).toEqual(expected.map(({ row }) => row.at(-3)));
    await expect(service.columns(KEY, ['none'])).rejects.toThrow('there is no column "none"');
    expect(await service.series(KEY, 5)).toEqual(expected[5]!.series);
    expect(await service.analysis(KEY)).toMatchObject({ runs: 6, missing: 0, points: [{ n: 3 }, { n: 3 }] });
  });

  it('are refused, checked and estimated by the sentences of the engine', async () => {
    const { service } = serviceOn(memory());
    const wrong = { spec: sweep({ ...DRAFT, replicates: 0 }) };
    expect(await service.check(wrong)).toMatchObject({ faults: [{ path: 'replicates' }] });
    await expect(service.create(wrong)).rejects.toThrow(/^replicates: /);
    const named = { spec: { ...sweep(DRAFT), scenario: 'mine.json' } };
    expect(await service.check(named)).toEqual({
      faults: [{ path: 'mine.json', message: 'the file is not here: add it beside the sweep' }],
    });
    const files = { 'mine.json': JSON.stringify(sweep().scenario) };
    expect(await service.check({ ...named, files })).toMatchObject({ value: { key: KEY } });
    expect(await service.estimate({ spec: sweep(DRAFT) })).toMatchObject({ runs: 6, shards: 3, tried: 6, refused: 0 });
    expect(
      await service.estimate({ spec: sweep({ vary: [{ path: 'actors.P0.loyalty', as: 'l', values: [0.5, 7] }] }) }),
    ).toMatchObject({ tried: 2, refused: 1, why: expect.stringContaining('loyalty') });
    await expect(service.create({ spec: sweep({ ...DRAFT, vary: FIVE, replicates: 1_000_000 }) })).rejects.toThrow(
      '5000000 runs are more than a page holds: the command runs them',
    );
  });

  it('make no runs of a plan that an earlier engine made, and still show it', async () => {
    const storage = memory();
    const old = { ...plan, engine: 'foedus/0.0.1' };
    const key = planHash(old);
    const head = {
      key,
      title: '',
      scenario: '',
      varied: [],
      engine: old.engine,
      runs: 6,
      finished: 0,
      bytes: 0,
      changed: 0,
    };
    await storage.create(head, [planText(old)]);
    const { service } = serviceOn(storage);
    const sentence = `the plan is of foedus/0.0.1, this is ${ENGINE}: its runs would be others`;
    await service.start(key, 1);
    expect(await service.progress(key)).toMatchObject({ stage: 'failed', done: 0, fault: { sentence } });
    await expect(service.runOf(key, 0)).rejects.toThrow(sentence);
    expect((await service.files(key)).map(({ path }) => path)).toEqual(['plan.json']);
  });

  it('take a plan that extends another with it, and refuse one that extends something else', async () => {
    const next = planOf({ ...DRAFT, replicates: 4 }, [plan]);
    const folder = filesOf(plan).set('plan-2.json', new TextEncoder().encode(planText(next)));
    const { service } = serviceOn(memory());
    expect(await service.bring(brought(folder))).toBe(KEY);
    expect(await service.progress(KEY)).toMatchObject({ done: 6, total: 8, shardsDone: 3, shards: 4 });
    await service.start(KEY, 1);
    expect(await service.progress(KEY)).toMatchObject({ stage: 'done', done: 8, shardsDone: 4 });
    const stranger = planOf({ ...DRAFT, seed: 9, replicates: 4 }, [planOf({ ...DRAFT, seed: 9 })]);
    folder.set('plan-2.json', new TextEncoder().encode(planText(stranger)));
    await expect(serviceOn(memory()).service.bring(brought(folder))).rejects.toThrow(
      'plan-2.json: the plan has changed since it was made',
    );
    folder.delete('plan-2.json');
    folder.set('plan-3.json', new TextEncoder().encode(planText(next)));
    await expect(serviceOn(memory()).service.bring(brought(folder))).rejects.toThrow(
      'plan-3.json: plan-2.json before it is missing',
    );
  });

  it('take shards alone once their plan is kept, each with its figures over time', async () => {
    const { service } = serviceOn(memory());
    const files = filesOf(plan);
    const shard = 'shards/shard-00001.parquet';
    const loose = (...paths: string[]) => brought(paths.map((path) => [path.replace(/.*\//, ''), files.get(path)!]));
    await expect(service.bring(loose(shard))).rejects.toThrow(
      'shard-00001.parquet: the plan of this shard is not kept here: open plan.json with it',
    );
    await service.bring(loose('plan.json'));
    await expect(service.bring(loose(shard))).rejects.toThrow(
      'shard-00001.parquet: its per-tick series are missing: bring series/00001.pq',
    );
    expect(await service.progress(KEY)).toMatchObject({ done: 0 });
    await service.bring(loose(shard, 'series/00001.pq'));
    expect(await service.progress(KEY)).toMatchObject({ stage: 'idle', done: 2, shardsDone: 1 });
    // Whatever a browser called it.
    await service.bring([
      { path: 'shard (3).parquet', content: new Blob([files.get('shards/shard-00002.parquet') as BlobPart]) },
      ...loose('series/00002.pq'),
    ]);
    expect(await service.progress(KEY)).toMatchObject({ done: 4, shardsDone: 2 });
  });

  it('are gone once they are erased', async () => {
    const { service } = serviceOn(memory());
    await service.bring(brought(filesOf(plan)));
    await service.erase(KEY);
    expect((await service.kept()).sweeps).toEqual([]);
    await expect(service.rows(KEY, 0, 6)).rejects.toThrow('this sweep is kept no more');
  });
});
