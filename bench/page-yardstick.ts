// What the page is measured by: the same machine's time for the same work with nothing around it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import type { BrowserContext, Page } from 'playwright-core';
import { transformWithOxc } from 'vite';
import { root } from '../scripts/setup.mjs';

/** Nobody answers there but what is laid there: a page without an origin may start no worker. */
const BARE = 'http://localhost/yardstick';

/** An empty page. It needs a window of its own: one that lies behind another draws no frames. */
export async function openBare(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route(BARE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title></title>' }),
  );
  await page.goto(BARE);
  return page;
}

/** What a page draws of a network when it goes to another tick. */
export interface Drawn {
  /** Elements of its pictures, where they are elements. */
  circles: number;
  lines: number;
  texts: number;
  /** Operations on its canvas, where it has one. */
  arcs: number;
  segments: number;
  strokes: number;
  fills: number;
  letters: number;
}

/** Counts what one jump to `tick` draws. */
export const countDrawn = (page: Page, tick: number): Promise<Drawn> =>
  page.evaluate(async (to) => {
    const pen = CanvasRenderingContext2D.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
    const counts: Record<string, number> = {};
    const own = ['arc', 'lineTo', 'stroke', 'fill', 'fillText'].map((name) => {
      const method = pen[name]!;
      counts[name] = 0;
      pen[name] = function (this: unknown, ...args) {
        counts[name]!++;
        // A path was walked before; what it is made of is drawn now.
        if (name === 'stroke') counts.lineTo! += (args[0] as { segments?: number } | undefined)?.segments ?? 0;
        return method.apply(this, args);
      };
      return [name, method] as const;
    });
    const bar = document.querySelector('#time') as HTMLInputElement;
    bar.value = String(to);
    bar.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const [name, method] of own) pen[name] = method;
    const elements = (names: string) => document.querySelectorAll(names.replace(/\w+/g, '.network svg $&')).length;
    return {
      circles: elements('circle'),
      lines: elements('path, line'),
      texts: elements('text'),
      arcs: counts.arc!,
      segments: counts.lineTo!,
      strokes: counts.stroke!,
      fills: counts.fill!,
      letters: counts.fillText!,
    };
  }, tick);

/** Makes of an empty page one that draws the same number of bare shapes at each call of `drawBare`. */
export const prepareBare = (page: Page, drawn: Drawn): Promise<void> =>
  page.evaluate((counts) => {
    const [width, height] = [900, 500];
    // As long as a step of an outline, px.
    const SEGMENT = 5;
    const SVG = 'http://www.w3.org/2000/svg';
    document.body.innerHTML = `<svg width="${width}" height="${height}"></svg><canvas width="${width}" height="${height}"></canvas>`;
    const svg = document.querySelector('svg')!;
    const pen = document.querySelector('canvas')!.getContext('2d')!;
    const add = (name: string, count: number) =>
      Array.from({ length: count }, () => svg.appendChild(document.createElementNS(SVG, name)));
    const [circles, lines, texts] = [
      add('circle', counts.circles),
      add('line', counts.lines),
      add('text', counts.texts),
    ];
    for (const circle of circles) circle.setAttribute('r', '8');
    for (const line of lines) line.setAttribute('stroke', '#555');
    for (const text of texts) text.textContent = 'Austria-Hungary';
    const x = (k: number): number => (k * 0.618034 * width) % width;
    const y = (k: number): number => (k * 0.754878 * height) % height;
    const share = (total: number, k: number, parts: number): [number, number] => [
      Math.floor((total * k) / parts),
      Math.floor((total * (k + 1)) / parts),
    ];
    const drawBare = (k: number): void => {
      circles.forEach((circle, i) => {
        circle.setAttribute('cx', String(x(i + k)));
        circle.setAttribute('cy', String(y(i + k)));
      });
      lines.forEach((line, i) => {
        line.setAttribute('x1', String(x(i + k)));
        line.setAttribute('y1', String(y(i + k)));
        line.setAttribute('x2', String(x(i + k + 1)));
        line.setAttribute('y2', String(y(i + k + 1)));
      });
      texts.forEach((text, i) => {
        text.setAttribute('x', String(x(i + k)));
        text.setAttribute('y', String(y(i + k)));
      });
      pen.clearRect(0, 0, width, height);
      for (let part = 0; part < counts.fills; part++) {
        const [from, to] = share(counts.arcs, part, counts.fills);
        pen.beginPath();
        for (let i = from; i < to; i++) {
          pen.moveTo(x(i + k) + 4, y(i + k));
          pen.arc(x(i + k), y(i + k), 4, 0, 2 * Math.PI);
        }
        pen.fill();
      }
      for (let part = 0; part < counts.strokes; part++) {
        const [from, to] = share(counts.segments, part, counts.strokes);
        pen.beginPath();
        for (let i = from; i < to; i++) {
          pen.moveTo(x(i + k), y(i + k));
          pen.lineTo(x(i + k) + SEGMENT, y(i + k));
        }
        pen.stroke();
      }
      for (let i = 0; i < counts.letters; i++) pen.fillText('Austria', x(i + k), y(i + k));
    };
    Object.assign(globalThis, { drawBare });
  }, drawn);

/** Milliseconds from the call to the frame, drawn: what seekPage measures as work. */
export const drawBareOnce = (page: Page, k: number): Promise<number> =>
  page.evaluate(async (step) => {
    const { drawBare } = globalThis as unknown as { drawBare(k: number): void };
    const begun = performance.now();
    drawBare(step);
    const handled = performance.now() - begun;
    const drawing = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    return handled + performance.now() - drawing;
  }, k);

/** Draws at every frame; returns the milliseconds between frames. */
export const playBare = (page: Page, milliseconds: number): Promise<number[]> =>
  page.evaluate(async (ms) => {
    const { drawBare } = globalThis as unknown as { drawBare(k: number): void };
    const times: number[] = [];
    const begun = performance.now();
    for (let now = begun, k = 0; now - begun < ms; k++) {
      drawBare(k);
      now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())));
      times.push(now);
    }
    return times.slice(1).map((time, k) => time - times[k]!);
  }, milliseconds);

/** What a thousand seeds of a scenario are beside: as many bare runs of as many actors and ticks. */
export interface BareRuns {
  actors: number;
  ticks: number;
  runs: number;
}

/** Bare runs are so short that the clock would measure little else: this many times as many are run, and the time is divided. */
const REPEATS = 3;

async function kernelSource(post: string): Promise<string> {
  const file = join(root, 'bench/kernel.ts');
  const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
  return `${code}
const work = ({ actors, ticks, from, to }) => {
  for (let run = from; run < to; run++) {
    const kernel = createKernel(actors, streamOf(run));
    for (let tick = 0; tick < ticks; tick++) tickKernel(kernel);
  }
};
${post}`;
}

/** Seconds in this many workers of the page, from the first order to the last answer; their start is not counted. */
export async function bareRunsInPage(page: Page, { actors, ticks, runs }: BareRuns, workers: number): Promise<number> {
  const source = await kernelSource('onmessage = ({ data }) => { if (data) work(data); postMessage(0); };');
  const seconds = await page.evaluate(
    async ({ source, workers, actors, ticks, runs }) => {
      const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      const pool = Array.from({ length: workers }, () => new Worker(address, { type: 'module' }));
      const ask = (worker: Worker, order: unknown) =>
        new Promise((resolve, reject) => {
          worker.onmessage = resolve;
          worker.onerror = () => reject(new Error('the yardstick’s worker does not start'));
          worker.postMessage(order);
        });
      await Promise.all(pool.map((worker) => ask(worker, null)));
      const begun = performance.now();
      await Promise.all(
        pool.map((worker, k) =>
          ask(worker, {
            actors,
            ticks,
            from: Math.floor((k * runs) / workers),
            to: Math.floor(((k + 1) * runs) / workers),
          }),
        ),
      );
      const taken = performance.now() - begun;
      for (const worker of pool) worker.terminate();
      return taken / 1_000;
    },
    { source, workers, actors, ticks, runs: runs * REPEATS },
  );
  return seconds / REPEATS;
}

/** The same in worker threads of Node. */
export async function bareRunsInNode({ actors, ticks, runs }: BareRuns, workers: number): Promise<number> {
  const source = await kernelSource(`import { parentPort } from 'node:worker_threads';
parentPort.on('message', (order) => { if (order) work(order); parentPort.postMessage(0); });`);
  const address = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
  const pool = Array.from({ length: workers }, () => new Thread(address));
  const ask = (worker: Thread, order: unknown): Promise<void> =>
    new Promise((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
      worker.postMessage(order);
    });
  await Promise.all(pool.map((worker) => ask(worker, null)));
  const total = runs * REPEATS;
  const begun = performance.now();
  await Promise.all(
    pool.map((worker, k) =>
      ask(worker, {
        actors,
        ticks,
        from: Math.floor((k * total) / workers),
        to: Math.floor(((k + 1) * total) / workers),
      }),
    ),
  );
  const taken = (performance.now() - begun) / 1_000;
  await Promise.all(pool.map((worker) => worker.terminate()));
  return taken / REPEATS;
}
