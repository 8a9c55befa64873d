import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShard } from '../../../formats/sweep/shard-parquet.ts';
import { type EngineName, launch, type Page } from '../driver.ts';
import { visit } from '../screen.ts';

// What tests of the screen of sweeps share: a plan from fields, its runs, and what they come to.

export const SCENARIO = 'europe-1879-1914';

/** Opens the screen with the plan of the run on show. */
export async function openScreen(
  url: string,
  engine: EngineName,
  looks: Parameters<typeof launch>[1] = {},
  language: 'en' | 'es' = 'en',
): Promise<Page> {
  const { viewport = { width: 1440, height: 900 } } = looks;
  const page = await launch(engine, { ...looks, viewport });
  const hash = `#s=${SCENARIO}&seed=7`;
  if (language === 'en') await page.goto(url + hash);
  else await visit(page, url, hash, { language, viewport });
  await page.waitForText('#digest', /[0-9a-f]{16}/);
  await page.click('#screen-sweep');
  await page.waitFor(() => (document.querySelector('#sweep-add') as HTMLInputElement | null)?.placeholder.match(/\d/));
  return page;
}

/** Chooses what varies from the list, by the keyboard. */
export async function add(page: Page, words: string): Promise<void> {
  await page.fill('#sweep-add', words);
  await page.waitFor(() => document.querySelector('.sweep-choice'));
  await page.press('ArrowDown');
  await page.press('Enter');
}

/** Fills a field of the n-th card. */
export const put = (page: Page, card: number, field: string, value: string): Promise<void> =>
  page.fill(`.sweep-entry:nth-child(${card}) [id^="sweep-${field}-"]`, value);

/** Until the plan in the fields, and no earlier one, comes to so many runs. */
export const waitForRuns = (page: Page, runs: string) =>
  page.waitFor(
    (wanted) =>
      document.querySelector('.sweep-runs')?.textContent?.includes(wanted) &&
      document.querySelector('#sweep-run')?.ariaDisabled === 'false',
    runs,
  );

export const finish = (page: Page) =>
  page.waitFor(() => document.querySelector('.sweep-cell') && !document.querySelector('#sweep-toggle'));

/** The digests that the dialog lists, by the numbers of the runs. */
export const listed = (page: Page): Promise<[string, string][]> =>
  page.waitFor(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('dialog[open] .sweep-open-run')];
    const found = buttons.map(({ dataset }) => [dataset.run!, dataset.digest!] as [string, string]);
    return found.length > 0 && found.every(([, digest]) => /^[0-9a-f]{16}$/.test(digest)) && found;
  }) as Promise<[string, string][]>;

export const close = async (page: Page): Promise<void> => {
  await page.press('Escape');
  await page.waitFor(() => !document.querySelector('dialog[open]'));
};

/** The digests of all runs of a folder, by their numbers. */
export async function digestsIn(dir: string): Promise<Map<string, string>> {
  const shards = readdirSync(join(dir, 'shards')).sort();
  const tables = await Promise.all(shards.map((shard) => readShard(readFileSync(join(dir, 'shards', shard)))));
  return new Map(tables.flatMap(({ rows }) => rows.map((row) => [String(row[0]), String(row.at(-3))] as const)));
}

export const small = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sweep :is(button, select, input:not([type="checkbox"]))')]
      .filter((element) => element.checkVisibility() && !element.closest('.sweep-heat, .sweep-lines, .sweep-choices'))
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => element.outerHTML.slice(0, 80)),
  );

/** Europe with two settings: 3 × 2 points, two runs each. */
export async function plan(page: Page): Promise<void> {
  await add(page, 'GER.RUS.hostility');
  await put(page, 1, 'to', '0.8');
  await put(page, 1, 'steps', '3');
  await add(page, 'attacks aggression');
  await put(page, 2, 'to', '0.1');
  await put(page, 2, 'steps', '2');
  await page.fill('#sweep-replicates', '2');
  await waitForRuns(page, '12 runs');
}
