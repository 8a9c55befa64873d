import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLink } from '../../formats/link/link.ts';
import laboratory from '../../scenarios/classics/laboratory.json' with { type: 'json' };
import { scenarios } from '../../scenarios/index.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';
import { LANGUAGES, settle, visit } from './screen.ts';

// The network as a person uses it: on the map and off it, with its key, and of a world too large for an element each.

const EUROPE = '#s=europe-1879-1914&seed=7';
/** Room enough for the map of Europe to open by itself. */
const WIDE = { width: 1440, height: 1000 };

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const open = async (hash: string, looks: Parameters<typeof launch>[1] = {}): Promise<Page> => {
  const page = await launch('chromium', { viewport: WIDE, ...looks });
  await page.goto(app.url + hash);
  await page.waitForText('#digest', /[0-9a-f]{16}/);
  return page;
};
const switchOf = (page: Page, says: string) =>
  page.evaluate((text: string) => {
    const found = [...document.querySelectorAll('.stage-tools .switch')].find((one) => one.textContent === text);
    found?.setAttribute('data-found', text.replace(' ', '-'));
    return found !== undefined;
  }, says);
const places = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.node > g[transform]')].map((one) => one.getAttribute('transform')).join(' '),
  );

describe.runIf(available.includes('chromium'))('the network', () => {
  it('opens on the map, stays where it is through the run, and can be taken off it', async () => {
    const page = await open(`${EUROPE}&t=20`);
    try {
      await page.waitFor(() => document.querySelector('.terrain .land')!.getAttribute('d')!.length > 1_000);
      await page.waitFor(() => document.querySelectorAll('.network .node').length === 10);
      expect(await page.count('.beyond path')).toBe(1);
      const before = await places(page);
      await page.press('PageDown');
      await page.press('End');
      await page.waitForText('#date', '1914');
      expect(await places(page)).toBe(before);
      await switchOf(page, 'map');
      await page.click('[data-found="map"]');
      await page.waitFor(() => !document.querySelector('.terrain'));
      await page.waitFor((old: string) => {
        const now = [...document.querySelectorAll('.node > g[transform]')].map((one) => one.getAttribute('transform'));
        return now.join(' ') !== old;
      }, before);
      await page.click('[data-found="map"]');
      await page.waitFor(() => document.querySelector('.terrain .land'));
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it('has no map where nobody has a place on one', async () => {
    const page = await open('#s=classics/powers-1907');
    try {
      await page.press('n');
      await page.waitFor(() => document.querySelector('.network .node'));
      expect(await switchOf(page, 'map')).toBe(false);
      expect(await switchOf(page, 'hostility')).toBe(true);
    } finally {
      await page.close();
    }
  });

  it('says what its signs mean; Escape closes that and gives the focus back', async () => {
    const page = await open(`${EUROPE}&t=60`);
    try {
      await page.click('.network-key summary');
      await page.waitForText('.network-sheet', 'defence of each other');
      expect(await page.text('.network-sheet')).toContain('trust is lower than a year before');
      expect(await barriers(page)).toEqual([]);
      await page.press('Escape');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('summary');
      expect(await page.count('.network-key[open]')).toBe(0);
      await page.waitFor(() => document.querySelector('.tag .duty'));
    } finally {
      await page.close();
    }
  });

  it('tells falling trust and ill will apart', async () => {
    const page = await open(`${EUROPE}&t=101`);
    try {
      // The year before is fetched once the time stands still.
      await page.waitFor(() => document.querySelector('.network svg .tie.falling'));
      expect(await page.count('.network svg .falls')).toBe(await page.count('.network svg .tie.falling'));
      expect(await page.count('.network svg polyline.feud')).toBe(0);
      await switchOf(page, 'hostility');
      await page.click('[data-found="hostility"]');
      await page.waitFor(() => document.querySelector('.network svg polyline.feud'));
    } finally {
      await page.close();
    }
  });

  it('moves nothing for whoever wants no motion: what was only fades', async () => {
    const page = await open(`${EUROPE}&t=0`, { reducedMotion: true });
    try {
      await page.waitFor(() => document.querySelectorAll('.network .node').length === 10);
      await page.evaluate(() => {
        const watch = new MutationObserver(() => {
          if (document.querySelector('.outline.ghost')) Object.assign(window, { ghostSeen: true });
        });
        watch.observe(document.querySelector('.network')!, { childList: true, subtree: true });
      });
      // In one of the next events an alliance ends; each is drawn before the next is asked for.
      let seen = false;
      for (let k = 0; k < 6 && !seen; k++) {
        const before = await page.text('#date');
        await page.click('[aria-label="Next event"]');
        await page.waitFor((date: string) => document.querySelector('#date')!.textContent !== date, before);
        await settle(page);
        seen = await page.evaluate(() => 'ghostSeen' in window);
      }
      expect(seen).toBe(true);
      await page.waitFor(() => !document.querySelector('.outline.ghost'));
    } finally {
      await page.close();
    }
  });

  it.each([
    [1440, 900],
    [1366, 657],
    [390, 844],
  ])('of %i × %i pixels has no plate, name or actor under its tools', async (width, height) => {
    const page = await launch('chromium', { reducedMotion: true });
    try {
      let seen = 0;
      for (const language of LANGUAGES)
        for (const id of ['europe-1879-1914', 'nato', 'delian-league']) {
          await visit(page, app.url, `#s=${id}&seed=1`, { language, viewport: { width, height } });
          await page.press('n');
          const last = await page.evaluate(() => Number(document.querySelector<HTMLInputElement>('#time')!.max));
          for (let moment = 0; moment <= 4; moment++) {
            await page.fill('#time', String(Math.round((last * moment) / 4)));
            await page.waitFor(() => document.querySelector('.network .tag') && !document.querySelector('.ghost'));
            await settle(page);
            const { buried, marks } = await page.evaluate(() => {
              const boxesOf = (selector: string) =>
                [...document.querySelectorAll(selector)].map((one) => ({
                  says: one.parentElement!.textContent!,
                  box: one.getBoundingClientRect(),
                }));
              const signs = boxesOf('.network :is(.tag rect, .node text, .node .disc)');
              const tools = boxesOf('.stage-tools > *');
              // What the stage has no room for is not seen at all.
              const { top } = document.querySelector('.network')!.getBoundingClientRect();
              const under = signs.filter((sign) =>
                tools.some(
                  (tool) =>
                    sign.box.left < tool.box.right &&
                    tool.box.left < sign.box.right &&
                    Math.max(top, sign.box.top) < tool.box.bottom &&
                    tool.box.top < sign.box.bottom,
                ),
              );
              return { buried: under.map(({ says }) => says), marks: signs.length };
            });
            expect(buried, `${id}, ${language}, moment ${moment}`).toEqual([]);
            seen += marks;
          }
        }
      expect(seen).toBeGreaterThan(300);
    } finally {
      await page.close();
    }
  });

  it('fits a phone: the tools have targets for thumbs', async () => {
    const page = await open(`${EUROPE}&t=60`, { viewport: { width: 390, height: 844 } });
    try {
      await page.click('.panels button:nth-child(2)');
      await page.waitFor(() => document.querySelector('.network .node'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      const low = await page.evaluate(() =>
        [...document.querySelectorAll('.stage-tools :is(.switch, summary)')]
          .map((one) => one.getBoundingClientRect())
          .filter(({ height, right }) => height < 44 || right > 390),
      );
      expect(low).toEqual([]);
      await page.click('.network-key summary');
      const sheet = await page.evaluate(() => document.querySelector('.network-sheet')!.getBoundingClientRect());
      expect(sheet.right).toBeLessThanOrEqual(390);
      expect(await barriers(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

describe.runIf(available.includes('chromium'))('a large world', () => {
  const ACTORS = 200;
  const crowd = {
    ...laboratory,
    parameters: { ...laboratory.parameters, actors: { ...laboratory.parameters.actors, value: ACTORS } },
  };

  it('is painted, says what it is, and tells whom one points at', async () => {
    const { digests } = await createSession().run({ scenario: crowd, seed: '1' });
    const link = writeLink({ scenario: crowd, seed: '1', interventions: [], digests, tick: 3 }, scenarios);
    const page = await open(link);
    try {
      await page.press('n');
      await page.waitFor(() => document.querySelector('.network canvas')?.getAttribute('aria-label'));
      const label = await page.evaluate(() => document.querySelector('.network canvas')!.getAttribute('aria-label'));
      expect(label).toMatch(/round 4: (no alliances|\d+ alliances? among 200 actors)/);
      expect(await page.count('.network .node')).toBe(0);
      // Pointed at, the picture is another; left alone, it is the one of before. Where the state of the tick came in between, or
      // that of the round before, it is not: that place does not count.
      await page.waitFor(async () => {
        const canvas = document.querySelector<HTMLCanvasElement>('.network canvas')!;
        const box = canvas.getBoundingClientRect();
        const drawn = async (): Promise<string> => {
          for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame);
          return canvas.toDataURL();
        };
        let found = 0;
        for (let x = 100; x < box.width - 100 && found < 3; x += 23) {
          const before = await drawn();
          const at = { bubbles: true, clientX: box.left + x, clientY: box.top + box.height / 2 };
          canvas.dispatchEvent(new PointerEvent('pointermove', at));
          const pointed = await drawn();
          canvas.dispatchEvent(new PointerEvent('pointerleave', { bubbles: false }));
          if ((await drawn()) === before && pointed !== before) found++;
        }
        return found === 3;
      });
      expect(await barriers(page)).toEqual([]);
      // A press on one of them opens its books.
      await page.waitFor(async () => {
        const canvas = document.querySelector<HTMLCanvasElement>('.network canvas')!;
        const { left, top, width, height } = canvas.getBoundingClientRect();
        for (let x = 100; x < width - 100 && !document.querySelector('.details'); x += 7) {
          const at = { bubbles: true, clientX: left + x, clientY: top + height / 2 };
          canvas.dispatchEvent(new MouseEvent('click', at));
          await new Promise(requestAnimationFrame);
        }
        return document.querySelector('.details');
      });
      expect(await page.text('.details h2')).not.toBe('');
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
