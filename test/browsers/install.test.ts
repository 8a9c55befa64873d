import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page } from './driver.ts';
import { serveFolder } from './folder.ts';
import { catchFiles, saved } from './saved.ts';

// The app stays on the computer: it starts without a network, and a new version waits until it is wanted.

const built = fileURLToPath(new URL('../../dist/app', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'foedus-app-'));

/** Another version of the app takes the place of the one that is served. */
function publish(title: string): void {
  const change = (name: string, from: RegExp, to: string): void => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toMatch(from);
    writeFileSync(join(folder, name), text.replace(from, to));
  };
  change('index.html', /<title>[^<]*<\/title>/, `<title>${title}</title>`);
  change('sw.js', /(url:"index\.html",revision:")[^"]*|(revision:")[^"]*(",url:"index\.html)/, `$1$2${title}$3`);
}

const isKept = (page: Page) =>
  page.waitFor(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');

describe.runIf(available.includes('chromium'))('the app', () => {
  let page: Page;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    cpSync(built, folder, { recursive: true });
    server = await serveFolder(folder);
    page = await launch('chromium', { viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.url}#s=nato&seed=1`);
    await page.waitForText('#date', /\d/);
    await isKept(page);
  });
  afterAll(async () => {
    await page?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('can be installed: its manifest and icons are there', async () => {
    const icons = await page.evaluate(async () => {
      const link = document.querySelector('link[rel="manifest"]') as HTMLLinkElement;
      const { icons, start_url: start } = await (await fetch(link.href)).json();
      const found = await Promise.all(
        icons.map(async ({ src }: { src: string }) => (await fetch(new URL(src, link.href))).ok),
      );
      return [start, ...found];
    });
    expect(icons).toEqual(['./', true, true, true, true]);
  });

  it('starts, runs and saves once the server is gone', async () => {
    await server.close();
    await page.goto('about:blank');
    await page.goto(`${server.url}#s=nato&seed=12`);
    const { digest } = await createSession().run({ scenario: scenarios.nato, seed: '12' });
    await page.waitForText('#digest', digest);
    await catchFiles(page);
    await page.click('#share');
    const table = await saved(page, '#save-csv');
    expect(table.name).toBe(`nato-${digest}.csv`);
    expect(table.bytes.toString()).toMatch(/^run,seed,tick,year,actor/);
    expect((await saved(page, '#save-page')).bytes.length).toBeGreaterThan(500_000);
    await page.press('Escape');
    expect(page.problems).toEqual([]);
  });

  it.each(['?x=1#s=nato&seed=12', 'index.html?lang=es#s=nato&seed=12', '?utm_source=mail&fbclid=x#s=nato&seed=12'])(
    'starts without a server whatever its query: %s',
    async (address) => {
      await page.goto('about:blank');
      await page.goto(server.url + address);
      const { digest } = await createSession().run({ scenario: scenarios.nato, seed: '12' });
      await page.waitForText('#digest', digest);
    },
  );

  it('says that a new version waits, reloads nothing by itself, and takes it when it is told to', async () => {
    publish('Newer');
    server = await serveFolder(folder, server.port);
    await page.goto('about:blank');
    await page.goto(`${server.url}#s=nato&seed=1&t=7`);
    await page.waitForText('.update', 'A new version of Foedus is ready');
    expect(await page.evaluate(() => document.title)).toBe('Foedus');
    expect(await barriers(page)).toEqual([]);
    await page.evaluate(() => void Object.assign(window, { sameAsBefore: true }));
    await page.click('#later');
    expect(await page.count('.update')).toBe(0);
    // The version waits on, and the page is the one that it was.
    await page.waitFor(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state === 'installed');
    expect(await page.evaluate(() => 'sameAsBefore' in window)).toBe(true);

    // A page that is merely reloaded stays with the version it has, and says so again.
    await page.evaluate(() => location.reload());
    await page.waitFor(() => !('sameAsBefore' in window) && document.querySelector('#reload'));
    expect(await page.evaluate(() => document.title)).toBe('Foedus');
    await page.click('#reload');
    await page.waitFor(() => document.title === 'Newer');
    await page.waitForText('#date', '1956');
    expect(await page.count('.update')).toBe(0);
  });

  it('takes a version that waited once all its pages were closed', async () => {
    publish('Newest');
    await page.goto('about:blank');
    await page.goto(`${server.url}#s=nato&seed=1`);
    await page.waitForText('.update', 'is ready');
    await page.goto('about:blank');
    await page.goto(`${server.url}#s=nato&seed=1`);
    await page.waitFor(() => document.title === 'Newest');
    expect(page.problems).toEqual([]);
  });
});
