import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../formats/index.ts';
import { scenarios } from '../../scenarios/index.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page } from './driver.ts';
import { engines } from './engines.ts';
import { serveFolder } from './folder.ts';
import { catchFiles, saved } from './saved.ts';

// All that a run is saved as, under a policy that lets a page use its own files only.

const built = fileURLToPath(new URL('../../dist/app', import.meta.url));
const EUROPE = 'europe-1879-1914';
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let app: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  app = await serveFolder(built);
});
afterAll(() => app?.close());

/** Width, height, and how many colours a picture has, by the browser’s own reading of it. */
const look = (page: Page, bytes: Buffer) =>
  page.evaluate(async (base64: string) => {
    const dots = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([dots], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const seen = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
    const counts = new Map<number, number>();
    for (const dot of seen) counts.set(dot, (counts.get(dot) ?? 0) + 1);
    const common = [...counts.values()].filter((count) => count > 200).length;
    return { width: image.width, height: image.height, common };
  }, bytes.toString('base64'));

function drawingIn(text: string) {
  const faults: string[] = [];
  const note = (fault: string): void => void faults.push(fault);
  const root = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } }).parseFromString(
    text,
    'image/svg+xml',
  );
  expect(faults).toEqual([]);
  // Nothing in it is fetched, and nothing is left to a style sheet.
  expect(text).not.toMatch(/var\(|class=|style=|(href|src)="(?!data:)|@import|url\((?!#)/);
  return root.documentElement;
}

describe.each(available)('a run in %s', (engine) => {
  let page: Page;
  beforeAll(async () => {
    page = await launch(engine, { viewport: { width: 1440, height: 900 } });
    await page.goto(`${app.url}#s=${EUROPE}&seed=7&t=60`);
    await page.waitForText('#date', '1894 Q1');
    await catchFiles(page);
    await page.click('#share');
  });
  afterAll(() => page?.close());

  it('is saved as every table and graph there is, to the byte', async () => {
    const session = createSession();
    const { digest } = await session.run({ scenario: scenarios[EUROPE], seed: '7' });
    for (const ending of ['.json', ...FORMATS.map((format) => format.ending)]) {
      const id = ending === '.json' ? 'run' : ending.slice(1).replace('.', '-');
      const { name, bytes } = await saved(page, `#save-${id}`);
      expect(name).toBe(`${EUROPE}-${digest}${ending}`);
      expect([ending, hashOf(bytes)]).toEqual([ending, hashOf(await session.save(ending))]);
    }
    await page.waitForText('#save-said', /^Saved: .*graphml \(\d+ kB\)/);
  });

  it.each(['stage', 'storyline'])(
    'is saved as a picture of the %s: twice as sharp, with its caption',
    async (which) => {
      const vector = await saved(page, `#save-${which}-svg`);
      const root = drawingIn(vector.bytes.toString());
      const [width, height] = [root.getAttribute('width'), root.getAttribute('height')].map(Number);
      const text = root.textContent ?? '';
      for (const part of ['Europe 1879–1914', '1894 Q1 · seed 7 · digest', 'Made with Foedus', 'German Empire'])
        expect(text).toContain(part);
      const image = await saved(page, `#save-${which}-png`);
      const seen = await look(page, image.bytes);
      expect(seen).toMatchObject({ width: 2 * width!, height: 2 * height! });
      expect(seen.common).toBeGreaterThan(12);
      expect(page.problems).toEqual([]);
    },
  );

  it('is saved from a dialog that shuts nobody out', async () => {
    // Under this policy only Chromium lets a test bring the checker along; what it looks at is the same in every engine.
    if (engine === 'chromium') expect(await barriers(page)).toEqual([]);
    const named = await page.evaluate(() =>
      [...document.querySelectorAll('.save button')].map(
        (button) => button.getAttribute('aria-label') ?? button.textContent,
      ),
    );
    expect(new Set(named).size).toBe(named.length);
  });
});

describe.runIf(available.includes('chromium'))('a picture', () => {
  const open = async (hash: string): Promise<Page> => {
    const page = await launch('chromium', { viewport: { width: 390, height: 844 }, dark: true });
    await page.goto(`${app.url}${hash}`);
    await page.waitForText('#date', /./);
    await catchFiles(page);
    return page;
  };

  it('of the storyline is whole on a phone too, and of a hidden stage there is none', async () => {
    const page = await open(`#s=${EUROPE}&seed=7`);
    try {
      await page.click('#share');
      const { bytes } = await saved(page, '#save-storyline-svg');
      expect(Number(drawingIn(bytes.toString()).getAttribute('width'))).toBeGreaterThan(1_000);
      await page.click('#save-stage-svg');
      await page.waitForText('#save-said', 'No picture is shown now');
    } finally {
      await page.close();
    }
  });

  it('of a chart has its key and the colours of the page', async () => {
    const page = await open('#s=classics/tribute&seed=3&t=999');
    try {
      await page.click('#share');
      const { name, bytes } = await saved(page, '#save-stage-svg');
      expect(name).toMatch(/^classics-tribute-\w{16}-chart-999\.svg$/);
      const root = drawingIn(bytes.toString());
      expect(root.textContent).toContain('Actor 10');
      expect(bytes.toString()).toContain('fill="#171410"');
    } finally {
      await page.close();
    }
  });
});

describe.runIf(available.includes('chromium'))('the printed sheet', () => {
  it.each([
    ['A4', EUROPE, [594.96, 841.92]],
    ['Letter', 'classics/tribute', [612, 792]],
  ] as const)('on %s tells the run, asks three questions and says which run it is', async (format, scenario, size) => {
    const browser = await chromium.launch({ executablePath: engines.chromium!.path, args: ['--disable-gpu'] });
    try {
      const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
      await tab.goto(`${app.url}#s=${scenario}&seed=7`);
      await tab.locator('main.replay').waitFor();
      const digest = await tab.locator('#digest').textContent();
      await tab.evaluate(() => {
        window.print = () =>
          void document.documentElement.setAttribute('data-printed', document.getElementById('sheet')!.innerText);
      });
      await tab.locator('#share').click();
      await tab.locator('#print').click();
      await tab.locator('html[data-printed]').waitFor({ state: 'attached' });
      expect(await tab.locator('#sheet .line').count()).toBe(12);
      expect(await tab.locator('#sheet .sheet-questions li').count()).toBe(3);
      expect(await tab.locator('#sheet footer').textContent()).toContain(`seed 7 · digest ${digest}`);
      expect(await tab.locator('#sheet .picture svg path').count()).toBeGreaterThan(10);
      // Not seen on the screen, alone on paper, dark on light.
      expect(await tab.locator('#sheet').isVisible()).toBe(false);
      await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await tab.locator('#sheet').isVisible()).toBe(true);
      expect(await tab.locator('#app').isVisible()).toBe(false);
      const ink = await tab.locator('#sheet h1').evaluate((title) => getComputedStyle(title).color);
      expect(ink).toBe('rgb(0, 0, 0)');
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      const pdf = (await tab.pdf({ format })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b(?!s)/g)!.length).toBeGreaterThanOrEqual(2);
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
      expect(Math.abs(Number(width) - size[0]) + Math.abs(Number(height) - size[1])).toBeLessThan(3);
    } finally {
      await browser.close();
    }
  });
});
