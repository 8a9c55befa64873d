import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

const SCENARIO = 'europe-1879-1914';

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

describe.runIf(available.includes('chromium'))('the pictures over time', () => {
  let page: Page;
  beforeAll(async () => {
    page = await launch('chromium', { viewport: { width: 1440, height: 900 } });
    await page.goto(`${app.url}#s=${SCENARIO}&seed=3&t=100`);
    await page.waitForText('#date', '1904 Q1');
  });
  afterAll(() => page?.close());

  const value = () => page.text('.matrix-value');
  const cells = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.matrix canvas')!;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let sum = 0;
      for (let k = 0; k < data.length; k += 4) sum = (sum * 31 + data[k]! * 7 + data[k + 2]!) % 1_000_003;
      return sum;
    });

  it('a matrix tells who trusts whom, cell by cell, by the keyboard', async () => {
    await page.press('m');
    await page.waitFor(() => document.querySelector('.matrix canvas'));
    await page.waitForText('.matrix-value', 'arrow keys');
    await page.evaluate(() => document.querySelector<HTMLElement>('.matrix-grid')!.focus());
    const date = await page.text('#date');
    await page.press('ArrowRight');
    await page.waitForText('.matrix-value', / trusts .+ \d\.\d+ and has hostility \d\.\d+ toward it/);
    const first = await value();
    await page.press('ArrowRight');
    await page.waitFor((before) => document.querySelector('.matrix-value')!.textContent !== before, first);
    expect(await page.evaluate(() => document.querySelector('.matrix-value')!.getAttribute('aria-live'))).toBe(
      'polite',
    );
    await page.press('ArrowLeft');
    await page.waitFor((before) => document.querySelector('.matrix-value')!.textContent === before, first);
    expect(await page.text('#date')).toBe(date);
    // Other keys stay those of the page.
    await page.press('PageDown');
    await page.waitFor((before) => document.querySelector('#date')!.textContent !== before, date);
    await page.press('PageUp');
    await page.waitForText('#date', date);
  });

  it('the matrix is another at another moment, and shows other sights', async () => {
    const both = await page.waitFor(() => document.querySelector('.matrix-sights [aria-pressed="true"]')!.textContent);
    expect(both).toBe('Both');
    const seen = [await cells()];
    for (const place of [2, 3, 4]) {
      await page.click(`.matrix-sights button:nth-of-type(${place})`);
      if (place === 4) await page.waitForText('.matrix-value', /Trust [+−]?\d\.\d\d in a year/);
      seen.push(await cells());
    }
    expect(new Set(seen).size).toBe(4);
    await page.click('.matrix-sights button:nth-of-type(1)');
    const before = await cells();
    await page.press('End');
    await page.waitForText('#date', '1914 Q4');
    await page.waitFor((old) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.matrix canvas')!;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let sum = 0;
      for (let k = 0; k < data.length; k += 4) sum = (sum * 31 + data[k]! * 7 + data[k + 2]!) % 1_000_003;
      return sum !== old;
    }, before);
    expect(page.problems).toEqual([]);
  });

  it('the table sorts by what its headings name, and says which way', async () => {
    await page.press('t');
    await page.waitForText('.table caption', '1914 Q4');
    const column = (name: string) =>
      page.evaluate((wanted) => {
        const heads = [...document.querySelectorAll('.actors thead th')];
        const k = heads.findIndex((head) => head.textContent!.startsWith(wanted));
        const cells = [...document.querySelectorAll('.actors tbody tr')].map((row) => row.children[k]!.textContent!);
        return { cells, sort: heads[k]!.getAttribute('aria-sort') };
      }, name);
    expect((await column('Strength')).sort).toBe('none');
    const sortBy = async (name: string): Promise<void> => {
      const k = await page.evaluate(
        (wanted) =>
          1 +
          [...document.querySelectorAll('.actors thead th')].findIndex((head) => head.textContent!.startsWith(wanted)),
        name,
      );
      await page.click(`.actors thead th:nth-child(${k}) button`);
    };
    await sortBy('Strength');
    const falling = await column('Strength');
    expect(falling.sort).toBe('descending');
    const numbers = falling.cells.map(Number);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    await sortBy('Strength');
    expect(await column('Strength')).toMatchObject({ sort: 'ascending', cells: [...falling.cells].reverse() });
    await sortBy('Actor');
    const names = (await column('Actor')).cells;
    expect(names).toEqual([...names].sort());
    expect((await column('Last event')).cells.some((text) => /^19\d\d Q\d: /.test(text))).toBe(true);
    expect((await column('Pays')).cells.some((text) => /\d[%×]/.test(text))).toBe(true);
  });

  it('the curves are those that were chosen, and stay chosen', async () => {
    const rows = () => page.evaluate(() => [...document.querySelectorAll('.spark-name')].map((one) => one.textContent));
    expect(await rows()).toEqual(['Effort (cost)', 'Threat', 'Trust (cohesion)', 'Free-riding']);
    await page.click('.curve-button');
    await page.click('.curve-picker input[name="welfare"]');
    await page.click('.curve-picker input[name="freeRiding"]');
    await page.waitFor(() => document.querySelectorAll('.spark-name')[3]?.textContent === 'Welfare');
    await page.click('.curve-picker input[name="polarisation"]');
    // Five are as many as there is room for.
    expect(await page.count('.curve-picker input:not(:disabled)')).toBe(5);
    expect(await barriers(page)).toEqual([]);
    await page.press('Escape');
    await page.evaluate(() => location.reload());
    await page.waitForText('#date', /\d/);
    await page.waitFor(() => document.querySelectorAll('.spark-name').length === 5);
    expect(await rows()).toEqual(['Effort (cost)', 'Threat', 'Trust (cohesion)', 'Welfare', 'Polarisation']);
    expect(page.problems).toEqual([]);
  });

  it('the curves have a panel of their own on a phone, on the axis of the time bar', async () => {
    const phone = await launch('chromium', { viewport: { width: 390, height: 844 } });
    try {
      await phone.goto(`${app.url}#s=europe-1879-1914&seed=7&t=60`);
      await phone.waitForText('#digest', /[0-9a-f]{16}/);
      await phone.click('.panels button:nth-child(4)');
      await phone.waitFor(() => document.querySelectorAll('.sparklines .spark-line').length === 4);
      // The panel has no room before it is on show.
      await phone.waitFor(() => {
        const bar = document.querySelector('#time') as HTMLInputElement;
        const { left, width } = bar.getBoundingClientRect();
        const thumb = left + 9 + ((width - 18) * Number(bar.value)) / Number(bar.max);
        return Math.abs(document.querySelector('.sparklines .veil')!.getBoundingClientRect().left - thumb) < 3;
      });
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await phone.evaluate(() => document.querySelector('.storyline')!.checkVisibility())).toBe(false);
      await phone.click('.sparklines .curve-button');
      await phone.waitFor(() => document.querySelector('.curve-picker[open]'));
      expect(phone.problems).toEqual([]);
    } finally {
      await phone.close();
    }
  });

  it('an actor that is pointed at has its own line in them', async () => {
    expect(await page.count('.spark-own .spark-line')).toBe(0);
    await page.evaluate(() => {
      document.querySelector('.names g')!.dispatchEvent(new PointerEvent('pointerenter'));
    });
    await page.waitFor(() => document.querySelectorAll('.spark-own .spark-line').length === 3);
  });

  it('names on the bands do not run into each other', async () => {
    const meeting = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.band-name')].map((one) => one.getBoundingClientRect());
      return boxes.filter((a, k) =>
        boxes.some(
          (b, other) =>
            other > k && a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom,
        ),
      ).length;
    });
    expect(meeting).toBe(0);
    expect(await page.count('.band-name')).toBeGreaterThan(2);
  });

  it.each([
    ['light', false, { width: 1440, height: 900 }],
    ['dark', true, { width: 1440, height: 900 }],
    ['light on a phone', false, { width: 390, height: 844 }],
    ['dark on a phone', true, { width: 390, height: 844 }],
  ])('shut nobody out: %s', async (_, dark, viewport) => {
    const own = await launch('chromium', { viewport, dark });
    try {
      await own.goto(`${app.url}#s=${SCENARIO}&seed=3&t=100`);
      await own.waitForText('#date', '1904 Q1');
      await own.press('m');
      await own.waitFor(() => document.querySelector('.matrix canvas'));
      expect(await barriers(own)).toEqual([]);
      await own.press('t');
      await own.waitFor(() => document.querySelector('.actors'));
      expect(await barriers(own)).toEqual([]);
      if (viewport.width > 900) return;
      expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      for (const key of ['t', 'm']) {
        await own.press(key);
        const small = await own.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('.stage button')]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML.slice(0, 80)),
        );
        expect(small).toEqual([]);
      }
    } finally {
      await own.close();
    }
  });
});
