import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// What if, as a person asks it: branch, flip, look at what differs, undo, all by the keyboard too.

const SCENARIO = 'europe-1879-1914';
const AT = 56;
const LEAVES = { kind: 'decide', tick: AT, actor: 'AUH', choice: { act: 'leave', alliance: '' } } as const;

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const digestOf = async (interventions: unknown[] = []): Promise<string> =>
  (await createSession().run({ scenario: scenarios[SCENARIO], seed: '7', interventions })).digest;

describe.runIf(available.includes('chromium'))('what if', () => {
  let page: Page;
  const open = async (looks: Parameters<typeof launch>[1] = {}, hash = `#s=${SCENARIO}&seed=7&t=${AT}`) => {
    page = await launch('chromium', { viewport: { width: 1440, height: 900 }, ...looks });
    await page.goto(app.url + hash);
    await page.waitForText('#digest', /[0-9a-f]{16}/);
  };
  afterAll(() => page?.close());

  it('is asked with a key, and Escape gives the focus back to where it was', async () => {
    await open();
    await page.evaluate(() => document.querySelector<HTMLElement>('#branch-here')!.focus());
    await page.press('b');
    await page.waitForText('#ask-title', '1893 Q1');
    await page.waitFor(() => document.activeElement?.id === 'ask-kind');
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('dialog[open]'));
    await page.waitFor(() => document.activeElement?.id === 'branch-here');
  });

  it('says in one sentence what cannot be, and keeps the run', async () => {
    const before = await page.text('#digest');
    await page.click('#branch-here');
    await page.fill('#ask-kind', 'contribute');
    await page.waitFor(() => document.querySelector('.fields input'));
    await page.fill('.fields input', 'all of it');
    await page.click('#branch');
    await page.waitForText('.fault', 'The share of the budget is a number from 0 to 100.');
    expect(await page.text('#digest')).toBe(before);
  });

  it('branches the run as Node does, and says what was done and from when it shows', async () => {
    await page.fill('#ask-kind', 'leave');
    await page.fill('#ask-actor', 'AUH');
    const alliance = await page.waitFor(() => document.querySelector<HTMLSelectElement>('#ask-object')?.value);
    await page.click('#branch');
    await page.waitForText('.compare', 'Branch at 1893 Q1: Austria-Hungary leaves the Dual Alliance');
    await page.waitForText('.compare-first', 'first difference 1893 Q1');
    const wanted = await digestOf([{ ...LEAVES, choice: { ...LEAVES.choice, alliance } }]);
    expect(await page.text('#digest')).toBe(wanted);
    expect(await page.count('.fork')).toBe(1);
    expect(await page.waitFor(() => document.activeElement?.className === 'compare-says')).toBe(true);
  });

  it('flips to the original and back on the same clock', async () => {
    const branch = await page.text('#digest');
    await page.press('End');
    await page.waitForText('#date', '1914 Q4');
    await page.press('f');
    await page.waitForText('#digest', await digestOf());
    expect(await page.text('#date')).toContain('1914 Q4');
    expect(await page.text('.compare [aria-pressed="true"]')).toBe('Original');
    await page.press('f');
    await page.waitForText('#digest', branch);
  });

  it('shows how alliances and figures end', async () => {
    await page.click('.differences summary');
    await page.waitForText('.differences-sheet', 'Dual Alliance');
    await page.waitForText('.differences-sheet', 'Branch − original');
    // What the change does over many seeds, the original beside it on the same axis.
    await page.waitForText('.differences-sheet .paired', 'With and without the change, over 30 seeds');
    await page.waitForText('.paired-says', /^In \d+ of 30 seeds more, in \d+ less, in \d+ the same; median difference/);
    expect(await page.count('.paired > .paired-figures li:first-child .dot-row.original i')).toBe(30);
    expect(await page.count('.paired > .paired-figures li:first-child .dot-row.changed i')).toBe(30);
    expect(await page.count('.difference')).toBeGreaterThan(0);
    expect(await barriers(page)).toEqual([]);
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('.differences[open]'));
  });

  it('can be asked of the branch too, and undone step by step', async () => {
    await page.press('PageUp');
    await page.press('b');
    await page.waitFor(() => document.querySelector('#ask-kind'));
    await page.fill('#ask-kind', 'strength');
    await page.click('#branch');
    await page.waitForText('.compare', 'is multiplied by 0.5 for 5 years');
    await page.click('#undo-branch');
    await page.waitForText('.compare', 'Austria-Hungary leaves the Dual Alliance');
    await page.click('#undo-branch');
    await page.waitFor(() => !document.querySelector('.compare'));
    expect(await page.text('#digest')).toBe(await digestOf());
    await page.waitFor(() => document.activeElement?.id === 'branch-here');
    expect(page.problems).toEqual([]);
    await page.close();
  });

  it.each([
    ['light', false, { width: 1440, height: 900 }],
    ['dark', true, { width: 1440, height: 900 }],
    ['light on a phone', false, { width: 390, height: 844 }],
    ['dark on a phone', true, { width: 390, height: 844 }],
  ])('shuts nobody out: %s', async (_, dark, viewport) => {
    await open({ dark, viewport });
    await page.click('#branch-here');
    await page.waitFor(() => document.querySelector('#ask-kind'));
    await page.fill('#ask-kind', 'hostility');
    expect(await barriers(page)).toEqual([]);
    if (viewport.width < 900)
      // A sheet at the bottom, as wide as the phone.
      expect(
        await page.evaluate(() => {
          const { left, width, bottom } = document.querySelector('.ask')!.getBoundingClientRect();
          return [left, width, Math.round(bottom)];
        }),
      ).toEqual([0, 390, 844]);
    await page.click('#branch');
    await page.waitForText('.compare', 'hostility between');
    expect(await barriers(page)).toEqual([]);
    await page.click('.differences summary');
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    const small = await page.evaluate(() =>
      innerWidth > 899
        ? []
        : [...document.querySelectorAll<HTMLElement>('.compare :is(button, summary)')]
            .filter((element) => element.getBoundingClientRect().height < 44)
            .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
    await page.close();
  });

  it('of a model that nothing can change in mid-run says so', async () => {
    await open({}, '#s=classics/agreement-barrett&seed=1');
    await page.press('b');
    await page.waitForText('.ask', 'Nothing in this model can be changed during a run');
    expect(await page.count('#branch')).toBe(0);
  });
});
