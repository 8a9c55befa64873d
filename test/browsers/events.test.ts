import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { entriesOf } from '../../viz/run-view/crises.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// Wars, crises and shocks as a person meets them: seen, opened, asked away.

const SCENARIO = 'delian-league';
const SEED = '7';
const EUROPE = 'europe-1879-1914';

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const open = async (looks: Parameters<typeof launch>[1] = {}, hash = '') => {
  const page = await launch('chromium', { viewport: { width: 1440, height: 900 }, ...looks });
  await page.goto(app.url + hash);
  await page.waitForText('#digest', /[0-9a-f]{16}/);
  return page;
};

/** The crisis with the most answers. */
const largestCrisis = async () => {
  const replay = await createSession().run({ scenario: scenarios[SCENARIO], seed: SEED });
  const crises = entriesOf(replay.events).flatMap(({ crisis }) => crisis ?? []);
  return crises.reduce((most, one) => (one.events.length > most.events.length ? one : most));
};

describe.runIf(available.includes('chromium'))('a war', () => {
  let page: Page;
  afterAll(() => page?.close());

  it('stands on the map, on the storyline and in one card that opens by keys', async () => {
    const crisis = await largestCrisis();
    page = await open({}, `#s=${SCENARIO}&seed=${SEED}&t=${crisis.tick}`);
    await page.waitFor(() => document.querySelector('.war-tie'));
    expect(await page.count('.war-sign')).toBeGreaterThan(0);
    expect(await page.count('.storyline .war-attacks')).toBe(1);
    expect(await page.count('.marks .glyph-war')).toBeGreaterThan(0);
    const label = await page.evaluate(() => document.querySelector('.network svg')!.getAttribute('aria-label'));
    expect(label).toMatch(/At war: /);
    const text = `${crisis.kept + crisis.broken} allies are called upon`;
    await page.waitFor((wanted) => {
      const card = [...document.querySelectorAll<HTMLElement>('.event.now .crisis-open')].find((one) =>
        one.textContent!.startsWith(wanted),
      );
      card?.closest('.event')?.setAttribute('data-card', '');
      return card;
    }, text);
    expect(await page.count('[data-card] .inner')).toBe(0);
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-card] .crisis-open')!.focus());
    await page.press('Enter');
    await page.waitFor(() => document.querySelector('[data-card] .crisis-open[aria-expanded="true"]'));
    expect(await page.count('[data-card] .inner')).toBe(crisis.events.length);
    const answers = crisis.events.filter(({ because, chance }) => because.length > 0 || chance).length;
    expect(await page.count('[data-card] .inner .event-why')).toBe(answers);
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('[data-card] .inner .event-why')[1]!.click());
    await page.waitFor(() => document.querySelector('[data-card] .reasons'));
    expect(await barriers(page)).toEqual([]);
  });

  it('can be asked away, and the run without it stands beside the original', async () => {
    await page.waitFor(() => document.querySelector('[data-card] .without-event'));
    expect(await page.text('[data-card] .without-event')).toMatch(/^Without the war of .+ against .+/);
    await page.click('[data-card] .without-event');
    await page.waitForText('.compare', 'Peace:');
    await page.waitFor(() => document.querySelectorAll('.panes-pair .network').length === 2);
    await page.click('#undo-branch');
    await page.waitFor(() => !document.querySelector('.compare'));
  });
});

describe.runIf(available.includes('chromium'))('a shock', () => {
  it.each([
    ['en', 'Without the dismissal of Bismarck', 'a premise of the scenario'],
    ['es', 'Sin la destitución de Bismarck', 'una premisa del escenario'],
  ])('says that it is given, and is asked away in words (%s)', async (tongue, words, premise) => {
    const page = await open({}, `#s=${EUROPE}&seed=7&t=44`);
    if (tongue === 'es') await page.fill('#language', tongue);
    await page.waitFor((wanted) => {
      const button = [...document.querySelectorAll('.without-event')].find((one) => one.textContent === wanted);
      button?.closest('.event')?.setAttribute('data-shock', '');
      return button;
    }, words);
    await page.click('[data-shock] .event-why');
    await page.waitForText('[data-shock] .reasons', premise);
    expect(await page.text('[data-shock] .reasons')).toContain('strategic rivalries');
    expect(await page.count('[data-shock] .flip')).toBe(0);
    await page.click('[data-shock] .without-event');
    await page.waitFor(() => document.querySelector('.compare'));
    await page.waitFor(() => document.querySelector('.panes-pair'));
    await page.close();
  });
});

describe.runIf(available.includes('chromium'))('a model that runs through time', () => {
  it('opens at its start with what is to come covered, until the question is waved away', async () => {
    const page = await open({}, '#s=classics/landscape&seed=3');
    await page.waitForText('#date', /^round 1$/);
    const isCovered = () =>
      page.evaluate(() => {
        const veil = document.querySelector('.chart .veil')!;
        return getComputedStyle(veil).backgroundColor === getComputedStyle(document.documentElement).backgroundColor;
      });
    await page.waitFor(() => document.querySelector('.chart .veil'));
    expect(await isCovered()).toBe(true);
    await page.click('#decline');
    await page.waitFor(() => !document.querySelector('.replay.covered'));
    expect(await isCovered()).toBe(false);
    await page.close();
  });
});
