import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available, launch, type Page, serveApp } from './driver.ts';
import { branchOff, LANGUAGES, settle, visit } from './screen.ts';

// What steers a run is whole on the screen and under nothing, in every window and both languages.

/** The last of them is the least, and what a window of 1440 × 900 comes to at 200 %. */
const WINDOWS = [
  [1920, 1080],
  [1440, 900],
  [1366, 657],
  [1280, 480],
  [1080, 720],
  [1024, 600],
  [900, 480],
  [768, 1024],
  [720, 450],
  [390, 844],
  [360, 640],
  [320, 480],
] as const;

const STEERING = [
  '#play',
  '.transport .group button',
  '#time',
  '.pace, .speeds button',
  '.mode',
  '#seed',
  '#new-seed',
  '#scenario',
  '#branch-here',
  '.stage-tools .segmented button',
  '.panels button',
];

const EUROPE = '#s=europe-1879-1914&seed=7&t=60';

let app: { url: string; close: () => Promise<void> };
let page: Page;
beforeAll(async () => {
  app = await serveApp();
  if (available.includes('chromium')) page = await launch('chromium');
});
afterAll(async () => {
  await page?.close();
  await app?.close();
});

/** Every control that is not whole on the screen, or has something else in front of it; and what there is too little of. */
const outOfReach = (page: Page, wanted: readonly string[]): Promise<string[]> =>
  page.evaluate((selectors) => {
    const faults: string[] = [];
    for (const selector of selectors) {
      const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
      if (shown.length === 0 && selector !== '.panels button') faults.push(`no ${selector}`);
      for (const one of shown) {
        const { left, top, right, bottom, width, height } = one.getBoundingClientRect();
        const name = `${selector} “${one.ariaLabel ?? one.textContent?.trim().slice(0, 20)}”`;
        if (left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5)
          faults.push(`${name} at ${[left, top, right, bottom].map(Math.round)}`);
        for (const [x, y] of [
          [0.5, 0.5],
          [0.12, 0.5],
          [0.88, 0.5],
          [0.5, 0.12],
          [0.5, 0.88],
        ] as const) {
          const hit = document.elementFromPoint(left + x * width, top + y * height);
          if (!one.contains(hit)) {
            faults.push(`${name} under ${hit?.outerHTML.slice(0, 60)} at ${x} ${y}`);
            break;
          }
        }
      }
    }
    if (document.documentElement.scrollWidth > innerWidth)
      faults.push(
        `it scrolls sideways: ${[...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth)
          .slice(0, 5)
          .map((one) => one.outerHTML.slice(0, 60))}`,
      );
    return faults;
  }, wanted);

/** All faults in all windows. */
async function walk(page: Page, more: readonly string[] = []): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  for (const [width, height] of WINDOWS) {
    await page.setViewport({ width, height });
    await settle(page);
    const found = await outOfReach(page, [...STEERING, ...more]);
    if (found.length > 0) faults[`${width} × ${height}`] = found;
  }
  return faults;
}

describe.runIf(available.includes('chromium')).each(LANGUAGES)('what steers a run is in reach in %s', (language) => {
  it('beside the network, on the map and off it', async () => {
    await visit(page, app.url, EUROPE, { language });
    await page.press('n');
    await page.waitFor(() => document.querySelector('.network .node'));
    expect(await walk(page)).toEqual({});
  });

  it('beside the table and the matrix', async () => {
    await visit(page, app.url, EUROPE, { language });
    await page.press('t');
    await page.waitFor(() => document.querySelector('.table tbody tr'));
    expect(await walk(page)).toEqual({});
    await page.press('m');
    await page.waitFor(() => document.querySelector('.matrix'));
    expect(await walk(page)).toEqual({});
  });

  it.each(['classics/triads', 'classics/tribute', 'classics/laboratory'])('beside the chart of %s', async (id) => {
    await visit(page, app.url, `#s=${id}&seed=3&t=2`, { language });
    await page.waitFor(() => document.querySelector('.chart'));
    expect(await walk(page)).toEqual({});
  });

  it('with a branch, beside its original and after the other', async () => {
    await visit(page, app.url, EUROPE, { language });
    await page.press('n');
    await branchOff(page);
    const bar = ['.compare .segmented button'];
    expect(await walk(page, bar)).toEqual({});
    await page.press('s');
    await page.waitFor(() => document.querySelector('.panes-pair'));
    expect(await walk(page, bar)).toEqual({});
  });

  it('while a prediction is offered and the first steps are shown', async () => {
    await visit(page, app.url, '#s=europe-1879-1914&seed=7', { language, firstSteps: true });
    await page.press('n');
    for (const step of ['play', 'why', 'branch']) {
      await page.waitFor((name: string) => document.querySelector(`.hint-${name}`), step);
      await page.waitFor(() => document.querySelector('.quiz.offered'));
      const hint = step === 'why' ? [] : ['.hint-next'];
      expect(await walk(page, ['#open-predict', '#decline', ...hint])).toEqual({});
      await page.evaluate(() => document.querySelector<HTMLElement>('.hint-next')!.click());
    }
  });

  it('under a notice', async () => {
    await visit(page, app.url, '#s=europe-1879-1914&seed=7&t=soon', { language });
    await page.waitFor(() => document.querySelector('.notice'));
    await page.press('n');
    expect(await walk(page, ['.notice button'])).toEqual({});
  });
});

describe.runIf(available.includes('chromium'))('what is looked at', () => {
  it('is never larger than the window', async () => {
    await visit(page, app.url, EUROPE);
    await page.press('n');
    await page.waitFor(() => document.querySelector('.network .node'));
    for (const [width, height] of WINDOWS) {
      await page.setViewport({ width, height });
      await settle(page);
      const sizes = await page.evaluate(() =>
        ['.stage', '.network', '.ground', '.storyline', '.sparklines', '.now']
          .map((name) => document.querySelector(name)!.getBoundingClientRect())
          .map((box) => box.height / innerHeight),
      );
      expect(Math.max(...sizes), `${width} × ${height}`).toBeLessThan(1);
      // And the network has what is left.
      expect(sizes[1], `${width} × ${height}`).toBeGreaterThan(0.18);
    }
  });

  it('on a phone has at least four fifths below the head of the page, a table below its headings', async () => {
    for (const hash of [EUROPE, '#s=classics/triads&seed=3', '#s=classics/tribute&seed=3', '#s=nato&seed=1&t=40']) {
      await visit(page, app.url, hash, { viewport: { width: 390, height: 844 } });
      await page.press('t');
      await page.waitFor(() => document.querySelector('.table tbody tr'));
      for (const [width, height] of WINDOWS.filter(([wide]) => wide < 900)) {
        await page.setViewport({ width, height });
        await settle(page);
        const heads = await page.evaluate(() =>
          [...document.querySelectorAll('.masthead, .table thead')].map(
            (one) => one.getBoundingClientRect().height / innerHeight,
          ),
        );
        expect(Math.max(...heads), `${hash} ${width} × ${height}`).toBeLessThanOrEqual(0.2);
      }
    }
  });

  it('of a low window has most of a table and of a matrix', async () => {
    for (const language of LANGUAGES) {
      await visit(page, app.url, EUROPE, { language, viewport: { width: 1366, height: 657 } });
      for (const key of ['t', 'm']) {
        await page.press(key);
        await page.waitFor(() => document.querySelector('.table tbody, .matrix-key'));
        await settle(page);
        const height = await page.evaluate(() => document.querySelector('.stage')!.getBoundingClientRect().height);
        expect(height, key).toBeGreaterThan(657 / 2);
      }
    }
  });

  it('of a table are all columns, where the window is 1440 pixels wide', async () => {
    for (const language of LANGUAGES)
      for (const hash of [EUROPE, '#s=nato&seed=1&t=40', '#s=delian-league&seed=1&t=30']) {
        await visit(page, app.url, hash, { language, viewport: { width: 1440, height: 900 } });
        await page.press('t');
        await page.waitFor(() => document.querySelector('.table tbody .payment'));
        const beyond = await page.evaluate(() => {
          const table = document.querySelector('.table')!;
          const { right } = table.getBoundingClientRect();
          return [...table.querySelectorAll<HTMLElement>('th, td')]
            .filter((cell) => cell.getBoundingClientRect().right > right || cell.scrollWidth > cell.clientWidth + 1)
            .map((cell) => cell.textContent);
        });
        expect(beyond).toEqual([]);
      }
  });

  it('has no focus ring on its figures', async () => {
    await visit(page, app.url, EUROPE, { viewport: { width: 1440, height: 900 } });
    await page.press('t');
    await page.waitFor(() => document.querySelector('.table tbody .payment'));
    await page.press('Tab');
    const covered = await page.evaluate(() => {
      const figures = [...document.querySelectorAll('.table td.number, .rail .year, .spark-figure')].map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return range.getBoundingClientRect();
      });
      const found: string[] = [];
      const focusable = document.querySelectorAll<HTMLElement>(
        '.table, .table :is(button, a), #time, .transport button',
      );
      for (const one of focusable) {
        one.focus();
        const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(one);
        const { left, top, right, bottom } = one.getBoundingClientRect();
        const reach = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
        const hit = figures.find(
          (figure) =>
            reach > 0 &&
            figure.left < right + reach &&
            figure.right > left - reach &&
            figure.top < bottom + reach &&
            figure.bottom > top - reach,
        );
        if (hit) found.push(one.outerHTML.slice(0, 80));
      }
      return found;
    });
    expect(covered).toEqual([]);
  });

  it('on the page of odds has the foot of the page below it', async () => {
    await visit(page, app.url, EUROPE, { viewport: { width: 1440, height: 900 } });
    for (const screen of ['odds', 'explore', 'glossary']) {
      await page.click(`#screen-${screen}`);
      await page.waitFor(
        (name: string) => document.querySelector(`main.${name === 'glossary' ? 'page' : name}`),
        screen,
      );
      await settle(page);
      const foot = await page.evaluate(() => document.querySelector('.colophon')!.getBoundingClientRect().bottom);
      expect(foot, screen).toBeCloseTo(900, 0);
    }
  });
});
