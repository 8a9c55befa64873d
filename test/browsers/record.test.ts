import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaredSeeds } from '../../scenarios/declared-seeds.ts';
import { barriers } from './axe.ts';
import { available, type Looks, launch, type Page, type Size, serveApp } from './driver.ts';

// The recorded history beside a run, and the run that a scenario opens with.

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const open = async (hash = '', looks: Looks & { viewport?: Size } = {}): Promise<Page> => {
  const page = await launch('chromium', { viewport: WIDE, ...looks });
  await page.goto(app.url + hash);
  await page.waitForText('#digest', /[0-9a-f]{16}/);
  return page;
};
const seedOf = (page: Page): Promise<string> =>
  page.evaluate(() => (document.querySelector('#seed') as HTMLInputElement).value);
const bars = (page: Page): Promise<number> => page.waitFor(() => document.querySelectorAll('.record-bar').length);
const tip = (page: Page): Promise<string> =>
  page.waitFor(() => document.querySelector('.record-tip:popover-open')?.textContent ?? '');

describe.runIf(available.includes('chromium'))('the run that a scenario opens with', () => {
  it('is the one nearest to its record, and says so', async () => {
    const page = await open();
    try {
      const { seed } = declaredSeeds['europe-1879-1914']!;
      expect(await seedOf(page)).toBe(seed);
      expect(await page.text('.possible')).toBe(
        `One possible history · seed ${seed}: the nearest to the record of 1,000`,
      );
      await page.fill('#scenario', 'nato');
      await page.waitForText('.possible', `seed ${declaredSeeds['nato']!.seed}: the nearest`);
      expect(await bars(page)).toBe(7);
      await page.fill('#scenario', 'classics/tribute');
      await page.waitForText('.possible', 'One possible run');
      expect(await seedOf(page)).toBe('1');
      expect(await page.text('.possible')).toBe('One possible run');
      expect(await page.count('.record')).toBe(0);
    } finally {
      await page.close();
    }
  });

  it('is another where a seed is asked for, or anything was changed', async () => {
    const page = await open('#s=delian-league&seed=1');
    try {
      expect(await seedOf(page)).toBe('1');
      expect(await page.text('.possible')).toBe('One possible history');
      await page.goto(`${app.url}?again#s=delian-league`);
      await page.waitForText('.possible', `seed ${declaredSeeds['delian-league']!.seed}: the nearest`);
    } finally {
      await page.close();
    }
  });
});

describe.runIf(available.includes('chromium'))('the lane of recorded history', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('#s=europe-1879-1914&seed=7');
  });
  afterAll(() => page?.close());

  it('stands on the axis of the storyline', async () => {
    expect(await bars(page)).toBe(8);
    const [lane, axis] = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      const all = [...document.querySelectorAll('.record-bar')].map((one) => one.getBoundingClientRect());
      return [
        [Math.min(...all.map(({ left }) => left)), Math.max(...all.map(({ right }) => right))],
        [box('.storyline .head').left, box('.storyline .head').right],
      ];
    });
    expect(Math.abs(lane![0]! - axis![0]!)).toBeLessThan(2);
    expect(Math.abs(lane![1]! - axis![1]!)).toBeLessThan(2);
    expect(await page.evaluate(() => document.querySelector('.record-title')!.textContent)).toContain(
      'Recorded history',
    );
  });

  it('is walked by keys: what is meant is told, and Enter goes there', async () => {
    await page.evaluate(() => (document.querySelector('.record-title') as HTMLElement).focus());
    await page.press('Tab');
    await page.press('Home');
    expect(await tip(page)).toContain('Cyprus Convention');
    await page.press('ArrowRight');
    expect(await tip(page)).toMatch(/Dual Alliance 1879–1914.*Source: ATOP/);
    const said = await page.evaluate(() => {
      const { activeElement } = document;
      return document.getElementById(activeElement!.getAttribute('aria-activedescendant')!)!.ariaLabel;
    });
    expect(said).toContain('German Empire and Austria-Hungary');
    await page.press('End');
    await page.press('Enter');
    await page.waitForText('#date', '1914');
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('.record-tip:popover-open'));
    await page.press('Home');
    await page.press('Enter');
    await page.waitForText('#date', '1879 Q1');
  });

  it('is folded and unfolded', async () => {
    const height = () => page.evaluate(() => document.querySelector('.record')!.getBoundingClientRect().height);
    expect(await height()).toBeGreaterThan(40);
    await page.click('button.record-title');
    await page.waitFor(() => document.querySelector('.record-folded'));
    expect(await height()).toBeLessThan(24);
    await page.click('button.record-title');
    await page.waitFor(() => document.querySelector('.record-wide'));
  });

  it('has its events marked in words', async () => {
    const signs = await page.evaluate(() =>
      [...document.querySelectorAll('.record-sign')].map((one) => one.textContent),
    );
    expect(signs.length).toBeGreaterThan(0);
    expect(signs.filter((sign) => !/^[=≈≠] (as recorded|near|otherwise)$/.test(sign!))).toEqual([]);
    expect(page.problems).toEqual([]);
  });

  it('leaves the transport on the screen', async () => {
    for (const size of [WIDE, { width: 1280, height: 720 }, PHONE]) {
      await page.setViewport(size);
      const below = await page.waitFor(() => {
        const play = document.querySelector('#play')?.getBoundingClientRect();
        return play && play.bottom > 0 ? String(play.bottom - innerHeight) : undefined;
      });
      expect(Number(below), `${size.width} × ${size.height}`).toBeLessThanOrEqual(0);
    }
  });
});

describe.runIf(available.includes('chromium'))('the recorded history', () => {
  it.each([
    ['light', false, WIDE],
    ['dark', true, WIDE],
    ['on a phone', false, PHONE],
  ] as const)('shuts nobody out: %s', async (_, dark, viewport) => {
    const page = await open('#s=delian-league&seed=2&t=30', { dark, viewport });
    try {
      expect(await bars(page)).toBe(5);
      expect(await barriers(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
