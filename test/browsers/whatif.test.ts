import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { histories } from '../../scenarios/index.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// A branch of several changes beside its original, its differences over time, its address, and what ended an alliance.

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const EUROPE = 'europe-1879-1914';

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
const digestOf = async (scenario: keyof typeof histories, seed: string, interventions: Intervention[] = []) =>
  (await createSession().run({ scenario: histories[scenario], seed, interventions })).digest;
/** Two changes at once: Germany weaker, and a treaty cancelled. */
const branchTwice = async (page: Page): Promise<void> => {
  await page.press('b');
  await page.waitFor(() => document.querySelector('#ask-kind'));
  await page.fill('#ask-kind', 'loyalty');
  await page.fill('#ask-actor', 'GER');
  await page.click('#ask-more');
  await page.waitFor(() => document.querySelector('#ask-kind-2'));
  await page.fill('#ask-kind-2', 'cancel');
  const dual = await page.waitFor(
    () =>
      [...document.querySelectorAll<HTMLOptionElement>('#ask-object-2 option')].find(
        ({ textContent }) => textContent === 'Dual Alliance',
      )?.value,
  );
  await page.fill('#ask-object-2', String(dual));
  await page.click('#branch');
  await page.waitForText('.compare', 'the loyalty of German Empire is set to 0.2; the Dual Alliance is cancelled');
};
const SET: Intervention = { kind: 'set', tick: 56, path: 'actors.GER.loyalty', value: 0.2 };

describe.runIf(available.includes('chromium'))('a branch beside its original', () => {
  let page: Page;
  let branch: string;
  let address: string;
  afterAll(() => page?.close());

  it('may change several things at once, and is the run that Node makes of them', async () => {
    page = await open(`#s=${EUROPE}&seed=7&t=56`);
    await branchTwice(page);
    branch = await page.text('#digest');
    const { alliances } = await createSession().run({ scenario: histories[EUROPE], seed: '7' });
    const { id } = alliances.find(({ name }) => name === 'Dual Alliance')!;
    const cancel: Intervention = { kind: 'cancel', tick: 56, what: 'treaty', id };
    expect(branch).toBe(await digestOf(EUROPE, '7', [SET, cancel]));
    await page.waitForText('.compare-parting', 'They diverge at 1893 Q1: The members cancel the Dual Alliance');
  });

  it('stands there on the same clock, on the same places, and a press on a name brings that run on show', async () => {
    await page.press('s');
    await page.waitFor(() => document.querySelectorAll('.panes-pair .network svg').length === 2);
    await page.press('PageDown');
    const told = await page.waitFor((): string[] | undefined => {
      const labels = [...document.querySelectorAll('.panes-pair .network svg')].map((svg) => svg.ariaLabel ?? '');
      return labels.every((label) => label.startsWith('1895 Q3')) ? labels : undefined;
    });
    expect(told![0]).toContain('Dual Alliance of');
    expect(told![1]).not.toContain('Dual Alliance of');
    const places = await page.evaluate(() =>
      [...document.querySelectorAll('.panes-pair .network svg')].map((svg) =>
        [...svg.querySelectorAll('.disc')]
          .map((disc) => `${disc.getAttribute('cx')} ${disc.getAttribute('cy')}`)
          .join(),
      ),
    );
    expect(places[0]).not.toBe('');
    expect(places[0]).toBe(places[1]);
    await page.click('.pane-half[data-side="original"] h2 button');
    await page.waitForText('#digest', await digestOf(EUROPE, '7'));
    expect(await page.count('.panes-pair .network svg')).toBe(2);
    await page.press('f');
    await page.waitForText('#digest', branch);
    expect(await barriers(page)).toEqual([]);
  });

  it('draws each difference over time, with the clock and the parting in it, and is steered from there', async () => {
    await page.click('.differences summary');
    await page.waitFor(() => document.querySelectorAll('.delta').length > 3);
    expect(await page.count('.delta-part')).toBe(await page.count('.delta'));
    const label = await page.evaluate(() => document.querySelector('.delta svg')?.ariaLabel);
    expect(label).toMatch(/branch minus original: .+ at 1895 Q3; largest difference .+\.$/);
    expect(await barriers(page)).toEqual([]);
    await page.evaluate(() => document.querySelector('.delta')?.scrollIntoView());
    await page.click('.delta-room');
    await page.waitForText('#date', '1897 Q1');
    await page.press('Escape');
  });

  it('is in the address: a reload shows the same branch beside its original again', async () => {
    address = String(await page.waitFor(() => /^#~.*&t=72&b=0$/.test(location.hash) && location.hash));
    await page.goto('about:blank');
    await page.goto(app.url + address);
    await page.waitForText('.compare', 'the Dual Alliance is cancelled');
    await page.waitForText('#digest', branch);
    await page.waitForText('#date', '1897 Q1');
    await page.waitForText('.notice', 'Same run as the sender’s');
    await page.press('f');
    await page.waitForText('#digest', await digestOf(EUROPE, '7'));
    await page.click('#undo-branch');
    await page.waitFor(() => !document.querySelector('.compare'));
    // Without its branch it is a plain run again, and so is its address.
    await page.waitFor(() => location.hash.startsWith('#s=europe'));
    expect(page.problems).toEqual([]);
  });

  it.each<[string, number]>([
    ['&b=9', 0],
    ['&b=x', 0],
    ['&b=-1', 0],
    ['&b=1', 1],
  ])(
    'is shown by itself where %s says nothing that can be, and beside what it grew out of where it can',
    async (part, bars) => {
      await page.goto('about:blank');
      await page.goto(app.url + address.replace('&b=0', part));
      await page.waitForText('#digest', branch);
      expect(await page.count('.compare')).toBe(bars);
      expect(page.problems).toEqual([]);
    },
  );

  it('stands on a phone one above the other', async () => {
    const phone = await open(`#s=${EUROPE}&seed=7&t=56`, { viewport: PHONE });
    await branchTwice(phone);
    await phone.click('#side-by-side');
    await phone.waitFor(() => document.querySelectorAll('.storyline-half svg.storyline-picture').length === 2);
    const tops = await phone.evaluate(() =>
      [...document.querySelectorAll('.storyline-half svg.storyline-picture')].map(
        (svg) => svg.getBoundingClientRect().top,
      ),
    );
    expect(tops[1]! - tops[0]!).toBeGreaterThan(100);
    expect(await barriers(phone)).toEqual([]);
    await phone.click('.panels button:nth-child(2)');
    await phone.waitFor(() => document.querySelectorAll('.panes-pair .network svg').length === 2);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(phone.problems).toEqual([]);
    await phone.close();
  });
});

describe.runIf(available.includes('chromium'))('what ended an alliance', () => {
  const ask = async (page: Page): Promise<void> => {
    await page.waitFor(() => document.querySelector('.event-row .attribution-link'));
    await page.click('.event-row .attribution-link');
    await page.waitForText('#attribution-title', 'What ended The Spartans and their allies?');
    await page.waitFor(() => document.querySelector('.finding'));
  };

  it('is asked beside its end; each thing is tried, with other luck too, and one click opens the branch', async () => {
    const page = await open('#s=delian-league&seed=1&t=2');
    await ask(page);
    expect(await page.text('.finding')).toMatch(
      /Corinth gives notice.*Instead: Corinth stays.*ends \d+ BCE, .* later/s,
    );
    expect(await barriers(page)).toEqual([]);
    await page.click('#try-luck');
    await page.waitForText('.luck', /with it.*of 12.*without it.*of 12/s);
    const ends = await page.evaluate(() => document.querySelector<HTMLElement>('.finding')!.dataset['ends']);
    await page.click('.finding .plain');
    await page.waitForText('.compare', 'Corinth stays in The Spartans and their allies');
    const stays: Intervention = {
      kind: 'decide',
      tick: 1,
      actor: 'COR',
      choice: { act: 'stay', alliance: 'peloponnesian-league' },
    };
    const made = await createSession().run({
      scenario: histories['delian-league'],
      seed: '1',
      interventions: [stays],
    });
    await page.waitForText('#digest', made.digest);
    const [spartans] = made.alliances.filter(({ id }) => id === 'peloponnesian-league');
    expect(String(spartans!.ended)).toBe(ends);
    expect(await page.count('dialog[open]')).toBe(0);
    await page.waitFor(() => document.activeElement?.className === 'compare-says');
    expect(page.problems).toEqual([]);
    await page.close();
  });

  it('can be stopped, and is closed with Escape', async () => {
    const page = await open('#s=nato&seed=1&t=30');
    await page.waitFor(() => document.querySelector('.event-row .attribution-link'));
    await page.click('.event-row .attribution-link');
    await page.waitFor(() => document.querySelector('#try-luck'));
    const before = await page.text('#digest');
    await page.click('#try-luck');
    await page.click('#stop-attribution');
    await page.waitForText('.attribution-progress', 'Stopped.');
    expect(await page.count('.luck')).toBe(0);
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('dialog[open]'));
    // The session is none the worse for it.
    await page.click('[aria-label="To the end"]');
    await page.waitForText('#date', '2024');
    expect(await page.text('#digest')).toBe(before);
    expect(page.problems).toEqual([]);
    await page.close();
  });

  it.each([
    ['dark', true, WIDE],
    ['a phone', false, PHONE],
    ['a dark phone', true, PHONE],
  ])('shuts nobody out: %s', async (_, dark, viewport) => {
    const page = await open('#s=delian-league&seed=1&t=2', { dark, viewport });
    if (viewport === PHONE) await page.click('.panels button:nth-child(3)');
    await ask(page);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    const small = await page.evaluate(() =>
      innerWidth > 899
        ? []
        : [...document.querySelectorAll<HTMLElement>('.attribution button, .attribution-link')]
            .filter((element) => element.getBoundingClientRect().height < 44)
            .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
    await page.close();
  });
});
