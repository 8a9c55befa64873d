import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readShard } from '../../formats/sweep/shard-parquet.ts';
import { commandIn } from '../cli/command.ts';
import { available, launch, type Page } from './driver.ts';

// A sweep in the page and by the command, in what the screen of sweeps stands on.

const { at, foedus, file, json } = commandIn('page-sweep');

/** Europe with two settings that vary, two variants, figures over time and facts: 60 runs in 4 shards. */
const SPEC = {
  format: 'foedus-sweep/1',
  scenario: 'europe-1879-1914',
  vary: [
    { path: 'actors.RUS.loyalty', as: 'loyalty', from: 0.1, to: 0.9, steps: 3 },
    { path: 'mechanisms.realign.moves.parameters.word', as: 'word', values: [0.5, 1.2] },
  ],
  interventions: [
    { name: 'none', list: [] },
    { name: 'early', list: [{ kind: 'set', tick: 60, path: 'actors.RUS.autonomy', value: 0.05 }] },
  ],
  replicates: 5,
  runsPerShard: 17,
  measure: { end: ['cohesion', 'attacks'], facts: true, every: { ticks: 12, names: ['cohesion'] } },
};

/** The same in ways that a person must be told of: one setting is refused, runs stop early. */
const STOPPED = {
  ...SPEC,
  vary: [{ path: 'actors.RUS.loyalty', as: 'loyalty', values: [0.5, 7] }],
  interventions: undefined,
  replicates: 4,
  runsPerShard: 3,
  stop: 'alliances > 2',
  measure: { end: ['cohesion'] },
};

/** So many runs that it is under way for as long as a test needs it. */
const LONG = { ...SPEC, replicates: 2_000, runsPerShard: 20 };

const root = fileURLToPath(new URL('./sweep', import.meta.url));
const outDir = fileURLToPath(new URL('../../dist/test/sweep', import.meta.url));
let server: PreviewServer;
let address = '';

/** Every file below a folder by its path, in letters that a page and a test can compare. */
function filesOf(dir: string): Record<string, string> {
  const entries = readdirSync(at(dir), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(at(dir).length + 1), readFileSync(path).toString('base64')]),
  );
}

beforeAll(async () => {
  for (const [name, spec] of Object.entries({ whole: SPEC, stopped: STOPPED })) {
    const made = await foedus('sweep', file(`${name}.json`, spec), '--out', name, '--workers', '2');
    expect(made).toMatchObject({ code: 0, err: '' });
  }
  expect((await foedus('sweep', 'archive', 'whole', '--out', 'whole.zip')).code).toBe(0);
  const settings = { root, base: './', configFile: false, logLevel: 'silent', worker: { format: 'es' } } as const;
  await build({ ...settings, build: { outDir, emptyOutDir: true, target: 'es2022', reportCompressedSize: false } });
  server = await preview({ ...settings, build: { outDir }, preview: { host: '127.0.0.1', port: 0, open: false } });
  const { port } = server.httpServer.address() as { port: number };
  address = `http://127.0.0.1:${port}/`;
});
afterAll(() => server?.close());

/** Opens the page, or opens it again, as after its tab was closed. */
async function visit(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitFor(() => typeof globalThis.sweeps === 'object');
}

/** Creates a sweep, lets it run to its end with some workers, and gives its key. */
const makeAll = (page: Page, spec: unknown, workers: number): Promise<string> =>
  page.evaluate(
    async (given: unknown, count: number) => {
      const job = await sweeps.create({ spec: given });
      job.start(count);
      await new Promise<void>((resolve) => {
        const stop = job.progress.subscribe(({ stage }) => {
          if (stage === 'done' || stage === 'failed') resolve();
        });
        void stop;
      });
      return job.key;
    },
    spec,
    workers,
  );

const stageOf = (page: Page, key: string) =>
  page.evaluate(async (of: string) => (await sweeps.open(of)).progress.value, key);

/** The files of a kept sweep as the page hands them out. */
const filesIn = (page: Page, key: string): Promise<Record<string, string>> =>
  page.evaluate(async (of: string) => {
    const job = await sweeps.open(of);
    const found: [string, string][] = [];
    for (const { path } of await job.files()) {
      let letters = '';
      for (const byte of new Uint8Array(await (await job.file(path)).arrayBuffer()))
        letters += String.fromCharCode(byte);
      found.push([path, btoa(letters)]);
    }
    return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
  }, key);

/** Hands files to the page as if a person had brought them. */
const bring = (page: Page, files: Record<string, string>): Promise<{ key?: string; why?: string }> =>
  page.evaluate(async (given: Record<string, string>) => {
    const brought = Object.entries(given).map(([path, letters]) => ({
      path,
      content: new Blob([Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))]),
    }));
    return sweeps.bring(brought).then(
      ({ key }) => ({ key }),
      (error: Error) => ({ why: error.message }),
    );
  }, files);

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
      address,
    );
    expect(found).toEqual({
      fault: { kind: 'elsewhere', sentence: 'another tab runs this sweep' },
      erased: 'another tab runs this sweep',
    });
  });

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

  it('runs where the browser keeps nothing, and says so', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          // A database of a later version is one that cannot be opened.
          const request = indexedDB.deleteDatabase('foedus-sweeps');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const later = indexedDB.open('foedus-sweeps', 99);
            later.onsuccess = () => {
              later.result.close();
              resolve();
            };
          };
        }),
    );
    await visit(page);
    const small = await makeAll(page, STOPPED, 2);
    expect(await filesIn(page, small)).toEqual(filesOf('stopped'));
    const { kind, list } = await page.evaluate(async () => {
      await sweeps.refresh();
      return { kind: sweeps.fault.value?.kind, list: sweeps.list.value.length };
    });
    expect({ kind, list }).toEqual({ kind: 'unkept', list: 1 });
    await visit(page);
    expect(
      await page.evaluate(async () => {
        await sweeps.refresh();
        return sweeps.list.value;
      }),
    ).toEqual([]);
  });
});
