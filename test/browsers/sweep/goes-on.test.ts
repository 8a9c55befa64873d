import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available, launch, type Page } from '../driver.ts';
import { filesIn, LONG, makeAll, SPEC, stageOf, sweepPage } from './kept-page.ts';

// A sweep of the page goes on where it was, stops when it is told to, and runs in one tab.

const { address, filesOf, visit } = sweepPage('goes-on');

describe.each(available)('a sweep that is interrupted in %s', (engine) => {
  let page: Page;
  let key = '';
  beforeAll(async () => {
    page = await launch(engine);
    await visit(page);
    key = await makeAll(page, SPEC, 2);
  });
  afterAll(() => page?.close());

  it('goes on where it was when the tab was closed, and makes the rest alone', async () => {
    await page.evaluate((of: string) => sweeps.erase(of), key);
    const before = await page.evaluate(async (spec: unknown) => {
      const job = await sweeps.create({ spec });
      job.start(1);
      await new Promise<void>((resolve) => {
        job.progress.subscribe(({ shardsDone }) => shardsDone > 0 && resolve());
      });
      return job.key;
    }, SPEC);
    await visit(page);
    const kept = await page.evaluate(async () => {
      await sweeps.refresh();
      return sweeps.list.value;
    });
    const mine = kept.find((sweep) => sweep.key === before)!;
    expect(mine).toMatchObject({ scenario: 'europe-1879-1914', runs: 60 });
    expect(mine.finished).toBeGreaterThanOrEqual(9);
    const opened = await stageOf(page, before);
    expect(opened.done).toBe(mine.finished);
    expect(await makeAll(page, SPEC, 1)).toBe(before);
    expect(await filesIn(page, before)).toEqual(filesOf('whole'));
  });

  it('stops within half a second, keeps finished shards and drops the others', async () => {
    const { wait, progress } = await page.evaluate(async (spec: unknown) => {
      const job = await sweeps.create({ spec });
      job.start(2);
      await new Promise<void>((resolve) => {
        job.progress.subscribe(({ shardsDone }) => shardsDone > 1 && resolve());
      });
      const begun = performance.now();
      await job.stop();
      const wait = performance.now() - begun;
      return { wait, progress: job.progress.value };
    }, LONG);
    console.log(`${engine}: stopped after ${Math.round(wait)} ms`);
    expect(progress.stage).toBe('stopped');
    expect(progress.done).toBe(20 * progress.shardsDone);
  });

  it('runs in one tab at a time', async () => {
    const found = await page.evaluate(
      async (spec: unknown, url: string) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
        const other = await new Promise<typeof globalThis>((resolve) => {
          const look = (): void => {
            const there = frame.contentWindow as unknown as typeof globalThis;
            if (typeof there.sweeps === 'object') resolve(there);
            else setTimeout(look, 10);
          };
          look();
        });
        const [here, there] = [await sweeps.create({ spec }), await other.sweeps.create({ spec })];
        const begun = new Promise<void>((resolve) => {
          here.progress.subscribe(({ done, stage }) => stage === 'running' && done > 0 && resolve());
        });
        here.start(1);
        await begun;
        const ended = new Promise<void>((resolve) => {
          there.progress.subscribe(({ stage }) => stage === 'failed' && resolve());
        });
        there.start(1);
        await ended;
        const erased = await other.sweeps.erase(there.key).then(
          () => '',
          (error: Error) => error.message,
        );
        await here.stop();
        const { fault } = there.progress.value;
        await sweeps.erase(here.key);
        frame.remove();
        return { fault, erased };
      },
      { ...LONG, seed: 5 },
      address(),
    );
    expect(found).toEqual({
      fault: { kind: 'elsewhere', sentence: 'another tab runs this sweep' },
      erased: 'another tab runs this sweep',
    });
  });
});
