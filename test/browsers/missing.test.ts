import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available, launch, type Page, serveApp } from './driver.ts';

// A connection that is lost when only a part of the page has come: what is asked for then is said to be missing, in a sentence.

const LOST = 'A part of the page could not be loaded. Are you connected?';

let app: Awaited<ReturnType<typeof serveApp>>;
let between: Server;
let url: string;
/** Files that do not come now, by how their names begin. */
let missing: readonly string[] = [];

beforeAll(async () => {
  app = await serveApp();
  between = createServer(async ({ url: path = '' }, answer) => {
    if (missing.some((name) => path.startsWith(`/assets/${name}-`))) return void answer.writeHead(503).end();
    const found = await fetch(new URL(path, app.url));
    answer.writeHead(found.status, { 'content-type': found.headers.get('content-type') ?? '' });
    answer.end(Buffer.from(await found.arrayBuffer()));
  });
  await new Promise<void>((ready) => between.listen(0, '127.0.0.1', ready));
  const address = between.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  url = `http://localhost:${address.port}/`;
});
afterAll(async () => {
  await new Promise((closed) => between?.close(closed));
  await app?.close();
});

describe.runIf(available.includes('chromium'))('what cannot be fetched', () => {
  const opened = async (lost: readonly string[], look: (tab: Page) => Promise<void>, hash = ''): Promise<void> => {
    missing = lost;
    const tab = await launch('chromium');
    try {
      await tab.goto(url + hash);
      await look(tab);
    } finally {
      await tab.close();
    }
  };

  it('and was to open is said on top of the page, and nothing else changes', () =>
    opened(['branch-form', 'header-dialogs', 'details'], async (tab) => {
      await tab.waitForText('#date', /\d/);
      for (const button of ['#branch-here', '#share', '.chip-button']) {
        await tab.click(button);
        await tab.waitForText('.notice', LOST);
        expect(await tab.count('dialog[open], .details')).toBe(0);
        await tab.click('.notice button');
        await tab.waitFor(() => !document.querySelector('.notice'));
      }
      await tab.press('ArrowRight');
      expect(await tab.count('main.replay')).toBe(1);
    }));

  it('and was to stand in the page is said there', () =>
    opened(['tables', 'reasons'], async (tab) => {
      await tab.waitForText('#date', /\d/);
      await tab.press('t');
      await tab.waitForText('.stage .missing', LOST);
      await tab.press('n');
      await tab.waitFor(() => document.querySelector('.network .node') && !document.querySelector('.stage .missing'));
      await tab.click('.event-why');
      await tab.waitForText('.event .missing', LOST);
    }));

  it('and is the scenario, is why there is no run', async () => {
    await opened(
      ['nato'],
      async (tab) => {
        await tab.waitForText('main [role=alert]', 'This scenario could not be loaded. Are you connected?');
        expect(await tab.text('#scenario option:checked')).toMatch(/^NATO/);
      },
      '#s=nato',
    );
  });
});
