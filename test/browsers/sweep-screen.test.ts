import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandIn } from '../cli/command.ts';
import { barriers } from './axe.ts';
import { available, type EngineName, type launch, type Page, serveApp } from './driver.ts';
import {
  add,
  close,
  digestsIn,
  finish,
  listed,
  openScreen,
  plan,
  put,
  SCENARIO,
  small,
  waitForRuns,
} from './sweep/screen.ts';

// The screen of sweeps as a person meets it: a plan from fields, its runs, what they come to, and one of them in the replay.

const { foedus, file, at } = commandIn('sweep-screen');

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const open = (engine: EngineName, looks: Parameters<typeof launch>[1] = {}, language: 'en' | 'es' = 'en') =>
  openScreen(app.url, engine, looks, language);

describe.each(available.filter((engine) => engine !== 'webkit'))('a sweep on the screen of %s', (engine) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(engine);
  });
  afterAll(() => page?.close());

  it('is planned from what the scenario has, and counted at once', async () => {
    await waitForRuns(page, '20 runs');
    await plan(page);
    const paths = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.sweep-entry')].map(({ dataset }) => dataset.path),
    );
    expect(paths).toEqual(['dyads.GER.RUS.hostility', 'mechanisms.crisis.attacks.parameters.aggression']);
    await page.waitForText('#sweep-time', /About .+ with \d+ workers?/);
  });

  it('is the file that the command runs, with the same digests', async () => {
    const text = await page.text('.sweep-text pre');
    expect(await foedus('sweep', file('spec.json', JSON.parse(text)), '--out', engine)).toMatchObject({ code: 0 });
    const digests = await digestsIn(at(engine));
    expect(digests.size).toBe(12);
    await page.click('#sweep-run');
    await finish(page);
    const found: [string, string][] = [];
    for (const cell of ['0 0', '0 1', '1 0', '1 1', '2 0', '2 1']) {
      await page.click(`[data-cell="${cell}"]`);
      found.push(...(await listed(page)));
      await close(page);
    }
    expect(new Map(found)).toEqual(digests);
  });

  it('saves its rows as the CSV that the command merges, and its plan as the command wrote it', async () => {
    expect(await foedus('sweep', 'merge', engine, '--out', `${engine}.csv`)).toMatchObject({ code: 0 });
    await page.evaluate(() => {
      const made = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (content: Blob) => {
        void content.text().then((text) => {
          document.body.dataset.saved = text;
        });
        return made(content);
      };
    });
    const saved = async (button: string) => {
      await page.evaluate(() => delete document.body.dataset.saved);
      await page.click(button);
      return page.waitFor(() => document.body.dataset.saved);
    };
    expect(await saved('#sweep-csv')).toBe(readFileSync(at(`${engine}.csv`), 'utf8'));
    expect(await saved('#sweep-plan-json')).toBe(readFileSync(at(`${engine}/plan.json`), 'utf8'));
  });

  it('opens a run as the replay of its row, and is still there afterwards', async () => {
    await page.click('[data-cell="1 1"]');
    const [[run, digest] = ['', '']] = await listed(page);
    await page.click(`dialog[open] [data-run="${run}"]`);
    await page.waitForText('#digest', digest);
    expect(await page.count('main.replay')).toBe(1);
    await page.click('#screen-sweep');
    await page.waitForText('#sweep-status', 'All 12 runs are done.');
    expect(await page.count('.sweep-cell')).toBe(6);
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('the screen of sweeps', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('chromium');
  });
  afterAll(() => page?.close());

  it('says faults at their fields, and leads to them', async () => {
    await add(page, 'GER.RUS.hostility');
    await put(page, 1, 'from', 'many');
    await page.fill('#sweep-replicates', '0');
    await page.waitForText('.sweep-entry .sweep-wrong', 'expected a number, got "many"');
    await page.waitForText('#sweep-replicates-wrong', 'expected a whole number from 1 to');
    expect(await page.evaluate(() => document.querySelector('#sweep-run')!.ariaDisabled)).toBe('true');
    expect(await barriers(page)).toEqual([]);
    await page.click('.sweep-faults li .link');
    expect(await page.evaluate(() => document.activeElement!.id)).toMatch(/^sweep-from-\d+$/);
    await put(page, 1, 'from', '0');
    await page.fill('#sweep-replicates', '1');
    await waitForRuns(page, '5 runs');
    await page.click('.sweep-remove');
  });

  it('has every design, and says what each is missing', async () => {
    await add(page, 'GBR.autonomy');
    for (const [design, runs] of [
      ['lhs', '64 runs'],
      ['morris', '128 runs'],
      ['saltelli', '256 runs'],
      ['sobol', '64 runs'],
    ] as const) {
      await page.fill('#sweep-design', design);
      await waitForRuns(page, runs);
    }
    await page.click('.sweep-kinds button:nth-of-type(3)');
    await page.fill('[id^="sweep-distribution-"]', 'triangular');
    await waitForRuns(page, '64 runs');
    await page.fill('#sweep-design', 'full');
    await page.waitForText('.sweep-entry .sweep-wrong', 'a full design takes values');
    await page.click('.sweep-remove');
  });

  it('opens the file of a sweep, and refuses what is none in a sentence', async () => {
    const choose = (name: string, text: string) =>
      page.evaluate(
        (called: string, content: string) => {
          const held = new DataTransfer();
          held.items.add(new File([content], called, { type: 'application/json' }));
          const field = document.querySelector<HTMLInputElement>('#sweep-file-field')!;
          field.files = held.files;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        name,
        text,
      );
    await choose('broken.json', '{"format": "foedus-sweep/1", "scenario": "nowhere"}');
    await page.waitForText('#sweep-refusal', 'broken.json: ');
    const vary = [{ path: 'parameters.actors', as: 'n', values: [4, 6] }];
    await choose(
      'mine.json',
      JSON.stringify({ format: 'foedus-sweep/1', scenario: 'classics/tribute', vary, replicates: 3 }),
    );
    await waitForRuns(page, '6 runs');
    await page.waitForText('.sweep-source', 'from mine.json');
    expect(JSON.parse(await page.text('.sweep-text pre'))).toMatchObject({
      scenario: 'classics/tribute',
      vary,
      replicates: 3,
    });
    await page.click('#sweep-leave-file');
    await page.waitForText('.sweep-source', 'Europe 1879–1914');
    expect(await page.count('.sweep-entry')).toBe(0);
  });

  it('shows runs that were refused with their sentence, and goes on', async () => {
    await add(page, 'actors.RUS.loyalty');
    await page.click('.sweep-kinds button:nth-of-type(1)');
    await put(page, 1, 'values', '0.2, 0.5, 7');
    await page.fill('#sweep-replicates', '2');
    await waitForRuns(page, '6 runs');
    await page.click('#sweep-run');
    await page.waitForText('.sweep-failed', '2 runs came to nothing');
    await page.waitForText('.sweep-failed', 'expected a number from 0 to 1');
    await page.click('.sweep-failed .link');
    await page.waitFor(() => document.querySelectorAll('dialog[open] .sweep-open-run:disabled').length === 2);
    await page.waitForText('dialog[open] .sweep-why', 'loyalty');
    await close(page);
    expect(await page.count('.sweep-point')).toBe(3);
    await page.click('#sweep-change');
    await page.waitForText('.sweep-source', 'from a sweep that is kept');
    await page.click('#sweep-leave-file');
  });

  it('is read by the keyboard alone', async () => {
    await plan(page);
    await page.click('#sweep-facts');
    await waitForRuns(page, '12 runs');
    await page.click('#sweep-run');
    await finish(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('.sweep-cell[tabindex="0"]')!.focus());
    await page.press('ArrowRight');
    await page.press('ArrowDown');
    await page.waitForText('#sweep-value', 'aggression 0.1, hostility 0.4: ');
    await page.press('Enter');
    expect(await listed(page)).toHaveLength(2);
    await page.press('Escape');
    await page.waitFor(() => (document.activeElement as HTMLElement).dataset.cell === '1 1');
  });

  it.each([{}, { dark: true }, { dark: false, forcedColors: true }])(
    'bars nobody, in any of its views: %j',
    async (looks) => {
      await page.emulate(looks);
      for (const view of ['heat', 'lines', 'table', 'sensitivity']) {
        await page.click(`#sweep-view-${view}`);
        await page.waitFor(() => document.querySelector('.sweep-chart, .sweep-indices'));
        expect(await barriers(page), view).toEqual([]);
      }
      await page.click('#sweep-view-heat');
      await page.click('[data-cell="0 0"]');
      await listed(page);
      expect(await barriers(page), 'runs').toEqual([]);
      await close(page);
      await page.click('#sweep-part-kept');
      expect(await barriers(page), 'kept').toEqual([]);
      await page.click('#sweep-part-plan');
      expect(await barriers(page), 'plan').toEqual([]);
      await page.click('#sweep-part-results');
    },
  );

  it('gives a fact as a share, and what the seed makes of the differences', async () => {
    await page.fill('#sweep-measured', 'fact.franco-russian');
    await page.waitForText('.sweep-cell', /%$/);
    await page.fill('#sweep-measured', 'attacks');
    await page.click('#sweep-view-sensitivity');
    await page.waitForText('.sweep-sensitivity', /The seed makes \d+%/);
    await page.click('#sweep-view-table');
    await page.click('.sweep-table thead th:nth-child(5) button');
    await page.click('.sweep-table thead th:nth-child(5) button');
    const means = await page.evaluate(() =>
      [...document.querySelectorAll('.sweep-table tbody b')].map((cell) => Number(cell.textContent)),
    );
    expect(means).toHaveLength(6);
    expect(means).toEqual([...means].sort((a, b) => b - a));
  });

  it('keeps sweeps when the tab closes, opens them again, and erases them', async () => {
    await page.goto('about:blank');
    await page.goto(`${app.url}#s=${SCENARIO}&seed=7`);
    await page.waitForText('#digest', /[0-9a-f]{16}/);
    await page.click('#screen-sweep');
    await page.click('#sweep-part-kept');
    await page.waitForText('.sweep-kept-row', 'Varies hostility, aggression.');
    await page.waitForText('.sweep-kept-row', '12 of 12 runs kept');
    await page.click('.sweep-kept-row [data-act="open"]');
    await page.waitForText('#sweep-status', 'All 12 runs are done.');
    await page.click('#sweep-part-kept');
    const kept = await page.count('.sweep-kept-row');
    await page.click('.sweep-kept-row [data-act="erase"]');
    await page.click('.sweep-kept-row [data-act="erase-yes"]');
    await page.waitFor((before) => document.querySelectorAll('.sweep-kept-row').length === before - 1, kept);
    expect(page.problems).toEqual([]);
  });

  it('stops, and goes on where it stopped', async () => {
    await page.click('#sweep-part-plan');
    // An unfinished shard is dropped: of these there are many.
    await page.fill('#sweep-shard', '5');
    await page.fill('#sweep-replicates', '20000');
    await waitForRuns(page, '20,000 runs');
    await page.click('#sweep-run');
    await page.waitForText('#sweep-status', /^[1-9][\d,]* of 20,000 runs/);
    await page.click('#sweep-toggle');
    const stopped = await page.waitForText('#sweep-status', /^Stopped: [1-9][\d,]* of 20,000/);
    await page.click('#sweep-toggle');
    const doneIn = (text: string): number => Number(/[\d,]+/.exec(text)![0].replaceAll(',', ''));
    await page.waitFor((before) => {
      const status = document.querySelector('#sweep-status')!.textContent!;
      return !/^Stopp/.test(status) && Number(/[\d,]+/.exec(status)?.[0].replaceAll(',', '')) > before;
    }, doneIn(stopped));
    await page.click('#sweep-toggle');
    const again = await page.waitForText('#sweep-status', /^Stopped: [1-9]/);
    expect(doneIn(again)).toBeGreaterThanOrEqual(doneIn(stopped));
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('the screen of sweeps on a phone', () => {
  it.each(['en', 'es'] as const)('has room, targets for thumbs, and its button in sight: %s', async (language) => {
    const phone = await open(
      'chromium',
      { viewport: { width: 390, height: 844 }, dark: true, reducedMotion: true },
      language,
    );
    const fits = async (): Promise<void> => {
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await small(phone)).toEqual([]);
      expect(await barriers(phone)).toEqual([]);
    };
    try {
      await add(phone, 'GER.RUS.hostility');
      await put(phone, 1, 'steps', '2');
      await add(phone, 'attacks.parameters.aggression');
      await put(phone, 2, 'steps', '2');
      await phone.fill('#sweep-replicates', '2');
      await waitForRuns(phone, '8 ');
      const run = await phone.evaluate(() => document.querySelector('#sweep-run')!.getBoundingClientRect().bottom);
      expect(run).toBeLessThanOrEqual(844);
      await fits();
      await phone.click('#sweep-run');
      await finish(phone);
      for (const view of ['heat', 'lines', 'table', 'sensitivity']) {
        await phone.click(`#sweep-view-${view}`);
        await phone.waitFor(() => document.querySelector('.sweep-chart, .sweep-indices'));
        await fits();
      }
    } finally {
      await phone.close();
    }
  });
});
