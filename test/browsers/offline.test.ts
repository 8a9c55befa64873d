import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePayload } from '../../formats/link/link.ts';
import { scenarios } from '../../scenarios/index.ts';
import { createSession } from '../../workers/session.ts';
import { available, launch, type Page, serveApp } from './driver.ts';
import { catchFiles, saved } from './saved.ts';

// A run that is saved as a page of its own, and opened from the disk.

const folder = mkdtempSync(join(tmpdir(), 'foedus-page-'));
const put = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return pathToFileURL(join(folder, name)).href;
};
const EVIL = '</script><script>document.title="taken"</script>$&<!--';
const PLACE = '<script type="application/json" id="run">';
const PLACED = [{ kind: 'set', tick: 9, path: 'actors.USA.autonomy', value: 0.9 }];

/** NATO under another name, with an intervention, as it is handed to somebody. */
async function letter(): Promise<{ text: string; digest: string }> {
  const scenario = { ...(scenarios.nato as object), title: EVIL };
  const run = await createSession().run({ scenario, seed: '7', interventions: PLACED });
  return { text: writePayload({ ...run, scenario, tick: 30 }, scenarios), digest: run.digest };
}

let app: { url: string; close: () => Promise<void> };
let page: string;
let digest: string;

beforeAll(async () => {
  app = await serveApp();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app?.close();
});

describe.runIf(available.includes('chromium'))('a run', () => {
  it('is saved as a page of its own, as it is and with nothing in it that could end its place', async () => {
    const { text, digest: expected } = await letter();
    const tab = await launch('chromium');
    try {
      await tab.goto(`${app.url}`);
      await tab.waitForText('#date', /\d/);
      await tab.evaluate((content: string) => {
        const place = document.createElement('script');
        place.type = 'application/json';
        place.id = 'run';
        place.textContent = content;
        document.body.append(place);
        location.hash = '';
        dispatchEvent(new HashChangeEvent('hashchange'));
      }, text);
      await tab.waitForText('#digest', expected);
      await tab.evaluate(() => document.getElementById('run')!.remove());
      await catchFiles(tab);
      await tab.click('#share');
      const { name, bytes } = await saved(tab, '#save-page');
      expect(name).toBe(`nato-${expected}.html`);
      [page, digest] = [bytes.toString(), expected];
      expect(bytes.length).toBeLessThan(3_000_000);
      expect(page).toContain('\\u003c/script>\\u003cscript>document.title');
      expect(page).not.toContain('</script><script>document.title');
    } finally {
      await tab.close();
    }
  });
});

describe.each(available)('the page in %s', (engine) => {
  let tab: Page;
  beforeAll(async () => {
    tab = await launch(engine, { viewport: { width: 1280, height: 900 } });
    await tab.goto(put('run.html', page));
  });
  afterAll(() => tab?.close());

  it('makes the run anew from the disk, at its moment, and says that it is the same', async () => {
    expect(await tab.waitForText('#digest', digest)).toBe(digest);
    await tab.waitForText('#date', '1979');
    await tab.waitForText('.notice', 'Same run');
    expect(await tab.text('h1')).toContain(EVIL);
    expect(await tab.evaluate(() => document.title)).not.toBe('taken');
    expect(tab.problems).toEqual([]);
  });

  it('asks nobody for anything, and could not', async () => {
    const asked = await tab.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).protocol),
    );
    expect(asked.filter((protocol) => !['data:', 'blob:'].includes(protocol))).toEqual([]);
    expect(await tab.evaluate((url: string) => fetch(url).then(String, () => 'refused'), app.url)).toBe('refused');
  });

  it('is walked, run with another seed, and comes back by its name', async () => {
    await tab.press('Home');
    await tab.waitForText('#date', '1949');
    await tab.fill('#seed', '8');
    await tab.waitFor((old: string) => !['', old].includes(document.querySelector('#digest')!.textContent!), digest);
    await tab.click('.wordmark');
    await tab.waitForText('#digest', digest);
  });

  it('is saved again from itself', async () => {
    await catchFiles(tab);
    await tab.click('#share');
    const { bytes } = await saved(tab, '#save-page');
    await tab.goto(put('again.html', bytes.toString()));
    await tab.waitForText('#digest', digest);
    expect(bytes.toString()).toContain('"tick":30');
  });
});

describe.runIf(available.includes('chromium'))('a page that was tampered with', () => {
  it.each([
    ['no run', 'null', 'The run in this file cannot be opened'],
    ['no JSON', '{', 'The run in this file cannot be opened'],
    [
      'a reserved key',
      JSON.stringify({
        base: 'nato',
        hash: '',
        seed: '1',
        ticks: 5,
        engine: 'x',
        marks: '',
        changes: [[['__proto__', 'x'], 1]],
      }),
      'is reserved',
    ],
  ])('with %s is told in a sentence above what can be shown', async (_, content, sentence) => {
    const tab = await launch('chromium');
    try {
      const [from, to] = [page.lastIndexOf(PLACE) + PLACE.length, page.lastIndexOf('</script>')];
      const at = page.slice(0, from) + content + page.slice(to);
      expect(page.slice(from, to)).toContain('"base":"nato"');
      await tab.goto(put('tampered.html', at));
      await tab.waitForText('.notice', sentence);
      await tab.waitFor(() => document.querySelector('main.replay'));
      expect(tab.problems).toEqual([]);
    } finally {
      await tab.close();
    }
  });
});

it('the page of one file is built, and small enough to be sent', () => {
  const built = readFileSync(new URL('../../dist/app/offline.html', import.meta.url));
  expect(built.length).toBeLessThan(3_000_000);
  expect(built.toString()).not.toMatch(/<(script|link)[^>]*(src|href)=/);
});

it('the page of one file holds runs, and nothing of sweeps', () => {
  const built = readFileSync(new URL('../../dist/app/offline.html', import.meta.url), 'utf8');
  expect(built).toContain('foedus-run/1');
  expect(built).not.toMatch(/foedus-(sweep|plan)\/1|"sweep\.|foedus-sweeps/);
});
