import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classics } from '../../scenarios/classics/index.ts';
import { check } from '../../sim/check/check.ts';
import type { Scenario } from '../../sim/schema/scenario.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// Each published model as somebody sees it who opens it: its chart, what to look for, and the run it has everywhere.

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const ids = Object.keys(classics);
const DRAWN = { lines: '.panes .pane', actors: '.panes .pane', bars: '.bars', table: '.chart-scroll table' };

describe.runIf(available.includes('chromium'))('a classic', () => {
  let page: Page;
  beforeAll(async () => {
    page = await launch('chromium', { viewport: { width: 1440, height: 900 } });
  });
  afterAll(() => page?.close());

  it.each(ids)('%s opens with its chart, its two sentences and the digest it has in Node', async (id) => {
    const { view, title } = (check(classics[id]) as { value: Scenario }).value;
    const { digest } = await createSession().run({ scenario: classics[id], seed: '3' });
    await page.goto('about:blank');
    await page.goto(`${app.url}#s=${id}&seed=3`);
    await page.waitForText('#digest', digest);
    await page.waitFor((selector) => document.querySelector(selector), DRAWN[view!.chart]);
    const look = await page.text('.look');
    for (const sentence of view!.look) expect(look).toContain(sentence);
    expect(await page.text('header')).toContain(title.slice(0, 20));
    expect(page.problems).toEqual([]);
  });

  it('that has no time says so, and has nothing to play', async () => {
    await page.goto(`${app.url}#s=classics/voting&seed=1`);
    await page.waitFor(() => document.querySelector('.bars'));
    expect(await page.count('#play')).toBe(0);
    expect(await page.text('main')).toContain('This game has no time');
  });

  it('moves by keys on the same clock as its chart', async () => {
    await page.goto(`${app.url}#s=classics/landscape&seed=3`);
    await page.waitForText('#date', 'round');
    await page.press('Home');
    await page.waitForText('#date', /^round 1$/);
    await page.press('End');
    await page.waitForText('#date', 'round 12');
  });
});

describe.runIf(available.includes('chromium'))('a chart', () => {
  it.each([
    ['light', false, { width: 1440, height: 900 }],
    ['dark', true, { width: 1440, height: 900 }],
    ['light on a phone', false, { width: 390, height: 844 }],
    ['dark on a phone', true, { width: 390, height: 844 }],
  ])('shuts nobody out: %s', async (_, dark, viewport) => {
    const page = await launch('chromium', { dark, viewport });
    try {
      // One of each kind: lines, bars, actors, table.
      for (const id of ['landscape', 'agreement-barrett', 'tribute', 'coalition-structure']) {
        await page.goto('about:blank');
        await page.goto(`${app.url}#s=classics/${id}&seed=1`);
        await page.waitFor(() => document.querySelector('.look'));
        expect(await barriers(page), id).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      }
    } finally {
      await page.close();
    }
  });
});

describe.each(available.filter((engine) => engine !== 'chromium'))('a classic in %s', (engine) => {
  it('is the same run', async () => {
    const { digest } = await createSession().run({ scenario: classics['classics/triads'], seed: '3' });
    const page = await launch(engine, { viewport: { width: 1440, height: 900 } });
    try {
      await page.goto(`${app.url}#s=classics/triads&seed=3`);
      await page.waitForText('#digest', digest);
      expect(await page.text('.look')).toContain('What to look for');
    } finally {
      await page.close();
    }
  });
});
