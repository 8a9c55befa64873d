import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';
import { serveFolder } from './folder.ts';
import { cutBySpacing } from './spacing.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SCENARIO = 'europe-1879-1914';

const digestOf = async (seed: string): Promise<string> =>
  (await createSession().run({ scenario: scenarios[SCENARIO], seed })).digest;

const focusOf = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).blur());
const value = (page: Page): Promise<number> =>
  page.evaluate(() => Number((document.querySelector('#time') as HTMLInputElement).value));

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

describe.each(available)('a run in %s', (engine) => {
  let page: Page;
  beforeAll(async () => {
    page = await launch(engine, { viewport: { width: 1440, height: 900 } });
    await page.goto(`${app.url}#s=${SCENARIO}&seed=7`);
    await page.waitForText('#date', '18');
  });
  afterAll(() => page?.close());

  it('bears the digest it has in Node', async () => {
    expect(await page.text('#digest')).toBe(await digestOf('7'));
  });

  it('opens paused, drawn, and without a complaint', async () => {
    const before = await value(page);
    expect(await page.waitFor(() => document.querySelectorAll('.network .node').length)).toBe(10);
    expect(await page.count('.storyline .thread')).toBe(10);
    expect(await page.count('.band .wash')).toBeGreaterThan(0);
    expect(await page.count('.event')).toBeGreaterThan(0);
    expect(await value(page)).toBe(before);
    expect(page.problems).toEqual([]);
  });

  it('moves by keys', async () => {
    await focusOf(page);
    await page.press('Home');
    await page.waitForText('#date', '1879 Q1');
    await page.press('ArrowRight');
    await page.waitForText('#date', '1879 Q2');
    await page.press('PageDown');
    await page.waitForText('#date', '1881 Q4');
    await page.press('End');
    await page.waitForText('#date', '1914 Q4');
    const spoken = await page.evaluate(() => document.querySelector('#time')!.getAttribute('aria-valuetext'));
    expect(spoken).toMatch(/^1914 Q4, \d+ alliances?/);
  });

  it('moves by mouse, on the bar and on the storyline', async () => {
    await page.click('#time');
    await page.waitForText('#date', /^189[67]/);
    await page.press('Home');
    await page.waitForText('#date', '1879 Q1');
    await page.click('.pan');
    await page.waitForText('#date', /^189[67]/);
  });

  it('leaves keys to the field that is being filled', async () => {
    const before = await page.text('#date');
    await page.click('#seed');
    for (const key of ['End', 'ArrowLeft', '[', 't']) await page.press(key);
    expect(await page.text('#date')).toBe(before);
    expect(await page.count('.network')).toBe(1);
    await page.fill('#seed', '7');
    await focusOf(page);
  });

  it('plays and pauses', async () => {
    await page.press('Home');
    await page.press('4');
    await page.press('Space');
    await page.waitFor(() => Number((document.querySelector('#time') as HTMLInputElement).value) > 4);
    await page.press('Space');
    expect(await page.evaluate(() => document.querySelector('#play')!.getAttribute('aria-label'))).toBe('Play');
  });

  it('is a table too', async () => {
    await page.press('t');
    await page.waitForText('.table caption', '18');
    expect(await page.count('.table tbody tr')).toBe(10);
    await page.press('n');
    await page.waitFor(() => document.querySelector('.network'));
  });

  it('says why', async () => {
    await page.click('.event-why');
    await page.waitFor(() => document.querySelector('.reasons'));
  });

  it('keeps its list of events still under a pressed pointer: a line that moved away would lose the click', async () => {
    await focusOf(page);
    await page.press('Home');
    await page.waitForText('#date', '1879 Q1');
    const line = () =>
      page.evaluate(async () => {
        for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame);
        const [first, list] = [document.querySelector('.event')!, document.querySelector('.events')!];
        return `${first.textContent} at ${first.getBoundingClientRect().top}, scrolled by ${list.scrollTop}`;
      });
    const tell = (kind: string) =>
      page.evaluate((type) => {
        document.querySelector('.event-jump')!.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0 }));
      }, kind);
    // Of the reasons that were opened before, the answer that is still sought would come in between.
    await page.waitFor(() => !document.querySelector('.flip > .chance'));
    const before = await line();
    await tell('pointerdown');
    await page.press('End');
    await page.waitForText('#date', '1914 Q4');
    expect(await line()).toBe(before);
    await tell('pointerup');
    await page.waitFor(() => document.querySelector('.events')!.scrollTop > 0);
    expect(await line()).not.toBe(before);
  });

  it('lets every button of the list be pressed: the line, which is one too, lies below them', async () => {
    await focusOf(page);
    await page.press('End');
    await page.waitForText('#date', '1914 Q4');
    expect(await page.count('.event-row .attribution-link')).toBeGreaterThan(0);
    const buried = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.event-row button:not(.event-jump)')]
        .filter((button) => {
          button.scrollIntoView({ block: 'center' });
          // A name that goes over to the next line has a piece on each; where it breaks at once the first is empty.
          const [{ left, top, width, height }] = [...button.getClientRects()].sort((a, b) => b.width - a.width) as [
            DOMRect,
          ];
          return !button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        })
        .map((button) => button.outerHTML.slice(0, 80)),
    );
    expect(buried).toEqual([]);
  });

  it('leaves every control of the transport its place when the panel beside it takes the whole height', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('.event-row .name')!.click());
    await page.waitFor(() => document.querySelector('.details'));
    const outside = await page.evaluate(() => {
      const { right } = document.querySelector('.transport')!.getBoundingClientRect();
      return [...document.querySelectorAll<HTMLElement>('.transport button')]
        .filter((button) => button.checkVisibility() && button.getBoundingClientRect().right > right)
        .map((button) => button.id || button.outerHTML.slice(0, 80));
    });
    expect(outside).toEqual([]);
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('.details'));
  });

  it('hears Escape from the first moment a panel is there', async () => {
    const pressed = await page.evaluate(
      () =>
        new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector('.details')) return;
            observer.disconnect();
            document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
            resolve(true);
          }).observe(document.body, { childList: true, subtree: true });
          document.querySelector<HTMLElement>('.event-row .name')!.click();
        }),
    );
    expect(pressed).toBe(true);
    await page.waitFor(() => !document.querySelector('.details'));
  });

  it('is run anew for another seed, and the address says so', async () => {
    await page.fill('#seed', '8');
    await page.waitForText('#digest', await digestOf('8'));
    expect(await page.waitFor(() => location.hash.includes('seed=8'))).toBe(true);
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('the page', () => {
  const open = async (hash: string, looks: Parameters<typeof launch>[1] = {}): Promise<Page> => {
    const page = await launch('chromium', { viewport: { width: 1440, height: 900 }, ...looks });
    await page.goto(app.url + hash);
    await page.waitForText('#date', /\d/);
    return page;
  };

  it.each([
    ['light', false, { width: 1440, height: 900 }],
    ['dark', true, { width: 1440, height: 900 }],
    ['light on a phone', false, { width: 390, height: 844 }],
    ['dark on a phone', true, { width: 390, height: 844 }],
  ])('shuts nobody out: %s', async (_, dark, viewport) => {
    const page = await open(`#s=${SCENARIO}&t=60`, { dark, viewport });
    try {
      expect(await barriers(page)).toEqual([]);
      await page.press('t');
      expect(await barriers(page)).toEqual([]);
      await page.press('?');
      await page.waitFor(() => document.querySelector('dialog[open]'));
      expect(await barriers(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it.each([
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])('cuts no text off where a reader sets letters and lines apart: %o', async (viewport) => {
    const page = await open(`#s=${SCENARIO}&t=60`, { viewport });
    try {
      expect(await cutBySpacing(page)).toEqual([]);
      await page.press('t');
      expect(await cutBySpacing(page)).toEqual([]);
      await page.press('?');
      await page.waitFor(() => document.querySelector('dialog[open]'));
      expect(await cutBySpacing(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it('lets letters do nothing for whoever dictates, also after a reload, and keeps the arrows', async () => {
    const page = await open(`#s=${SCENARIO}&t=60`);
    try {
      await page.press('?');
      await page.waitFor(() => document.activeElement?.id === 'help-title');
      await page.click('#letter-keys');
      await page.press('Escape');
      const at = `${app.url}#s=${SCENARIO}&t=60`;
      await page.goto('about:blank');
      await page.goto(at);
      await page.waitForText('#digest', /[0-9a-f]{16}/);
      await page.press('t');
      await page.press('?');
      await page.press('ArrowRight');
      await page.waitFor(() => document.querySelector<HTMLInputElement>('#time')!.value === '61');
      expect(await page.count('.table tbody tr, dialog[open]')).toBe(0);
    } finally {
      await page.close();
    }
  });

  it('fits a phone without sideways scrolling, with targets for thumbs', async () => {
    const page = await open(`#s=${SCENARIO}&t=60`, { viewport: { width: 390, height: 844 } });
    try {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, select, input:not([type="checkbox"])')]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect(small).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it('says what was wrong with an address, and shows what it can', async () => {
    const page = await open('#s=atlantis&seed=1&t=999999');
    try {
      await page.waitForText('.notice', 'There is no scenario “atlantis” here.');
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it('works under a strict content policy and asks nobody else for anything', async () => {
    const strict = await serveFolder(join(root, 'dist/app'));
    const page = await launch('chromium');
    try {
      await page.goto(strict.url);
      await page.waitForText('#date', /\d/);
      await page.press('End');
      await page.waitForText('#date', '1914');
      const asked = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).host),
      );
      expect(new Set(asked).size).toBe(1);
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
      await strict.close();
    }
  });

  it('offers to run again when the engine dies', async () => {
    const page = await launch('chromium');
    try {
      await page.goto(`${app.url}#s=${SCENARIO}`);
      await page.waitForText('#date', /\d/);
      await page.evaluate(() => {
        const worker = globalThis.Worker.prototype;
        const post = worker.postMessage;
        // Every message to a worker ends it, as running out of memory would; one death alone is mended unseen.
        worker.postMessage = function (this: Worker) {
          this.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
        };
        Object.assign(globalThis, {
          mend: () => {
            worker.postMessage = post;
          },
        });
      });
      await page.fill('#seed', '99');
      await page.waitForText('[role="alert"]', 'The run stopped');
      await page.evaluate('mend()');
      await page.click('#retry');
      await page.waitForText('#digest', await digestOf('99'));
    } finally {
      await page.close();
    }
  });
});
