import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// A word of the field says what it means where it stands, and leads to the place in the glossary.

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const RUN = '#s=europe-1879-1914&seed=7';
const TIP = '.tip:popover-open';

const open = async (page: Page): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${app.url}${RUN}`);
  await page.waitForText('#digest', /^[0-9a-f]{16}$/);
  await page.waitFor(() => document.querySelector('.spark-term .term'));
};

/** Over the word comes the pointer, as the page is told of it. */
const point = (page: Page, kind: 'pointerenter' | 'pointerleave') =>
  page.evaluate(
    (type: string) => document.querySelector('.spark-term .term-place')!.dispatchEvent(new PointerEvent(type)),
    kind,
  );

describe.runIf(available.includes('chromium'))('a word of the glossary', () => {
  let page: Page;
  beforeAll(async () => {
    page = await launch('chromium', { viewport: { width: 1440, height: 900 } });
    await open(page);
  });
  afterAll(() => page?.close());

  it('says what it means while it is pointed at', async () => {
    const word = await page.text('.spark-term .term');
    await point(page, 'pointerenter');
    await page.waitForText(TIP, /\w+\. \w/);
    expect(word.length).toBeGreaterThan(3);
    await point(page, 'pointerleave');
    await page.waitFor(() => !document.querySelector('.tip:popover-open'));
  });

  it('says so when it has the focus, stays inside the window, and Escape hides it', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('.spark-term .term')!.focus());
    await page.waitForText(TIP, /\w+\. \w/);
    const box = await page.evaluate(() => {
      const { left, right, top, bottom } = document.querySelector('.tip:popover-open')!.getBoundingClientRect();
      return { left, top, right: innerWidth - right, bottom: innerHeight - bottom };
    });
    for (const room of Object.values(box)) expect(room).toBeGreaterThanOrEqual(0);
    expect(await barriers(page)).toEqual([]);
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('.tip:popover-open'));
  });

  it('stands beside headings that sort, and in the panel of an actor', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.press('t');
    await page.waitFor(() => document.querySelector('.actors thead .term-sign'));
    const nested = () => page.evaluate(() => document.querySelectorAll('button button, label button, a button').length);
    expect(await nested()).toBe(0);
    const named = await page.evaluate(() =>
      [...document.querySelectorAll('.actors thead .term')].map((sign) => sign.getAttribute('aria-label')),
    );
    expect(named).toContain('Threat: what is that?');
    await page.click('.actors tbody .name');
    await page.waitFor(() => document.querySelector('.details-figures .term'));
    expect(await nested()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.press('Escape');
  });

  it('leads to its place in the glossary, where a search finds words', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('.colophon .term')!.focus());
    await page.click(`${TIP} .tip-more`);
    await page.waitFor(() => document.activeElement?.id === 'term-digest');
    await page.fill('#find-term', 'HERFINDAHL');
    await page.fill('#find-term', 'free-rid');
    await page.waitFor(() => document.querySelector('#term-free-riding') && !document.querySelector('#term-digest'));
    expect(await barriers(page)).toEqual([]);
  });

  it('is Spanish where the page is, and found without its accents', async () => {
    await page.fill('#language', 'es');
    await page.waitForText('.glossary h2', 'Glosario');
    await page.fill('#find-term', 'perturbacion');
    await page.waitForText('#term-shock dt', /^Perturbación/);
    await open(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('.spark-term .term')!.focus());
    await page.waitForText(`${TIP} .tip-more`, 'En el glosario');
    expect(page.problems).toEqual([]);
  });
});
