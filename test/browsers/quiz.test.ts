import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// Predict, then watch: an offer that is in nobody’s way, and is judged by the run.

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

describe.runIf(available.includes('chromium'))('a prediction', () => {
  let page: Page;
  const open = async (hash: string): Promise<void> => {
    await page?.close();
    page = await launch('chromium', { viewport: { width: 1440, height: 900 } });
    await page.goto(app.url + hash);
    await page.waitForText('#digest', /[0-9a-f]{16}/);
  };
  const veil = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = getComputedStyle(document.querySelector('.storyline .veil')!)
        .backgroundColor.match(/[\d.]+/g)!
        .map(Number);
      return { red, green, blue, alpha };
    });
  afterAll(() => page?.close());

  it('is offered, not asked for, and covers what is to come', async () => {
    await open('#s=europe-1879-1914&seed=1');
    await page.waitForText('.quiz-offer', 'What do you expect?');
    expect(await page.count('dialog[open]')).toBe(0);
    expect((await veil()).alpha).toBeLessThan(1);
    await page.click('#open-predict');
    await page.waitFor(() => document.querySelector('dialog[open] .quiz-choices button'));
    expect(await barriers(page)).toEqual([]);
    expect((await veil()).alpha).toBe(1);
    const choices = await page.count('.quiz-choices button');
    expect(choices).toBeGreaterThanOrEqual(2);
    expect(choices).toBeLessThanOrEqual(4);
    await page.click('.quiz-choices button');
    await page.waitForText('#date', '1879 Q1');
    expect((await veil()).alpha).toBe(1);
    expect(await barriers(page)).toEqual([]);
  });

  it('outlives a reload', async () => {
    await page.goto(`${app.url}?again#s=europe-1879-1914&seed=1`);
    await page.waitForText('.quiz-said', 'You expect:');
  });

  it('is judged once the run was watched to its end', async () => {
    await page.waitForText('#digest', /[0-9a-f]{16}/);
    await page.press('End');
    await page.waitForText('#prediction-result', /You were right\.|It turned out differently\./);
    expect((await veil()).alpha).toBeLessThan(1);
    expect(page.problems).toEqual([]);
  });

  it('is turned down with one press, and then the questions are there', async () => {
    await open('#s=nato&seed=1');
    await page.click('#decline');
    await page.waitFor(() => !document.querySelector('.quiz-offer'));
    await page.click('#open-questions');
    const { questions } = scenarios.nato as { questions: string[] };
    for (const question of questions) await page.waitForText('.quiz-questions', question);
    expect(await barriers(page)).toEqual([]);
    await page.press('Escape');
    await page.waitFor(() => document.activeElement?.id === 'open-questions');
  });

  it('is not offered to who was sent to a moment', async () => {
    await open('#s=europe-1879-1914&seed=1&t=60');
    await page.waitFor(() => document.querySelector('#open-questions'));
    expect(await page.count('.quiz-offer')).toBe(0);
    expect(await page.count('#open-predict')).toBe(1);
  });

  it('on a model is what a turned lever does, and the engine tries it out', async () => {
    await open('#s=classics/repeated&seed=1');
    await page.click('#open-predict');
    await page.click('[data-choice="stays"]');
    await page.click('#reveal');
    await page.waitForText('#prediction-result', /“.+” is .+ in the original, and .+ with the change/);
    expect(page.problems).toEqual([]);
  });
});
