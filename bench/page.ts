// npm run bench:page [-- --quick]: measures the built page's size and speed in Chromium; a full run also writes
// docs/performance.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findEngines } from '../scripts/engines.mjs';
import { serve } from '../scripts/serve.mjs';
import { ensureBuild, root } from '../scripts/setup.mjs';
import { type FramePace, type Loaded, report } from './page-report.ts';
import { machine } from './report.ts';
import { ordinaryScenario } from './scenario.ts';
import { timingOf } from './timer.ts';

const quick = process.argv.includes('--quick');
const SEEKS = quick ? 40 : 200;
const PLAYING = quick ? 2_000 : 6_000; // ms
const ROUNDS = quick ? 1 : 5;
const TICKS = 200;
const SIZES = [40, 60, 500] as const;

/** Measures what the page loads until the first picture of a run is complete; gzip as a server would send it. */
async function weigh(context: BrowserContext, url: string): Promise<Loaded> {
  const page = await context.newPage();
  const parts: { file: string; bytes: number; at: number }[] = [];
  const begun = performance.now();
  page.on('response', async (response) => {
    const at = performance.now() - begun;
    const body = await response.body().catch(() => Buffer.alloc(0));
    parts.push({ file: new URL(response.url()).pathname, bytes: gzipSync(body, { level: 9 }).length, at });
  });
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('.network .node'), null, { timeout: 60_000 });
  const drawn = performance.now() - begun;
  const first = await page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    const loaded = performance.getEntriesByType('resource').map((entry) => ({
      file: new URL(entry.name).pathname,
      end: (entry as PerformanceResourceTiming).responseEnd,
    }));
    return { paint: paint?.startTime ?? 0, loaded };
  });
  await page.waitForTimeout(500);
  const early = new Set(first.loaded.filter(({ end }) => end <= first.paint).map(({ file }) => file));
  early.add(new URL(url).pathname);
  // Fonts that arrive a moment after the first frame still belong to it; the engine loads in parallel, in its own thread.
  const isOfFrame = (file: string): boolean => (early.has(file) || file.endsWith('.woff2')) && !file.includes('worker');
  const sum = (list: readonly { bytes: number }[]): number => list.reduce((total, { bytes }) => total + bytes, 0);
  await page.close();
  return {
    untilFrame: sum(parts.filter(({ file }) => isOfFrame(file))),
    page: sum(parts.filter(({ file, at }) => at <= drawn && !file.includes('worker'))),
    worker: sum(parts.filter(({ file }) => file.includes('worker'))),
    firstFrame: first.paint,
    firstPicture: drawn,
  };
}

/** Opens a scenario from a file, as a person would, and waits for its run. */
async function openWorld(page: Page, n: number, folder: string): Promise<void> {
  const file = join(folder, `world-${n}.json`);
  // Four digits are precise enough, and a world of 500 actors written with sixteen is larger than the page accepts.
  const short = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value);
  writeFileSync(file, JSON.stringify(ordinaryScenario(n, TICKS), short));
  await page.click('#screen-explore');
  await page.click('#part-own');
  await page.setInputFiles('#file', file);
  // The previous world has as many ticks and stays visible until this one is run; they differ by their lines.
  await page.waitForFunction(
    (lines) => document.querySelector('.storyline svg')?.getAttribute('aria-label')?.startsWith(lines),
    `${n} lines`,
    { timeout: 180_000 },
  );
  await page.waitForTimeout(1_500);
}

interface Sought {
  work: number;
  answered: number;
}

/**
 * One jump of the time bar: the page's own work until the next frame is drawn, and the time at which the engine’s state arrives.
 */
const seek = (page: Page, tick: number): Promise<Sought> =>
  page.evaluate(async (to) => {
    const bar = document.querySelector('#time') as HTMLInputElement;
    const pause = () => new Promise((resolve) => setTimeout(resolve, 0));
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
    const begun = performance.now();
    bar.value = String(to);
    bar.dispatchEvent(new Event('input', { bubbles: true }));
    await pause();
    const handled = performance.now() - begun;
    const drawing = await frame();
    // A message is handled after the frame’s own style, layout and paint.
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    const drawn = performance.now() - drawing;
    await new Promise((resolve) => setTimeout(resolve, 450));
    const heard = (globalThis as unknown as { heard?: number }).heard ?? 0;
    return { work: handled + drawn, answered: Math.max(0, heard - begun) };
  }, tick);

async function pace(page: Page, n: number): Promise<FramePace> {
  const last = await page.evaluate(() => Number((document.querySelector('#time') as HTMLInputElement).max));
  const sought: Sought[] = [];
  // Golden-ratio steps visit the whole run with long jumps in no order.
  for (let k = 0; k < SEEKS; k++) sought.push(await seek(page, Math.floor((k * 0.618034 * last) % last)));
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Home');
  await page.keyboard.press('4');
  await page.waitForTimeout(600);
  await page.keyboard.press('Space');
  const frames = await page.evaluate(async (ms) => {
    const times: number[] = [];
    const begun = performance.now();
    for (let now = begun; now - begun < ms; ) {
      now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
      times.push(now);
    }
    return times;
  }, PLAYING);
  await page.keyboard.press('Space');
  const gaps = frames.slice(1).map((time, k) => time - frames[k]!);
  return {
    n,
    seek: timingOf(sought.map(({ work }) => work)),
    answer: timingOf(sought.map(({ answered }) => answered)),
    rate: (1_000 * gaps.length) / (frames.at(-1)! - frames[0]!),
    longest: gaps.slice().sort((a, b) => a - b)[Math.floor(0.99 * (gaps.length - 1))]!,
  };
}

/** Seconds that a thousand seeds of Europe take in the page’s own pool, as the user waits for them. */
async function odds(page: Page, url: string): Promise<number> {
  // Reloads the page each time; otherwise it would stay on the odds screen.
  await page.goto('about:blank');
  await page.goto(`${url}#s=europe-1879-1914`);
  await page.waitForFunction(() => document.querySelector('#time'), null, { timeout: 60_000 });
  await page.click('#screen-odds');
  await page.fill('.odds-number input', '1000');
  const begun = performance.now();
  await page.click('#odds-run');
  await page.waitForSelector('.odds-progress');
  await page.waitForSelector('.odds-progress', { state: 'detached', timeout: 180_000 });
  return (performance.now() - begun) / 1_000;
}

function oddsByCommand(): number {
  const begun = performance.now();
  execFileSync(process.execPath, [
    join(root, 'dist/cli/foedus.js'),
    'odds',
    'europe-1879-1914',
    '--seeds',
    '1000',
    '--json',
  ]);
  return (performance.now() - begun) / 1_000;
}

await ensureBuild();
const where = machine();
const { chromium: engine } = await findEngines();
if (!engine) throw new Error('Chromium is not on this computer');
const app = await serve();
const browser = await chromium.launch({ executablePath: engine.path, args: ['--disable-gpu'] });
const folder = mkdtempSync(join(tmpdir(), 'foedus-page-'));
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => {
    const Native = globalThis.Worker;
    globalThis.Worker = class extends Native {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', () => Object.assign(globalThis, { heard: performance.now() }));
      }
    };
  });
  const loaded = await weigh(context, app.url);
  const page = await context.newPage();
  await page.goto(app.url);
  await page.waitForFunction(() => document.querySelector('#time'), null, { timeout: 60_000 });
  const paces: FramePace[] = [];
  for (const n of SIZES) {
    await openWorld(page, n, folder);
    paces.push(await pace(page, n));
  }
  const byPage: number[] = [];
  const byCommand: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    byPage.push(await odds(page, app.url));
    byCommand.push(oddsByCommand());
  }
  const text = report(where, {
    loaded,
    paces,
    odds: { page: timingOf(byPage), command: timingOf(byCommand) },
    seeks: SEEKS,
  });
  process.stdout.write(text);
  if (!quick) {
    mkdirSync(join(root, 'docs'), { recursive: true });
    writeFileSync(join(root, 'docs/performance.md'), text);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
  await app.close();
}
