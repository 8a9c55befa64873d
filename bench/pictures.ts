// npm run pictures [-- --class]: takes screenshots of the built page, for docs/pictures; of the pages of a class alone with --class.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findEngines } from '../scripts/engines.mjs';
import { serve } from '../scripts/serve.mjs';
import { ensureBuild, root } from '../scripts/setup.mjs';
import { takeClassPictures } from './class-pictures.ts';

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const RUN = '#s=europe-1879-1914&seed=7&t=60';

/** The actions of a user that lead from the replay to each screen. */
const SCREENS: Record<string, (page: Page, narrow: boolean) => Promise<unknown>> = {
  replay: async () => {},
  why: async (page, narrow) => {
    if (narrow) await page.locator('.panels button').nth(2).click();
    await page.locator('.event.now .event-why').first().click();
    await page.waitForSelector('.reasons');
    await page.waitForTimeout(2_500);
  },
  compare: async (page, narrow) => {
    await page.click('#branch-here');
    await page.selectOption('#ask-kind', 'leave');
    await page.locator('.ask form button[type="submit"]').click();
    await page.waitForSelector('.compare', { timeout: 60_000 });
    // A phone has no room for two pictures side by side; there the figures show the difference.
    if (narrow) await page.click('.differences summary');
    else await page.keyboard.press('s');
    // A tick at which the two have diverged.
    await page.fill('#time', '96');
  },
  odds: async (page) => {
    await page.click('#screen-odds');
    await page.waitForSelector('#odds-run');
    await page.click('#odds-run');
    await page.waitForSelector('.odds-progress');
    await page.waitForSelector('.odds-progress', { state: 'detached', timeout: 180_000 });
  },
  sweep: async (page) => {
    await page.click('#screen-sweep');
    for (const [words, to, steps] of [
      ['GER.RUS.hostility', '0.8', '5'],
      ['attacks aggression', '0.2', '6'],
    ] as const) {
      await page.fill('#sweep-add', words);
      await page.waitForSelector('.sweep-choice');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const card = page.locator('.sweep-entry').last();
      await card.locator('[id^="sweep-to-"]').fill(to);
      await card.locator('[id^="sweep-steps-"]').fill(steps);
    }
    await page.waitForSelector('.sweep-runs:has-text("600 runs")');
    await page.click('#sweep-run');
    await page.waitForSelector('#sweep-toggle');
    await page.waitForSelector('#sweep-toggle', { state: 'detached', timeout: 180_000 });
    await page.selectOption('#sweep-measured', 'attacks');
    await page.waitForSelector('.sweep-heat caption:has-text("Attacks")');
  },
  editor: async (page) => {
    await page.click('#screen-explore');
    await page.locator('.explore .segmented button, main .segmented button').nth(1).click();
    await page.waitForTimeout(2_500);
  },
};

await ensureBuild();
const { chromium: engine } = await findEngines();
if (!engine) throw new Error('Chromium is not on this computer');
const app = await serve();
const browser = await chromium.launch({ executablePath: engine.path, args: ['--disable-gpu'] });
const folder = join(root, 'docs/pictures');
mkdirSync(folder, { recursive: true });
const isOfClass = process.argv.includes('--class');
try {
  await takeClassPictures(browser, folder);
  for (const [size, viewport] of Object.entries(isOfClass ? {} : SIZES))
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [name, reach] of Object.entries(SCREENS)) {
        const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', serviceWorkers: 'block' });
        const page = await context.newPage();
        // The hint on first steps is for first-time visitors.
        await page.addInitScript(() => localStorage.setItem('foedus-hint', 'over'));
        await page.goto(app.url + RUN);
        await page.waitForSelector('#date');
        await page.waitForTimeout(1_500);
        await reach(page, size === 'phone');
        await page.mouse.move(0, 0);
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await page.waitForTimeout(1_000);
        await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
        await context.close();
        process.stdout.write(`${name} ${size} ${colorScheme}\n`);
      }
} finally {
  await browser.close();
  await app.close();
}
