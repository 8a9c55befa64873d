import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// Why, and what would have changed it; who they are; where the numbers come from. As a person looks closer.

const SCENARIO = 'delian-league';
const HASH = `#s=${SCENARIO}&seed=7&t=30`;

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

describe.runIf(available.includes('chromium'))('looking closer', () => {
  let page: Page;
  const open = async (looks: Parameters<typeof launch>[1] = {}) => {
    page = await launch('chromium', { viewport: { width: 1440, height: 900 }, ...looks });
    await page.goto(app.url + HASH);
    await page.waitForText('#digest', /[0-9a-f]{16}/);
    await page.waitFor(() => document.querySelector('.event.now'));
  };
  /** Opens the reasons of the departure at the moment; it is a click on the button in its line. */
  const askWhy = async () => {
    await page.evaluate(() => {
      const line = [...document.querySelectorAll('.event')].find((event) => /Thasos leaves/.test(event.textContent!));
      line!.querySelector('.event-why')!.setAttribute('data-asked', '');
    });
    await page.click('[data-asked]');
    await page.waitForText('.reasons', 'Sum');
    await page.waitFor(() => document.querySelector('.flip-branch'));
  };
  afterAll(() => page?.close());

  it('says why, each term in a sentence, and what would have kept it from happening', async () => {
    await open();
    await askWhy();
    expect(await page.text('.reasons')).toContain('when it gave notice');
    const first = await page.text('.term-about');
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('.term')[1]!.focus());
    await page.waitFor((before) => document.querySelector('.term-about')!.textContent !== before, first);
    expect(await page.text('.flip-branch')).toMatch(/^Would have stayed if .+ were .+ \(it is .+\)/);
    expect(await barriers(page)).toEqual([]);
  });

  it('branches there with that very change, and then it does not happen', async () => {
    const session = createSession();
    const { events } = await session.run({ scenario: scenarios[SCENARIO], seed: '7' });
    const index = events.findIndex(({ kind, who }) => kind === 'notice' && who[0] === 'THA');
    const { smallest, tick } = await session.minimalChange(index);
    const branch = await session.fork(tick, [smallest!.intervention]);
    const happens = branch.events.some(
      (event) => event.tick === tick && event.kind === 'notice' && event.who[0] === 'THA',
    );
    expect(happens).toBe(false);
    await page.click('.flip-branch');
    await page.waitForText('.compare', 'is set to');
    await page.waitForText('#digest', branch.digest);
    await page.waitForText('.count', `tick ${tick} of`);
    await page.click('#undo-branch');
    await page.waitFor(() => !document.querySelector('.compare'));
  });

  it('opens an actor from a name, an alliance from it, and closes with Escape', async () => {
    // One that is in view and does not run over two lines: its middle is then itself.
    await page.waitFor(() => {
      const list = document.querySelector('.events')!.getBoundingClientRect();
      const name = [...document.querySelectorAll('.event-text .name:not(.treaty-name)')].find((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return one.getClientRects().length === 1 && top > list.top && bottom < list.bottom;
      });
      name?.setAttribute('data-opened', '');
      return name;
    });
    const wanted = await page.text('[data-opened]');
    await page.click('[data-opened]');
    const name = await page.waitForText('.details h2', wanted);
    expect(await page.waitFor(() => document.activeElement?.id === 'details-title')).toBe(true);
    await page.waitForText('.trust-rows', 'It trusts');
    expect(await page.text('.details')).toMatch(/estimate|dataset|published|textbook/);
    expect(await barriers(page)).toEqual([]);
    await page.click('.details .chip-button, .details .treaty-name');
    await page.waitFor((before) => document.querySelector('.details h2')!.textContent !== before, name);
    await page.waitForText('.clauses', /Members owe each other/);
    await page.waitForText('.trend', 'Mean trust among the members');
    expect(await barriers(page)).toEqual([]);
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('.details'));
  });

  it('opens an actor from the table, the network and the storyline, an alliance from its chip', async () => {
    await page.press('t');
    await page.click('.table .name');
    await page.waitForText('.details h2', 'Athens');
    await page.click('.details-close');
    await page.waitFor(() => !document.querySelector('.details'));
    await page.press('n');
    for (const place of ['.network .node .disc', '.names g text', '.in-force .chip-button']) {
      await page.click(place);
      await page.waitFor(() => document.querySelector('.details h2'));
      await page.press('Escape');
      await page.waitFor(() => !document.querySelector('.details'));
    }
  });

  it('shows what the scenario says of itself, with the source of every number', async () => {
    await page.click('#about-scenario');
    await page.waitForText('.papers h2', 'The Delian League');
    await page.waitForText('.papers', 'What to keep in mind');
    const { provenance } = scenarios[SCENARIO] as { provenance: unknown[] };
    expect(await page.count('.papers tbody tr')).toBe(provenance.length);
    expect(await barriers(page)).toEqual([]);
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('.papers'));
    expect(page.problems).toEqual([]);
    await page.close();
  });

  it.each([
    ['dark', true, { width: 1440, height: 900 }],
    ['light on a phone', false, { width: 390, height: 844 }],
    ['dark on a phone', true, { width: 390, height: 844 }],
  ])('shuts nobody out: %s', async (_, dark, viewport) => {
    await open({ dark, viewport });
    if (viewport.width < 900) await page.click('.panels button:nth-child(3)');
    await askWhy();
    expect(await barriers(page)).toEqual([]);
    await page.click('.in-force .chip-button');
    await page.waitForText('.trend', 'Mean trust');
    expect(await barriers(page)).toEqual([]);
    if (viewport.width < 900)
      expect(
        await page.evaluate(() => {
          const { left, top, width, height } = document.querySelector('.details')!.getBoundingClientRect();
          return [left, top, width, height];
        }),
      ).toEqual([0, 0, 390, 844]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('.details'));
    expect(page.problems).toEqual([]);
    await page.close();
  });
});
