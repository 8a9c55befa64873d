// Measures the size and speed of the built page of the working tree, in Chromium.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mean, median } from 'd3-array';
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
import {
  bareRunsInNode,
  bareRunsInPage,
  countDrawn,
  drawBareOnce,
  openBare,
  playBare,
  prepareBare,
} from './page-yardstick.ts';
import { timingOf } from './timer.ts';

const SIZES = [40, 60, 500] as const;

/** Page and yardstick in turn, so that other load on the machine affects both; a round gives one ratio of each kind. */
const roundsOf = (quick: boolean) =>
  quick ? { rounds: 2, seeks: 20, play: 1_000 } : { rounds: 8, seeks: 25, play: 2_000 };

async function pace(page: Page, bare: Page, n: number, quick: boolean): Promise<FramePace> {
  const { rounds, seeks, play } = roundsOf(quick);
  const last = await lastTick(page);
  const drawn = await countDrawn(page, Math.floor(last / 2));
  await prepareBare(bare, drawn);
  const sought: Sought[] = [];
  const gaps: number[] = [];
  const bareSeeks: number[] = [];
  const bareGaps: number[] = [];
  const ratios = { seek: [] as number[], gap: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const seeking: Sought[] = [];
    const drawing: number[] = [];
    for (let k = round * seeks; k < (round + 1) * seeks; k++) {
      seeking.push(await seekPage(page, soughtTick(k, last)));
      drawing.push(await drawBareOnce(bare, k));
    }
    const [playing, moving] = [await playGaps(page, play), await playBare(bare, play)];
    ratios.seek.push(median(seeking, ({ work }) => work)! / median(drawing)!);
    ratios.gap.push(mean(playing)! / mean(moving)!);
    sought.push(...seeking);
    bareSeeks.push(...drawing);
    gaps.push(...playing);
    bareGaps.push(...moving);
  }
  return {
    n,
    drawn,
    seek: timingOf(sought.map(({ work }) => work)),
    bareSeek: timingOf(bareSeeks),
    seekRatio: timingOf(ratios.seek),
    answer: timingOf(sought.map(({ answered }) => answered)),
    rate: 1_000 / mean(gaps)!,
    bareRate: 1_000 / mean(bareGaps)!,
    gapRatio: timingOf(ratios.gap),
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

/** What Europe's thousand seeds are set beside. */
const EUROPE = { actors: 10, ticks: 140, runs: 1_000 };

async function compareOdds(page: Page, bare: Page, url: string, rounds: number): Promise<PageFindings['odds']> {
  const inPage = await poolIn(bare);
  const found = {
    page: [] as number[],
    bareInPage: [] as number[],
    command: [] as number[],
    bareInNode: [] as number[],
  };
  for (let round = 0; round < rounds; round++) {
    found.page.push(await odds(page, url));
    found.bareInPage.push(await bareRunsInPage(bare, EUROPE, inPage));
    found.command.push(oddsByCommand());
    found.bareInNode.push(await bareRunsInNode(EUROPE, availableParallelism()));
  }
  const beside = (times: readonly number[], bareTimes: readonly number[]) => ({
    seconds: timingOf(times),
    bare: timingOf(bareTimes),
    ratio: timingOf(times.map((time, round) => time / bareTimes[round]!)),
  });
  return { page: beside(found.page, found.bareInPage), command: beside(found.command, found.bareInNode) };
}

/** As many workers as workers/browser-pool.ts starts. */
const poolIn = (page: Page): Promise<number> =>
  page.evaluate(() => Math.min(8, Math.max(2, (navigator.hardwareConcurrency || 2) - 1)));

export async function measurePage(quick: boolean): Promise<PageFindings> {
  await ensureBuild();
  const app = await serve();
  const browser = await openBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'foedus-page-'));
  try {
    const context = await openWindow(browser);
    const loaded = await weigh(context, app.url);
    const page = await openPage(context, app.url);
    const bare = await openBare(await openWindow(browser));
    const paces: FramePace[] = [];
    for (const n of SIZES) {
      process.stderr.write(`${n} actors …\n`);
      await openWorld(page, n, folder);
      paces.push(await pace(page, bare, n, quick));
    }
    process.stderr.write('A thousand seeds …\n');
    return { loaded, paces, odds: await compareOdds(page, bare, app.url, quick ? 1 : 5) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await browser.close();
    await app.close();
  }
}
