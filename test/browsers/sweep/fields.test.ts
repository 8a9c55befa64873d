import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandIn } from '../../cli/command.ts';
import { barriers } from '../axe.ts';
import { available, type Page, serveApp } from '../driver.ts';
import { add, digestsIn, openScreen, put, SCENARIO, small, waitForRuns } from './screen.ts';

// Everything that a sweep file can say has a field: windows, series, points of a CSV. The plan of the fields is that of the command.

const { foedus, file, at } = commandIn('sweep-fields');

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

/** Hands files to a field as if a person had chosen them. */
const give = (page: Page, field: string, files: Record<string, string>) =>
  page.evaluate(
    (of: string, given: Record<string, string>) => {
      const held = new DataTransfer();
      for (const [name, text] of Object.entries(given)) held.items.add(new File([text], name));
      const input = document.querySelector<HTMLInputElement>(of)!;
      input.files = held.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    field,
    files,
  );

/** What the page would save when a button is pressed. */
async function saved(page: Page, button: string): Promise<string> {
  await page.evaluate(() => {
    delete document.body.dataset.saved;
    const made = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (content: Blob) => {
      void content.text().then((text) => {
        document.body.dataset.saved = text;
      });
      return made(content);
    };
  });
  await page.click(button);
  return page.waitFor(() => document.body.dataset.saved) as Promise<string>;
}

/** The command makes the sweep that the page saves, and the page makes it: their plans and their rows are the same. */
async function compare(page: Page, name: string, runs: number): Promise<void> {
  const spec = JSON.parse(await saved(page, '#sweep-save'));
  expect(await foedus('sweep', file(`${name}.json`, spec), '--out', name)).toMatchObject({ code: 0 });
  await page.click('#sweep-run');
  await page.waitForText('#sweep-status', `All ${runs} runs are done.`);
  expect(await saved(page, '#sweep-plan-json')).toBe(readFileSync(at(join(name, 'plan.json')), 'utf8'));
  expect(await foedus('sweep', 'merge', name, '--out', `${name}.csv`)).toMatchObject({ code: 0 });
  const rows = await saved(page, '#sweep-csv');
  expect(rows).toBe(readFileSync(at(`${name}.csv`), 'utf8'));
  const digests = [...(await digestsIn(at(name))).values()];
  expect(digests).toHaveLength(runs);
  for (const digest of digests) expect(rows).toContain(digest);
}

/** Chooses from the list of a field, by the keyboard. */
async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.fill(field, words);
  await page.waitFor(() => document.querySelector('.sweep-choice'));
  await page.press('ArrowDown');
  await page.press('Enter');
}

/** The page's policy keeps axe out of Firefox, where a script from outside is one of the page. */
const barriersIn = async (page: Page): Promise<string[]> => (page.engine === 'chromium' ? barriers(page) : []);

const names = (page: Page, field: string): Promise<string[]> =>
  page.evaluate(
    (of: string) =>
      [...document.querySelectorAll<HTMLElement>(`${of}-names [data-name]`)].map(({ dataset }) => dataset.name!),
    field,
  );

describe.each(available.filter((engine) => engine !== 'webkit'))('the fields of a plan in %s', (engine) => {
  let page: Page;
  beforeAll(async () => {
    page = await openScreen(app.url, engine);
  });
  afterAll(() => page?.close());

  it('measure at the end, over years and over time what is chosen by its words', async () => {
    await add(page, 'RUS.loyalty');
    await put(page, 1, 'steps', '2');
    await page.fill('#sweep-replicates', '2');
    await page.click('#sweep-nothing');
    await choose(page, '#sweep-end', 'attacks');
    await page.fill('#sweep-end', 'count:attacked:0:10');
    await page.press('Enter');
    await choose(page, '#sweep-end', 'cohesion');
    expect(await names(page, '#sweep-end')).toEqual(['attacks', 'count:attacked:0:10', 'cohesion']);
    await page.click('#sweep-add-window');
    await choose(page, '.sweep-window [id^="sweep-window-of-"]', 'security');
    await page.fill('.sweep-window [id^="sweep-window-name-"]', 'early');
    await page.fill('.sweep-window [id^="sweep-window-take-"]', 'max');
    await page.fill('.sweep-window [id^="sweep-window-to-"]', '10');
    await page.waitForText('.sweep-window', '1879');
    await choose(page, '#sweep-series', 'polarisation');
    await page.fill('#sweep-every', '12');
    await waitForRuns(page, '4 runs');
    expect(JSON.parse(await page.text('.sweep-text pre')).measure).toEqual({
      end: ['attacks', 'count:attacked:0:10', 'cohesion'],
      windows: [{ name: 'early', of: 'security', from: 0, to: 10, take: 'max' }],
      every: { ticks: 12, names: ['polarisation'] },
    });
    expect(await barriersIn(page)).toEqual([]);
    await compare(page, `measured-${engine}`, 4);
  });

  it('take their points from a CSV, whose columns are matched with paths and names', async () => {
    await page.click('#sweep-part-plan');
    await page.fill('#sweep-design', 'points');
    await give(page, '#sweep-points-field', {
      'my points.csv': 'loyalty,actors.GBR.autonomy\n0.2,0.5\n0.4,oops 1\n0.6,\n',
    });
    await page.waitForText(
      '#sweep-points-wrong',
      'my points.csv: line 4, column actors.GBR.autonomy: expected a value',
    );
    expect(await barriersIn(page)).toEqual([]);
    await give(page, '#sweep-points-field', {
      'my points.csv': 'actors.GBR.autonomy,loyalty,luck\n0.5,0.2,1\n0.7,0.4,2\n0.9,0.6,3\n',
    });
    await page.waitForText('[data-column="luck"]', 'no setting is called so');
    await page.waitForText('[data-column="loyalty"]', 'sets actors.RUS.loyalty');
    await page.waitForText('#sweep-points-wrong', 'my points.csv: line 1: column "luck" is none of those that vary');
    await give(page, '#sweep-points-field', {
      'my points.csv': 'actors.GBR.autonomy,loyalty\n0.5,0.2\n0.7,0.4\n0.9,0.6\n',
    });
    await waitForRuns(page, '6 runs');
    const paths = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.sweep-entry[data-path]')].map(({ dataset }) => dataset.path),
    );
    expect(paths).toEqual(['actors.RUS.loyalty', 'actors.GBR.autonomy']);
    await compare(page, `points-${engine}`, 6);
  });

  it('open what was saved, and say it again', async () => {
    await page.click('#sweep-part-plan');
    const before = await saved(page, '#sweep-save');
    expect(JSON.parse(before).design.points).toEqual([
      [0.2, 0.5],
      [0.4, 0.7],
      [0.6, 0.9],
    ]);
    await give(page, '#sweep-file-field', { 'again.json': before });
    await page.waitForText('.sweep-source', 'again.json');
    await page.waitForText('.sweep-points-count', '3 points');
    await waitForRuns(page, '6 runs');
    const again = JSON.parse(await saved(page, '#sweep-save'));
    expect(again).toEqual({ ...JSON.parse(before), scenario: SCENARIO });
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('the fields of a plan', () => {
  it('take a CSV that is dropped', async () => {
    const page = await openScreen(app.url, 'chromium');
    try {
      await page.fill('#sweep-design', 'points');
      await page.waitFor(() => document.querySelector('.sweep-drop'));
      await page.evaluate(() => {
        const held = new DataTransfer();
        held.items.add(new File(['actors.RUS.loyalty\n0.2\n0.4\n'], 'dropped.csv'));
        const place = document.querySelector('.sweep-drop')!;
        place.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: held }));
        place.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: held }));
      });
      await waitForRuns(page, '40 runs');
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it.each([
    [390, 844, true],
    [1366, 657, false],
  ])('say in Spanish what is wrong, and have room: %i × %i', async (width, height, dark) => {
    const page = await openScreen(
      app.url,
      'chromium',
      { viewport: { width, height }, dark, reducedMotion: true },
      'es',
    );
    try {
      await add(page, 'RUS.loyalty');
      await put(page, 1, 'from', '2');
      await page.click('#sweep-add-window');
      await page.waitForText('.sweep-window .sweep-wrong', 'se esperaba');
      await page.fill('.sweep-window [id^="sweep-window-of-"]', 'security');
      await page.press('Escape');
      await page.waitForText('.sweep-entry .sweep-wrong', 'se esperaba un número desde 2');
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll('.sweep-wrong [lang="en"], .sweep-faults [lang="en"]')].map(
            ({ textContent }) => textContent,
          ),
        ),
      ).toEqual([]);
      await put(page, 1, 'from', '0');
      await page.fill('#sweep-design', 'points');
      await give(page, '#sweep-points-field', { 'puntos.csv': 'loyalty;x\n1;2\n' });
      await page.waitForText('#sweep-points-wrong', 'puntos.csv: línea 1: se esperaban comas');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (width < 900) expect(await small(page)).toEqual([]);
      expect(await barriers(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
