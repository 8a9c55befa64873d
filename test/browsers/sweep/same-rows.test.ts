import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readShard } from '../../../formats/sweep/shard-parquet.ts';
import { available, launch, type Page } from '../driver.ts';
import { filesIn, makeAll, SPEC, STOPPED, stageOf, sweepPage } from './kept-page.ts';

// A sweep of the page has the files, the rows, the replays and the sentences of the command.

const { filesOf, foedus, json, visit } = sweepPage('rows');

describe.each(available)('a sweep in %s', (engine) => {
  let page: Page;
  let key = '';
  beforeAll(async () => {
    page = await launch(engine);
    await visit(page);
    key = await makeAll(page, SPEC, 2);
  });
  afterAll(() => page?.close());

  it('gives the files that the command writes, byte for byte', async () => {
    expect(await stageOf(page, key)).toMatchObject({
      stage: 'done',
      done: 60,
      total: 60,
      shardsDone: 4,
      shards: 4,
      counts: { done: 60, stopped: 0, failed: 0, refused: 0, timeout: 0 },
    });
    expect(await filesIn(page, key)).toEqual(filesOf('whole'));
  });

  it('has the rows of the command, cell for cell, and its figures over time', async () => {
    const there = await page.evaluate(async (of: string) => (await sweeps.open(of)).rows(), key);
    const shards = Object.entries(filesOf('whole')).filter(([path]) => path.startsWith('shards'));
    const here = await Promise.all(shards.map(([, letters]) => readShard(Buffer.from(letters, 'base64'))));
    expect(there).toEqual(here.flatMap(({ rows }) => rows));
    const lines = await page.evaluate(async (of: string) => (await sweeps.open(of)).series(18), key);
    expect(lines.map(([tick]) => tick)).toEqual([...lines.keys()].map((k) => 12 * (k + 1)));
  });

  it('shows a run as a replay with the digest of its row', async () => {
    for (const run of [0, 31, 59]) {
      const [row, digest] = await page.evaluate(
        async (of: string, number: number) => {
          const job = await sweeps.open(of);
          return [(await job.rows(number, number + 1))[0]!.at(-3), await replayDigest(await job.runOf(number))];
        },
        key,
        run,
      );
      expect(digest).toBe(row);
    }
  });

  it('links to a run as the command does', async () => {
    const link = await page.evaluate(async (of: string) => (await sweeps.open(of)).linkOf(31), key);
    const { out } = await foedus('run', '--row', 'whole:31', '--link');
    expect(link.slice(link.indexOf('#'))).toBe(out.trim().slice(out.indexOf('#')));
  });

  it('says what the command says of the runs', async () => {
    const found = await page.evaluate(
      async (of: string) =>
        (await sweeps.open(of)).analysis().then(({ points, replicates }) => ({ points, replicates })),
      key,
    );
    const { points, replicates } = await json('analyse', 'whole');
    expect(found).toEqual({ points, replicates });
  });

  it('keeps rows that were refused or stopped, and a stopped one is as long in its replay', async () => {
    const other = await makeAll(page, STOPPED, 3);
    expect(await filesIn(page, other)).toEqual(filesOf('stopped'));
    const [row, digest, why] = await page.evaluate(async (of: string) => {
      const job = await sweeps.open(of);
      const [first] = await job.rows(0, 1);
      const refusal = await job.runOf(1).then(
        () => '',
        (error: Error) => error.message,
      );
      return [first!.at(-3), await replayDigest(await job.runOf(0)), refusal];
    }, other);
    expect(digest).toBe(row);
    expect(why).toContain('loyalty');
  });
});
