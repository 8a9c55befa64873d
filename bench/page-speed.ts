// Measures the size and speed of the built page of the working tree, in Chromium.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sum } from 'd3-array';
import type { Page } from 'playwright-core';
import { serve } from '../scripts/serve.mjs';
import { ensureBuild, root } from '../scripts/setup.mjs';
import {
  lastTick,
  openBrowser,
  openPage,
  openWindow,
  openWorld,
  playGaps,
  type Sought,
  seekPage,
  soughtTick,
  weigh,
} from './page-drivers.ts';
import type { FramePace, PageFindings } from './page-report.ts';
import { timingOf } from './timer.ts';

const SIZES = [40, 60, 500] as const;
const seeksOf = (quick: boolean): number => (quick ? 40 : 200);

async function pace(page: Page, n: number, quick: boolean): Promise<FramePace> {
  const last = await lastTick(page);
  const sought: Sought[] = [];
  for (let k = 0; k < seeksOf(quick); k++) sought.push(await seekPage(page, soughtTick(k, last)));
  const gaps = await playGaps(page, quick ? 2_000 : 6_000);
  return {
    n,
    seek: timingOf(sought.map(({ work }) => work)),
    answer: timingOf(sought.map(({ answered }) => answered)),
    rate: (1_000 * gaps.length) / sum(gaps),
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

export async function measurePage(quick: boolean): Promise<PageFindings> {
  await ensureBuild();
  const app = await serve();
  const browser = await openBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'foedus-page-'));
  try {
    const context = await openWindow(browser);
    const loaded = await weigh(context, app.url);
    const page = await openPage(context, app.url);
    const paces: FramePace[] = [];
    for (const n of SIZES) {
      await openWorld(page, n, folder);
      paces.push(await pace(page, n, quick));
    }
    const byPage: number[] = [];
    const byCommand: number[] = [];
    for (let round = 0; round < (quick ? 1 : 5); round++) {
      byPage.push(await odds(page, app.url));
      byCommand.push(oddsByCommand());
    }
    return {
      loaded,
      paces,
      odds: { page: timingOf(byPage), command: timingOf(byCommand) },
      seeks: seeksOf(quick),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await browser.close();
    await app.close();
  }
}
