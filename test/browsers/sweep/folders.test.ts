import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available, launch, type Page } from '../driver.ts';
import { bring, filesIn, makeAll, SPEC, STOPPED, stageOf, sweepPage } from './kept-page.ts';

// A sweep goes from the command to the page and back, as a folder, a zip or single files; what is damaged is refused.

const { at, filesOf, foedus, json, visit } = sweepPage('folders');
beforeAll(async () => {
  expect((await foedus('sweep', 'archive', 'whole', '--out', 'whole.zip')).code).toBe(0);
});

describe.each(available)('a folder of a sweep in %s', (engine) => {
  let page: Page;
  let key = '';
  beforeAll(async () => {
    page = await launch(engine);
    await visit(page);
    key = await makeAll(page, SPEC, 2);
  });
  afterAll(() => page?.close());

  it('opens the folder, the archive and single shards of the command', async () => {
    const files = filesOf('whole');
    const folder = Object.fromEntries(Object.entries(files).map(([path, letters]) => [`whole/${path}`, letters]));
    await page.evaluate((of: string) => sweeps.erase(of), key);
    expect(await bring(page, folder)).toEqual({ key });
    expect(await filesIn(page, key)).toEqual(files);
    expect(await stageOf(page, key)).toMatchObject({ stage: 'done', done: 60 });

    await page.evaluate((of: string) => sweeps.erase(of), key);
    expect(await bring(page, { 'whole.zip': readFileSync(at('whole.zip')).toString('base64') })).toEqual({ key });
    expect(await filesIn(page, key)).toEqual(files);

    await page.evaluate((of: string) => sweeps.erase(of), key);
    expect(await bring(page, { 'plan.json': files['plan.json']! })).toEqual({ key });
    const single = {
      'shard-00002.parquet': files['shards/shard-00002.parquet']!,
      '00002.pq': files['series/00002.pq']!,
    };
    expect(await bring(page, single)).toEqual({ key });
    expect(await stageOf(page, key)).toMatchObject({ stage: 'idle', done: 17, shardsDone: 1 });
    expect(await makeAll(page, SPEC, 2)).toBe(key);
    expect(await filesIn(page, key)).toEqual(files);
  });

  it('gives a zip that the command takes for its own folder', async () => {
    const letters = await page.evaluate(async (of: string) => {
      const zip = await (await sweeps.open(of)).zip();
      let text = '';
      for (const byte of new Uint8Array(await zip.arrayBuffer())) text += String.fromCharCode(byte);
      return btoa(text);
    }, key);
    const dir = `from-${engine}`;
    for (const [path, bytes] of Object.entries(unzipSync(Buffer.from(letters, 'base64')))) {
      mkdirSync(at(join(dir, path, '..')), { recursive: true });
      writeFileSync(at(join(dir, path)), bytes);
    }
    expect(filesOf(dir)).toEqual(filesOf('whole'));
    const status = await json('sweep', 'status', dir);
    expect(status).toMatchObject({ runs: 60, done: 60, missing: 0 });
  });

  it.runIf(engine === 'chromium')('writes a folder that a person chooses, and reads it again', async () => {
    const found = await page.evaluate(
      async (of: string, other: unknown) => {
        // A folder of the page's own stands for one that a person chooses: no driver clicks in that window.
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('chosen', { create: true });
        Object.assign(globalThis, { showDirectoryPicker: async () => folder });
        const saved = await (await sweeps.open(of)).saveFolder();
        const stranger = await sweeps.create({ spec: other });
        const why = await stranger.saveFolder().then(
          () => '',
          (error: Error) => error.message,
        );
        await sweeps.erase(of);
        const { key } = (await sweeps.bringFolder())!;
        Object.assign(globalThis, { showDirectoryPicker: () => Promise.reject(new DOMException('', 'AbortError')) });
        return { saved, why, key, none: (await sweeps.bringFolder()) === undefined };
      },
      key,
      STOPPED,
    );
    const why = 'chosen: the folder is of another plan: plan.json differs';
    expect(found).toEqual({ saved: true, why, key, none: true });
    expect(await filesIn(page, key)).toEqual(filesOf('whole'));
  });

  it('refuses what is damaged or of another sweep in a sentence that names the file', async () => {
    const [whole, stopped] = [filesOf('whole'), filesOf('stopped')];
    const shard = 'shards/shard-00000.parquet';
    const bytes = Buffer.from(whole[shard]!, 'base64');
    bytes[bytes.length >> 1]! ^= 1;
    expect(await bring(page, { ...whole, [shard]: bytes.toString('base64') })).toEqual({
      why: `${shard}: it has changed since it was written`,
    });
    expect((await bring(page, { ...whole, [shard]: stopped[shard]! })).why).toMatch(
      /^shards\/shard-00000\.parquet: it is of another sweep: its plan is [0-9a-f]{16}, not [0-9a-f]{16}$/,
    );
    const plan = Buffer.from(whole['plan.json']!, 'base64').toString().replace('"replicates": 5', '"replicates": 6');
    expect(await bring(page, { 'plan.json': Buffer.from(plan).toString('base64') })).toEqual({
      why: 'plan.json: the plan has changed since it was made',
    });
    expect(await bring(page, { 'notes.txt': '' })).toEqual({
      why: 'no sweep is here: there is no plan.json and no shard',
    });
    expect(page.problems).toEqual([]);
  });
});
