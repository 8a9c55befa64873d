// `npm run bench:page -- --against REV`: compares the built page with that of an earlier commit, in one Chromium.
import { mean, min } from 'd3-array';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';
import { ensureBuild } from '../../scripts/setup.mjs';
import {
  lastTick,
  openBrowser,
  openPage,
  openWindow,
  openWorld,
  playGaps,
  seekPage,
  soughtTick,
  weigh,
} from '../page-drivers.ts';
import type { Loaded } from '../page-report.ts';
import type { FormerBuild } from './former-build.ts';
import { LEAST_ROUNDS, type Pair } from './median-ratio.ts';
import { type Both, inTurn, type PairedMeasure, type Timed, takePairs } from './pairs.ts';

/** Numbers of actors for which docs/performance.md states limits. */
const SOUGHT = [40, 500];
const PLAYED = [60, 500];
const SIZES = [...new Set([...SOUGHT, ...PLAYED])].sort((a, b) => a - b);

export async function comparePages(former: FormerBuild, quick: boolean): Promise<PairedMeasure[]> {
  await ensureBuild();
  const apps: Both<Awaited<ReturnType<typeof serve>>> = {
    now: await serve(),
    former: await serve({ folder: former.folder }),
  };
  const urls: Both<string> = { now: apps.now.url, former: apps.former.url };
  const browser = await openBrowser();
  try {
    process.stderr.write('Opening …\n');
    const opened = await openings(browser, urls, quick ? 10 : 40);
    const paces: PacePairs[] = [];
    const rounds = quick ? LEAST_ROUNDS : 12;
    for (let round = 0; round < rounds; round++) {
      process.stderr.write(`Seeking and playing, ${round + 1} of ${rounds} …\n`);
      paces.push(await seekAndPlay(browser, urls, former.workshop, round, quick));
    }
    return [...opened, ...measuresOf(paces)];
  } finally {
    await browser.close();
    await Promise.all([apps.now.close(), apps.former.close()]);
  }
}

const WEIGHED: readonly { name: string; key: keyof Loaded }[] = [
  { name: 'before the first frame, gzip', key: 'untilFrame' },
  { name: 'before the first picture of a run, gzip', key: 'page' },
  { name: 'engine, loaded by the worker, gzip', key: 'worker' },
];
const AWAITED: readonly { name: string; key: keyof Loaded }[] = [
  { name: 'first frame', key: 'firstFrame' },
  { name: 'first picture of a run', key: 'firstPicture' },
];

/** Every opening has its own window with an empty cache. */
async function openings(browser: Browser, urls: Both<string>, rounds: number): Promise<PairedMeasure[]> {
  const loads: Both<Loaded>[] = [];
  const open = async (url: string): Promise<Loaded> => {
    const context = await openWindow(browser);
    const loaded = await weigh(context, url);
    await context.close();
    return loaded;
  };
  await open(urls.now); // the browser itself is warm after one
  for (let round = 0; round < rounds; round++) loads.push(await inTurn(round, urls, open));
  // A file that once arrived after the picture is not needed for it, so the smallest measurement counts.
  const least = (build: keyof Both<Loaded>, key: keyof Loaded): number => min(loads, (load) => load[build][key])!;
  return [
    ...WEIGHED.map(({ name, key }) => ({ name, bytes: { now: least('now', key), former: least('former', key) } })),
    ...AWAITED.map(({ name, key }) => ({
      name,
      rounds: loads.map(({ now, former }) => [{ now: now[key], former: former[key] }]),
    })),
  ];
}

/** By number of actors. */
interface PacePairs {
  sought: Map<number, Pair[]>;
  played: Map<number, Pair[]>;
}

/** Two fresh pages side by side; only one of them is busy at a time. */
async function seekAndPlay(
  browser: Browser,
  urls: Both<string>,
  folder: string,
  round: number,
  quick: boolean,
): Promise<PacePairs> {
  const contexts: BrowserContext[] = [];
  const { now, former } = await inTurn(round, urls, async (url) => {
    const context = await openWindow(browser);
    contexts.push(context);
    return openPage(context, url);
  });
  const found: PacePairs = { sought: new Map(), played: new Map() };
  for (const n of SIZES) {
    await openWorld(now, n, folder);
    await openWorld(former, n, folder);
    const last = await lastTick(now);
    const sought = (page: Page, k: number) => seekPage(page, soughtTick(k, last)).then(({ work }) => work);
    const played = (page: Page) => playGaps(page, quick ? 1_500 : 4_000).then((gaps) => mean(gaps)!);
    if (SOUGHT.includes(n)) found.sought.set(n, await takePairs(quick ? 8 : 24, round, { now, former }, sought));
    if (PLAYED.includes(n)) found.played.set(n, await takePairs(quick ? 1 : 2, round, { now, former }, played));
  }
  for (const context of contexts) await context.close();
  return found;
}

const measuresOf = (paces: readonly PacePairs[]): Timed[] => [
  ...SOUGHT.map((n) => ({
    name: `seek, ${n} actors`,
    rounds: paces.map(({ sought }) => sought.get(n)!),
  })),
  ...PLAYED.map((n) => ({
    name: `a frame while playing, ${n} actors`,
    rounds: paces.map(({ played }) => played.get(n)!),
  })),
];
