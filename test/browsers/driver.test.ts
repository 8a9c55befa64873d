import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available, launch, type Page, serveApp } from './driver.ts';

const html = `<!doctype html><html lang="en"><title>desk</title>
  <style>body { background: white } @media (prefers-color-scheme: dark) { body { background: black } }</style>
  <button id="more">more</button><output id="times">0</output><input id="name"><input id="level" type="range">
  <p id="keys"></p><script>
  let times = 0;
  document.querySelector('#more').onclick = () => { document.querySelector('#times').textContent = String(++times); };
  document.addEventListener('keydown', (event) => {
    document.querySelector('#keys').textContent += (event.shiftKey ? 'Shift+' : '') + event.key + ' ';
  });
  </script>`;

const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(html));
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

it('finds at least one engine', () => {
  expect(available).not.toEqual([]);
});

describe.each(available)('%s', (engine) => {
  let page: Page;
  beforeAll(async () => {
    page = await launch(engine, { viewport: { width: 1000, height: 700 } });
    await page.goto(address);
  });
  afterAll(() => page?.close());

  it('computes', async () => {
    expect(await page.evaluate('1 + 1')).toBe(2);
    expect(await page.evaluate((a: number, b: { c: number }) => a + b.c, 40, { c: 2 })).toBe(42);
    expect(await page.evaluate(async () => [await Promise.resolve('é'), null])).toEqual(['é', null]);
    expect(await page.evaluate(() => undefined)).toBeUndefined();
  });

  it('hands on what the page throws', async () => {
    const failing = page.evaluate(() => {
      throw new Error('out of grain');
    });
    await expect(failing).rejects.toThrow('out of grain');
  });

  it('clicks', async () => {
    await page.click('#more');
    await page.click('#more');
    expect(await page.waitForText('#times', /^[2-9]/)).toBe('2');
    expect(await page.text('#times')).toBe('2');
    expect(await page.count('input')).toBe(2);
  });

  it('presses keys and chords', async () => {
    await page.click('#name');
    await page.type('Wei+2');
    expect(await page.evaluate(() => (document.querySelector('#name') as HTMLInputElement).value)).toBe('Wei+2');
    for (const key of ['Tab', 'Shift+Tab', 'ArrowLeft', 'Escape', 'Enter']) await page.press(key);
    expect(await page.text('#keys')).toMatch(/Tab (Shift\+Shift )?Shift\+(Tab|Unidentified) ArrowLeft Escape Enter $/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('name');
  });

  it('fills a slider', async () => {
    await page.fill('#level', '70');
    expect(await page.waitFor(() => (document.querySelector('#level') as HTMLInputElement).value)).toBe('70');
  });

  it('runs a whole script', async () => {
    await page.addScript('/* two */ var one = 1; globalThis.two = one + one;');
    expect(await page.evaluate('two')).toBe(2);
  });

  it('takes the size it is given', async () => {
    expect(await page.setViewport({ width: 1200, height: 800 })).toEqual({ width: 1200, height: 800 });
    const phone = engine === 'webkit' ? 447 : 390;
    expect(await page.setViewport({ width: 390, height: 800 })).toEqual({ width: phone, height: 800 });
  });

  it('makes a picture', async () => {
    const png = await page.screenshot();
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });

  it('can be dark and still from the start', async () => {
    const night = await launch(engine, { dark: true, reducedMotion: true });
    try {
      await night.goto(address);
      expect(await night.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)');
      expect(await night.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
    } finally {
      await night.close();
    }
  });

  it('opens the app', async () => {
    const app = await serveApp();
    try {
      await page.goto(app.url);
      expect(await page.evaluate('document.title')).toContain('Foedus');
      expect(page.problems).toEqual([]);
    } finally {
      await app.close();
    }
  });
});
