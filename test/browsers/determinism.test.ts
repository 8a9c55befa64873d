import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { digestsOf, finalDigest } from '../../sim/history/digest-comparison.ts';
import { play } from '../../sim/history/record.ts';
import type { Model } from '../../sim/model/model.ts';
import { openNodeSession } from '../../workers/node.ts';
import { designDigests } from './determinism/design-digests.ts';
import { available, launch, type Page } from './driver.ts';

const europe = 'europe-1879-1914';
const seeds = Array.from({ length: 20 }, (_, k) => String(k + 1));
const others = Object.keys(scenarios).filter((id) => id !== europe);
/** Europe with twenty lucks, everything else with one. */
const cases = [...seeds.map((seed) => [europe, seed] as const), ...others.map((id) => [id, '1'] as const)];
const fork = [{ kind: 'set', tick: 60, path: 'actors.RUS.autonomy', value: 0.05 }] as const;

function modelOf(id: string): Model {
  const outcome = check(scenarios[id]);
  if ('faults' in outcome) throw new Error(`${id}: ${outcome.faults[0]!.path}: ${outcome.faults[0]!.message}`);
  return load(outcome.value);
}

const key = (id: string, seed: string): string => `${id} with seed ${seed}`;
const reference = new Map<string, string[]>();
const root = fileURLToPath(new URL('./determinism', import.meta.url));
const outDir = fileURLToPath(new URL('../../dist/test/determinism', import.meta.url));
let server: PreviewServer;
let address = '';

beforeAll(async () => {
  for (const [id, seed] of cases) reference.set(key(id, seed), digestsOf(play(modelOf(id), seed)));
  const settings = { root, base: './', configFile: false, logLevel: 'silent', worker: { format: 'es' } } as const;
  await build({ ...settings, build: { outDir, emptyOutDir: true, target: 'es2022', reportCompressedSize: false } });
  server = await preview({ ...settings, build: { outDir }, preview: { host: '127.0.0.1', port: 0, open: false } });
  const { port } = server.httpServer.address() as { port: number };
  address = `http://127.0.0.1:${port}/`;
});
afterAll(() => server?.close());

/** Says of every run whose digests are not those of this thread where it first goes another way. */
async function differences(digests: (id: string, seed: string) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const [id, seed] of cases) {
    const there = await digests(id, seed);
    const here = reference.get(key(id, seed))!;
    const tick = here.findIndex((digest, t) => digest !== there[t]);
    if (tick >= 0) found.push(`${key(id, seed)}: tick ${tick} is ${there[tick]}, in Node ${here[tick]}`);
    else if (there.length !== here.length)
      found.push(`${key(id, seed)}: ${there.length} ticks, in Node ${here.length}`);
  }
  return found;
}

it('runs differ with their seeds, or there would be nothing to compare', () => {
  expect(new Set(seeds.map((seed) => reference.get(key(europe, seed))!.at(-1))).size).toBe(seeds.length);
});

it.runIf(existsSync(new URL('../../dist/cli/node-worker.js', import.meta.url)))(
  'every tick has the same bits in a worker thread of Node',
  async () => {
    const session = openNodeSession();
    expect(await differences((id, seed) => session.digests({ scenario: scenarios[id], seed }))).toEqual([]);
    session.close();
  },
);

describe.each(available)('in a web worker of %s', (engine) => {
  let page: Page;
  beforeAll(async () => {
    page = await launch(engine);
    await page.goto(address);
    await page.waitFor(() => typeof globalThis.digestsOf === 'function');
  });
  afterAll(() => page?.close());

  it('every tick has the same bits as in Node', async () => {
    const digests = (id: string, seed: string) => page.evaluate((a, b) => globalThis.digestsOf(a, b), id, seed);
    expect(await differences(digests)).toEqual([]);
  });

  it('designs of sweeps and their statistics have the same bits as in Node', async () => {
    expect(await page.evaluate(() => globalThis.digestsOfDesigns())).toEqual(designDigests());
  });

  it('a fork ends in the same bits as the straight run in Node', async () => {
    const there = await page.evaluate((id, placed) => globalThis.forkedDigest(id, 60, placed), europe, [...fork]);
    expect(there).toBe(finalDigest(play(modelOf(europe), '1', fork)));
    expect(page.problems).toEqual([]);
  });
});
