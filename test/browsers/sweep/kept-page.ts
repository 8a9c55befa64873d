import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect } from 'vitest';
import { commandIn } from '../../cli/command.ts';
import type { Page } from '../driver.ts';

// A sweep in the page and by the command, in what the screen of sweeps stands on: what the tests of its stories share.

/** Europe with two settings that vary, two variants, figures over time and facts: 60 runs in 4 shards. */
export const SPEC = {
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
export const STOPPED = {
  ...SPEC,
  vary: [{ path: 'actors.RUS.loyalty', as: 'loyalty', values: [0.5, 7] }],
  interventions: undefined,
  replicates: 4,
  runsPerShard: 3,
  stop: 'alliances > 2',
  measure: { end: ['cohesion'] },
};

/** So many runs that it is under way for as long as a test needs it. */
export const LONG = { ...SPEC, replicates: 2_000, runsPerShard: 20 };

const root = fileURLToPath(new URL('.', import.meta.url));

/** A page without the screen, and folders of the command beside it. @param name of the story, for its own places. */
export function sweepPage(name: string) {
  const { at, foedus, file, json } = commandIn(`page-sweep-${name}`);
  const outDir = fileURLToPath(new URL(`../../../dist/test/sweep-${name}`, import.meta.url));
  let server: PreviewServer | undefined;
  let address = '';

  beforeAll(async () => {
    for (const [folder, spec] of Object.entries({ whole: SPEC, stopped: STOPPED })) {
      const made = await foedus('sweep', file(`${folder}.json`, spec), '--out', folder, '--workers', '2');
      expect(made).toMatchObject({ code: 0, err: '' });
    }
    const settings = { root, base: './', configFile: false, logLevel: 'silent', worker: { format: 'es' } } as const;
    await build({ ...settings, build: { outDir, emptyOutDir: true, target: 'es2022', reportCompressedSize: false } });
    server = await preview({ ...settings, build: { outDir }, preview: { host: '127.0.0.1', port: 0, open: false } });
    const { port } = server.httpServer.address() as { port: number };
    address = `http://127.0.0.1:${port}/`;
  });
  afterAll(() => server?.close());

  return {
    at,
    foedus,
    json,
    address: () => address,

    /** Every file below a folder by its path, in letters that a page and a test can compare. */
    filesOf(dir: string): Record<string, string> {
      const entries = readdirSync(at(dir), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
      return Object.fromEntries(
        paths.map((path) => [path.slice(at(dir).length + 1), readFileSync(path).toString('base64')]),
      );
    },

    /** Opens the page, or opens it again, as after its tab was closed. */
    async visit(page: Page): Promise<void> {
      await page.goto('about:blank');
      await page.goto(address);
      await page.waitFor(() => typeof globalThis.sweeps === 'object');
    },
  };
}

/** Creates a sweep, lets it run to its end with some workers, and gives its key. */
export const makeAll = (page: Page, spec: unknown, workers: number): Promise<string> =>
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

export const stageOf = (page: Page, key: string) =>
  page.evaluate(async (of: string) => (await sweeps.open(of)).progress.value, key);

/** The files of a kept sweep as the page hands them out. */
export const filesIn = (page: Page, key: string): Promise<Record<string, string>> =>
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
export const bring = (page: Page, files: Record<string, string>): Promise<{ key?: string; why?: string }> =>
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
