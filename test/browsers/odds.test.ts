import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandIn } from '../cli/command.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// Odds as a person asks for them: so many runs, what they say, one of them opened in the replay.

const { json } = commandIn('odds-page');
const SCENARIO = 'europe-1879-1914';
const SEEDS = 20;

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

describe.runIf(available.includes('chromium'))('the odds', () => {
  let page: Page;
  const open = async (scenario: string, seeds: number) => {
    await page?.close();
    page = await launch('chromium', { viewport: { width: 1440, height: 900 } });
    await page.goto(`${app.url}#s=${scenario}&seed=7`);
    await page.waitForText('#digest', /[0-9a-f]{16}/);
    await page.click('#screen-odds');
    await page.fill('.odds-number input', String(seeds));
    await page.click('#odds-run');
  };
  afterAll(() => page?.close());

  it('are those that the command gives for the same seeds', async () => {
    await open(SCENARIO, SEEDS);
    await page.waitForText('#odds-status', `${SEEDS} replications, seeds 1 to ${SEEDS}`);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.fact-share')].map((share) => share.textContent),
    );
    const { facts } = await json('odds', SCENARIO, '--seeds', String(SEEDS));
    expect(shown).toEqual(facts.map(({ share }: { share: number }) => `${Math.round(100 * share)}%`));
    expect(new Set(shown).size).toBeGreaterThan(2);
  });

  it('say where the run on show lies, and bar nobody', async () => {
    await page.waitForText('.card-here', /▲ this run .* · above \d+%/);
    await page.waitForText('.fact-here', /in this run/);
    expect(await barriers(page)).toEqual([]);
  });

  it('open one of their runs in the replay, by the keyboard, and are still there afterwards', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('.card button')!.focus());
    await page.press('Enter');
    const seed = await page.waitFor(() => document.querySelector('.odds-seeds[open] .seed')?.textContent);
    expect(await barriers(page)).toEqual([]);
    await page.click('.odds-seeds .seed');
    await page.waitForText('#digest', /[0-9a-f]{16}/);
    await page.waitFor((wanted) => location.hash.includes(`seed=${wanted}`), seed);
    const run = await json('run', SCENARIO, '--seed', String(seed));
    await page.waitForText('#digest', run.digest);
    await page.click('#screen-odds');
    await page.waitForText('#odds-status', `${SEEDS} replications`);
    expect(await page.count('.card')).toBeGreaterThan(10);
  });

  it('say in a sentence what is no number of runs', async () => {
    await page.fill('.odds-number input', 'many');
    await page.click('#odds-run');
    await page.waitForText('#odds-status', 'The number of replications is a whole number from 2 to 100,000.');
  });

  it('are stopped, and keep what is done', async () => {
    await page.fill('.odds-number input', '50000');
    await page.click('#odds-run');
    await page.waitForText('#odds-status', /^[1-9]\d* of 50,000 replications/);
    await page.click('#odds-run');
    await page.waitForText('#odds-status', /^Stopped: [1-9]\d* of 50,000 replications are done/);
    expect(await page.count('.card')).toBeGreaterThan(10);
  });

  it('are none where nothing is left to chance', async () => {
    await open('classics/glove', 12);
    await page.waitForText('.odds-same-run', 'Every seed gives the same run here');
    expect(await page.count('.card')).toBe(0);
    expect(page.problems).toEqual([]);
  });
});
