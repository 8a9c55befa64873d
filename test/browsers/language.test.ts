import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available, launch, type Page, serveApp } from './driver.ts';

// Whoever reads Spanish reads all of it, and the run stays what it was.

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const RUN = '#s=delian-league&seed=3';

/** Every text of the page that somebody may read, in its order. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent!.trim();
      // Which pages are there to be chosen, and what was just said aloud, do not depend on the language alone.
      if (text && !walker.currentNode.parentElement!.closest('script, noscript, [aria-live], [role="status"]'))
        texts.push(text);
    }
    return texts;
  });

/** The names of shocks, which come by themselves, stand under all of them. */
const namesAreThere = (page: Page) =>
  page.waitFor(() => {
    const said = document.querySelector('.events')?.textContent ?? '';
    return ['the murder of Xerxes', 'the earthquake at Sparta', 'the rising of Euboea and Megara'].every((name) =>
      said.includes(`Without ${name}`),
    );
  });

describe.runIf(available.includes('chromium'))('the language of the page', () => {
  let page: Page;
  let digest: string;
  let english: string[];
  beforeAll(async () => {
    page = await launch('chromium', { viewport: { width: 1440, height: 900 } });
    await page.goto(`${app.url}${RUN}`);
    await page.waitForText('#date', 'BCE');
    await page.waitForText('#digest', /^[0-9a-f]{16}$/);
    await page.waitFor(() => document.querySelectorAll('.network .node').length > 0);
    digest = await page.text('#digest');
    await page.press('Home');
    await page.waitForText('#date', '478 BCE');
    await namesAreThere(page);
    english = await textsOf(page);
  });
  afterAll(() => page?.close());

  it('is English at first', async () => {
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(english).toContain('Share');
    expect(english.join(' ')).toContain('The Athenians and their allies');
  });

  it('changes to Spanish: header, dates, names, events and treaties', async () => {
    await page.fill('#language', 'es');
    await page.waitForText('#date', '478 a. C.');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    expect(await page.text('header')).toMatch(/Compartir/);
    expect(await page.text('.speeds')).toContain('0,5×');
    const spanish = (await textsOf(page)).join('\n');
    expect(spanish).toContain('Los atenienses y sus aliados');
    expect(spanish).not.toMatch(/ (alliance|treaty|pact|league|allies)\b/);
    await page.waitFor(() => /fundan\s+(una?|un) /.test(document.querySelector('.events')?.textContent ?? ''));
    expect(await page.text('#digest')).toBe(digest);
  });

  it('names a treaty that was founded in the run', async () => {
    await page.press('End');
    await page.waitFor(() => {
      const chips = [...document.querySelectorAll<HTMLElement>('.in-force [title]')].map(({ title }) => title);
      const named = [...document.querySelectorAll('.events .name')].map((name) => name.textContent ?? '');
      return /(Alianza|Tratado de neutralidad|Pacto de no agresión) \S+.*–/.test([...named, ...chips].join('\n'));
    });
  });

  it('is still Spanish after a reload', async () => {
    await page.goto('about:blank');
    await page.goto(`${app.url}${RUN}`);
    await page.waitForText('#date', 'a. C.');
    await page.waitForText('#digest', digest);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
  });

  it('goes back to English, every text as it was', async () => {
    await page.fill('#language', 'en');
    await page.waitForText('#date', 'BCE');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.press('Home');
    await page.waitForText('#date', '478 BCE');
    await page.waitFor(() => document.querySelectorAll('.network .node').length > 0);
    await namesAreThere(page);
    expect(await textsOf(page)).toEqual(english);
    expect(await page.text('#digest')).toBe(digest);
    expect(page.problems).toEqual([]);
  });
});
