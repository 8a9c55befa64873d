// User actions in the page that are measured.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findEngines } from '../scripts/engines.mjs';
import type { Loaded } from './page-report.ts';
import { ordinaryScenario } from './scenario.ts';

const TICKS = 200;

export async function openBrowser(): Promise<Browser> {
  const { chromium: engine } = await findEngines();
  if (!engine) throw new Error('Chromium is not on this computer');
  return chromium.launch({ executablePath: engine.path, args: ['--disable-gpu'] });
}

/** A window that has loaded nothing yet. It records when a worker last received a message, and how many segments a path has. */
export async function openWindow(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(() => {
    const Native = globalThis.Worker;
    const draw = Path2D.prototype.lineTo;
    Path2D.prototype.lineTo = function (this: Path2D & { segments?: number }, x, y) {
      this.segments = (this.segments ?? 0) + 1;
      draw.call(this, x, y);
    };
    globalThis.Worker = class extends Native {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', () => Object.assign(globalThis, { heard: performance.now() }));
      }
    };
  });
  return context;
}

export async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('#time'), null, { timeout: 60_000 });
  return page;
}

/** Measures what the page loads until the first picture of a run is complete; gzip as a server would send it. */
export async function weigh(context: BrowserContext, url: string): Promise<Loaded> {
  const page = await context.newPage();
  const parts: { file: string; bytes: number; at: number }[] = [];
  const begun = performance.now();
  const arriving: Promise<unknown>[] = [];
  page.on('response', (response) => {
    const at = performance.now() - begun;
    const weighed = response.body().then((body) => {
      parts.push({ file: new URL(response.url()).pathname, bytes: gzipSync(body, { level: 9 }).length, at });
    });
    // A redirect has no body.
    arriving.push(weighed.catch(() => {}));
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
  await Promise.all(arriving);
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
export async function openWorld(page: Page, n: number, folder: string): Promise<void> {
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

export interface Sought {
  work: number;
  answered: number;
}

/**
 * One jump of the time bar: the page's own work until the next frame is drawn, and the time at which the engine’s state arrives.
 */
export const seekPage = (page: Page, tick: number): Promise<Sought> =>
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

/** The last tick of the current run. */
export const lastTick = (page: Page): Promise<number> =>
  page.evaluate(() => Number((document.querySelector('#time') as HTMLInputElement).max));

/** Golden-ratio steps visit the whole run with long jumps in no order. */
export const soughtTick = (k: number, last: number): number => Math.floor((k * 0.618034 * last) % last);

/** Plays from the start at four times the usual speed; returns the milliseconds between frames. */
export async function playGaps(page: Page, milliseconds: number): Promise<number[]> {
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
  }, milliseconds);
  await page.keyboard.press('Space');
  return frames.slice(1).map((time, k) => time - frames[k]!);
}
