import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { withParameters } from '../../sim/experiment/parameter-controls.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page } from './driver.ts';
import { serveFolder } from './folder.ts';

// Trying things out as a person would: levers, the text, files, scenarios of one’s own. All under a strict content policy.

const root = fileURLToPath(new URL('../..', import.meta.url));
const SCENARIO = 'delian-league';
let app: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  app = await serveFolder(join(root, 'dist/app'));
});
afterAll(() => app?.close());

const digestOf = async (scenario: unknown, seed = '1'): Promise<string> =>
  (await createSession().run({ scenario, seed })).digest;

type Looks = Parameters<typeof launch>[1];
async function open(hash = `#s=${SCENARIO}&seed=1`, looks: Looks = {}): Promise<Page> {
  const page = await launch('chromium', { viewport: { width: 1440, height: 900 }, ...looks });
  await page.goto(app.url + hash);
  await page.waitForText('#digest', /[0-9a-f]{16}/);
  return page;
}
const explore = async (page: Page, part: 'levers' | 'editor' | 'own'): Promise<void> => {
  await page.click('#screen-explore');
  await page.click(`#part-${part}`);
};
/** The text in the editor, which stands in a shadow. */
const written = (page: Page): Promise<string> =>
  page.waitFor(
    () => document.querySelector('.paper-host')?.shadowRoot?.querySelector('.cm-content')?.textContent ?? '',
  );
const intoText = (page: Page) =>
  page.evaluate(() =>
    (document.querySelector('.paper-host')!.shadowRoot!.querySelector('.cm-content') as HTMLElement).focus(),
  );
/** What is in a file: a text, bytes, or a text with a part in it that comes again and again. */
type Content = string | number[] | { head: string; again: string; times: number; tail: string };
/** Drops a file on the page, as a hand would. */
const drop = (page: Page, name: string, content: Content) =>
  page.evaluate(
    (called: string, given: Content) => {
      const part = Array.isArray(given)
        ? new Uint8Array(given)
        : typeof given === 'string'
          ? given
          : given.head + given.again.repeat(given.times) + given.tail;
      const held = new DataTransfer();
      held.items.add(new File([part], called));
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: held }));
    },
    name,
    content,
  );

describe.runIf(available.includes('chromium'))('levers', () => {
  let page: Page;
  afterAll(() => page?.close());

  it('run the scenario anew, as Node does, and show what changed', async () => {
    page = await open();
    await explore(page, 'levers');
    await page.waitForText('#trial-digest', await digestOf(scenarios[SCENARIO]));
    await page.fill('#model-security', '1');
    await page.waitForText(
      '#trial-digest',
      await digestOf(withParameters(scenarios[SCENARIO], { 'model.security': 1 })),
    );
    await page.waitForText('.trial-figures caption', /differs? at the end/);
    await page.waitForText('.outcome .paired-says', /^In \d+ of 30 seeds more, in \d+ less, in \d+ the same/);
    expect(await page.count('.outcome .paired > .paired-figures li:first-child i')).toBe(60);
    expect(await page.count('.trial-picture .band')).toBeGreaterThan(0);
    expect(await barriers(page)).toEqual([]);
  });

  it('say what does not fit, move by the keyboard, and go back', async () => {
    await page.fill('#model-security', '99');
    await page.waitForText('.lever-wrong', 'A number from 0 to 10.');
    await page.click('.lever.turned .lever-reset');
    await page.waitForText('#trial-digest', await digestOf(scenarios[SCENARIO]));
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('#model-trust')!.parentElement!.querySelector('input')!.focus(),
    );
    await page.press('ArrowRight');
    await page.waitForText('.outcome-digest', 'One parameter changed');
    await page.click('#reset-levers');
    await page.waitForText('.outcome-digest', 'The original run');
  });

  it('open in the replay as a run with a link of its own', async () => {
    await page.fill('#model-security', '1');
    const wanted = await digestOf(withParameters(scenarios[SCENARIO], { 'model.security': 1 }));
    await page.waitForText('#trial-digest', wanted);
    await page.waitFor(() => !document.querySelector<HTMLButtonElement>('#open-trial')!.disabled);
    await page.click('#open-trial');
    await page.waitForText('#digest', wanted);
    const hash = await page.waitFor(() => (location.hash.startsWith('#~') ? location.hash : ''));
    const other = await open(hash);
    try {
      await other.waitForText('#digest', wanted);
    } finally {
      await other.close();
    }
    expect(page.problems).toEqual([]);
  });

  it('of a model turn its declared parameters', async () => {
    const own = await open('#s=classics/agreement-linear&seed=1');
    try {
      await explore(own, 'levers');
      await own.fill('#parameters-N', '25');
      const wanted = await digestOf(withParameters(scenarios['classics/agreement-linear'], { 'parameters.N': 25 }));
      await own.waitForText('#trial-digest', wanted);
      expect(await own.count('.trial-picture .chart')).toBe(1);
    } finally {
      await own.close();
    }
  });
});

describe.runIf(available.includes('chromium'))('the editor', () => {
  let page: Page;
  afterAll(() => page?.close());

  it('shows the scenario on show, and marks what is wrong at its place', async () => {
    page = await open();
    await explore(page, 'editor');
    expect(await written(page)).toContain('"delian-league"');
    await page.waitForText('#faults-title', 'No errors');
    await intoText(page);
    await page.press('Control+Home');
    await page.press('End');
    await page.press('Enter');
    await page.type('"colour": 3,');
    await page.waitForText('.editor-faults', 'unknown key');
    await page.waitForText('#faults-title', 'One error');
    await page.waitForText('.editor-fault', 'Line 2');
    await page.waitFor(
      () => document.querySelector('.paper-host')!.shadowRoot!.querySelector('.cm-lintRange-error') !== null,
    );
    expect(await page.evaluate(() => document.querySelector<HTMLButtonElement>('#editor-run')!.disabled)).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });

  it('goes to a fault that is clicked', async () => {
    await page.press('Control+End');
    await page.click('.editor-fault');
    const line = await page.waitFor(
      () => document.querySelector('.paper-host')!.shadowRoot!.querySelector('.cm-activeLine')?.textContent,
    );
    expect(line).toContain('colour');
  });

  it('lets go of the keyboard by Escape and Tab', async () => {
    await intoText(page);
    await page.press('Escape');
    await page.press('Tab');
    await page.waitFor(() => document.activeElement !== document.querySelector('.paper-host'));
  });

  it('keeps a draft over a reload', async () => {
    await page.waitFor(async () => {
      const answer = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const base = await answer(indexedDB.open('foedus'));
      const draft = await answer(base.transaction('drafts').objectStore('drafts').get('draft'));
      base.close();
      return draft?.text.includes('"colour": 3,');
    });
    await page.goto(`${app.url}?again#s=${SCENARIO}&seed=1`);
    await page.waitForText('#digest', /[0-9a-f]{16}/);
    await explore(page, 'editor');
    expect(await written(page)).toContain('"colour": 3,');
  });

  it('takes back, and runs what is sound', async () => {
    await page.click('#editor-copy');
    await page.waitForText('#faults-title', 'No errors');
    await page.click('#editor-run');
    await page.waitForText('#digest', await digestOf(scenarios[SCENARIO]));
    expect(await page.count('main.replay')).toBe(1);
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('scenarios of one’s own', () => {
  let page: Page;
  afterAll(() => page?.close());
  const titles = () => page.evaluate(() => [...document.querySelectorAll('.own-row h2')].map((one) => one.textContent));

  it('are kept, renamed, duplicated, deleted and brought back', async () => {
    page = await open();
    await explore(page, 'own');
    await page.click('#own-copy');
    await page.waitForText('.own-row h2', 'Copy of The Delian League');
    await page.click('[data-act="rename"]');
    await page.waitFor(() => document.activeElement?.closest('.own-naming'));
    await page.fill('.own-naming input', 'Athens, otherwise');
    await page.press('Enter');
    await page.waitForText('.own-row h2', 'Athens, otherwise');
    await page.click('[data-act="duplicate"]');
    await page.waitFor(() => document.querySelectorAll('.own-row').length === 2);
    expect(await barriers(page)).toEqual([]);
    await page.click('[data-act="delete"]');
    await page.waitFor(() => document.querySelectorAll('.own-row').length === 1);
    await page.click('#own-restore');
    await page.waitFor(() => document.querySelectorAll('.own-row').length === 2);
    expect((await titles()).sort()).toEqual(['Athens, otherwise', 'Copy of Athens, otherwise']);
  });

  it('stand on the shelf after a reload, and run from there', async () => {
    await page.goto(`${app.url}?again#s=${SCENARIO}&seed=1`);
    await page.waitForText('#scenario optgroup[label="Your own"]', 'Athens, otherwise');
    const value = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLOptionElement>('#scenario option')].find(
          (option) => option.textContent === 'Athens, otherwise',
        )!.value,
    );
    await page.waitForText('#digest', /[0-9a-f]{16}/);
    await page.fill('#scenario', value);
    await page.waitForText('h1', 'Athens, otherwise');
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('a file that is dropped', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('#s=classics/glove&seed=1');
  });
  afterAll(() => page?.close());
  const glove = scenarios['classics/glove'] as Record<string, unknown>;
  const [head, tail] = JSON.stringify({ ...glove, actors: ['*'] }).split('"*"') as [string, string];
  const bomb = { id: 'a', name: 'A', resources: {}, strategy: 'expression', contribution: `1${'^9'.repeat(400)}` };

  const HOSTILE: [what: string, name: string, content: Content, says: RegExp][] = [
    ['no JSON', 'notes.txt', 'dear diary', /^notes\.txt: not JSON/],
    ['empty', 'empty.json', '', /^empty\.json: empty, expected JSON/],
    ['binary', 'photo.json', [0x89, 0x50, 0xff, 0xfe, 0], /^photo\.json: not a text/],
    [
      'a script in its name',
      '<img src=x onerror=alert(1)>.json',
      '[]',
      /^<img src=x onerror=alert\(1\)>\.json: expected/,
    ],
    ['deeply nested', 'deep.json', { head: '', again: '[', times: 1e6, tail: ']'.repeat(2) }, /^deep\.json: /],
    ['deeply nested and whole', 'deep.json', `${'['.repeat(1e5)}${']'.repeat(1e5)}`, /nested deeper than 48 levels/],
    ['reserved keys', 'proto.json', '{"__proto__": {"polluted": 1}}', /__proto__.* is reserved/],
    [
      'a million actors',
      'many.json',
      { head, again: '{"id":"a"},', times: 1e6, tail: `{"id":"a"}${tail}` },
      /^many\.json: .*more than 2000000/,
    ],
    [
      'a bomb of a formula',
      'bomb.json',
      JSON.stringify({ ...glove, actors: [bomb] }),
      /^bomb\.json: actors\[0\]\.contribution: /,
    ],
    ['a spoilt run', 'run.json', '{"format": "foedus-run/1", "scenario": 3}', /^run\.json: /],
    [
      'too large',
      'large.json',
      { head: '', again: ' ', times: 16 * 1024 * 1024 + 1, tail: '' },
      /^large\.json: larger than 16 MB/,
    ],
  ];

  it.each(HOSTILE)('and is %s is answered in a sentence, and harms nothing', async (_, name, content, says) => {
    const before = await page.text('#digest');
    await drop(page, name, content);
    const notice = await page.waitForText('.notice', says);
    expect(notice.length).toBeLessThan(400);
    expect(await page.text('#digest')).toBe(before);
    expect(await page.evaluate(() => ({}) as { polluted?: number })).toEqual({});
    expect(await page.count('img')).toBe(0);
    await page.click('.notice .plain');
    expect(page.problems).toEqual([]);
  });

  it('and is a scenario runs, and is kept', async () => {
    await drop(page, 'voting.json', JSON.stringify(scenarios['classics/voting']));
    await page.waitForText('#digest', await digestOf(scenarios['classics/voting']));
    await page.waitFor(() => document.querySelector('#scenario optgroup[label="Your own"]'));
  });

  it('and is a scenario bears its own title, also where a bundled one has its id', async () => {
    const mine = { ...(scenarios['classics/voting'] as object), title: 'Seats of my own' };
    await drop(page, 'mine.json', JSON.stringify(mine));
    await page.waitForText('h1', 'Seats of my own');
    expect(await page.text('#scenario option:checked')).toBe('Seats of my own');
    expect(await page.evaluate(() => (document.querySelector('#scenario') as HTMLSelectElement).value)).toMatch(
      /^#own /,
    );
  });

  it('and is refused is not what is open', async () => {
    const before = await page.text('#scenario option:checked');
    await drop(page, 'faulty.json', JSON.stringify({ ...glove, title: 'Faulty', actors: [] }));
    const notice = await page.waitForText('.notice', /^faulty\.json: actors/);
    expect(notice).toContain('The file was not opened.');
    expect(await page.text('#scenario option:checked')).toBe(before);
    expect(await page.evaluate(() => document.body.innerText.includes('Faulty'))).toBe(false);
    await page.click('.notice .plain');
  });

  it('and is too large for a link says what to do instead, and offers no link to copy', async () => {
    const words = Array.from({ length: 14_000 }, (_, k) => ((k * 2654435761) % 4294967291).toString(36)).join(' ');
    const caveats = Array.from({ length: 24 }, (_, k) => words.slice(3_900 * k, 3_900 * (k + 1)));
    await drop(page, 'wordy.json', JSON.stringify({ ...glove, id: 'wordy', title: 'Wordy', caveats }));
    await page.waitForText('h1', 'Wordy');
    await page.click('#share');
    await page.waitForText('.share-warning', 'Save it as a run file below, and send the file.');
    expect(await page.evaluate(() => (document.querySelector('#copy-link') as HTMLButtonElement).disabled)).toBe(true);
    expect(await page.evaluate(() => (document.querySelector('#link') as HTMLInputElement).value)).toBe('');
    await page.click('#save-run');
    await page.press('Escape');
  });

  it('and is a saved run opens as that run, and is compared with it', async () => {
    const session = createSession();
    await session.run({ scenario: scenarios[SCENARIO], seed: '5' });
    const run = await session.runFile();
    await drop(page, 'run.json', JSON.stringify(run));
    await page.waitForText('#digest', (run.result as { digest: string }).digest);
    await page.waitForText('.notice', 'Same run as in the file.');
    await drop(page, 'run.json', JSON.stringify({ ...run, digests: run.digests.map(() => '0123456789abcdef') }));
    await page.waitForText('.notice', 'differs from the one in the file from tick 0 on');
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('the screen', () => {
  it.each([
    ['light on a phone', false],
    ['dark on a phone', true],
  ])('fits a phone, shuts nobody out, and has targets for thumbs: %s', async (_, dark) => {
    const page = await open(undefined, { dark, viewport: { width: 390, height: 844 } });
    try {
      for (const part of ['levers', 'editor', 'own'] as const) {
        await explore(page, part);
        if (part === 'levers') await page.waitForText('#trial-digest', /[0-9a-f]{16}/);
        if (part === 'editor') await written(page);
        if (part === 'own') await page.click('#own-copy');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        const small = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('main button, main input:not([type="checkbox"])')]
            .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
            .map((element) => element.outerHTML.slice(0, 80)),
        );
        expect(small).toEqual([]);
        expect(await barriers(page)).toEqual([]);
      }
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
